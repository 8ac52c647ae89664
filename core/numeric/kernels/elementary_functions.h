// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: the exponential function and what is made of it.
#pragma once

#include "core/numeric/kernels/wide_vector.h"

namespace backflow {
namespace {

template <class Scalar> struct ExponentialConstants;

template <> struct ExponentialConstants<float> {
  static constexpr float log2OfE = 1.44269504F;
  // ln 2 in two parts; the first has so few digits that its multiples up to 2¹⁰ are exact.
  static constexpr float ln2High = 0.693359375F;
  static constexpr float ln2Low = -2.12194440e-4F;
  /// 1.5·2²³: added and taken away it rounds to a whole number, and its last bits hold that.
  static constexpr float rounder = 12582912.0F;
  /// 1/n! from the highest power down: eʳ − 1 = r + r²(1/2! + r/3! + …), |r| ≤ ½ ln 2.
  static constexpr float inverseFactorials[] = {1.0F / 40320, 1.0F / 5040, 1.0F / 720, 1.0F / 120,
                                                1.0F / 24,    1.0F / 6,    1.0F / 2};
  static constexpr float tanhLimit = 10;      ///< beyond it tanh is 1
  static constexpr float logisticLimit = 110; ///< beyond it e⁻ˣ is 0
};

template <> struct ExponentialConstants<double> {
  static constexpr double log2OfE = 1.4426950408889634;
  static constexpr double ln2High = 6.93147180369123816490e-01;
  static constexpr double ln2Low = 1.90821492927058770002e-10;
  static constexpr double rounder = 6755399441055744.0; // 1.5·2⁵²
  static constexpr double inverseFactorials[] = {
      1.0 / 87178291200, 1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800,
      1.0 / 362880,      1.0 / 40320,      1.0 / 5040,      1.0 / 720,      1.0 / 120,
      1.0 / 24,          1.0 / 6,          1.0 / 2};
  static constexpr double tanhLimit = 20;
  static constexpr double logisticLimit = 750;
};

/// eˣ = 2^power (1 + tail), |tail| < ½; `power` also as an integer in each lane.
template <class Scalar> struct SplitExponential {
  VectorIn<Scalar> tail;
  BitsIn<Scalar> power;
};

template <class Scalar>
BACKFLOW_INLINE SplitExponential<Scalar> splitExponential(VectorIn<Scalar> x) {
  using Constants = ExponentialConstants<Scalar>;
  const VectorIn<Scalar> rounder = broadcast(Constants::rounder);
  const VectorIn<Scalar> shifted = multiplyAdd<Scalar>(x, broadcast(Constants::log2OfE), rounder);
  const VectorIn<Scalar> power = shifted - rounder;
  VectorIn<Scalar> r = multiplyAdd<Scalar>(power, broadcast(-Constants::ln2High), x);
  r = multiplyAdd<Scalar>(power, broadcast(-Constants::ln2Low), r);
  VectorIn<Scalar> q = broadcast(Constants::inverseFactorials[0]);
  constexpr int terms = sizeof(Constants::inverseFactorials) / sizeof(Scalar);
#pragma GCC unroll 16
  for (int i = 1; i < terms; ++i) {
    q = multiplyAdd<Scalar>(q, r, broadcast(Constants::inverseFactorials[i]));
  }
  return {multiplyAdd<Scalar>(r * r, q, r), bitsOf<Scalar>(shifted) - bitsOf<Scalar>(rounder)};
}

/// 2^power for powers of normal numbers.
template <class Scalar> BACKFLOW_INLINE VectorIn<Scalar> powerOfTwo(BitsIn<Scalar> power) {
  return fromBits<Scalar>((power + Wide<Scalar>::bias) << Wide<Scalar>::fractionBits);
}

/// With t = e^2|x| − 1: tanh|x| = t/(t + 2) while that is small, else 1 − 2/(t + 2), which comes to
/// 1 exactly where the second term falls below half a unit of the last digit.
template <class Scalar> BACKFLOW_INLINE VectorIn<Scalar> tanhOf(VectorIn<Scalar> x) {
  using Constants = ExponentialConstants<Scalar>;
  const BitsIn<Scalar> magnitude = magnitudeBits<Scalar>(x);
  const BitsIn<Scalar> sign = bitsOf<Scalar>(x) ^ magnitude;
  VectorIn<Scalar> size = fromBits<Scalar>(magnitude);
  size = boundedBy<Scalar>(broadcast(Constants::tanhLimit), size);
  const SplitExponential<Scalar> e = splitExponential<Scalar>(size + size);
  const VectorIn<Scalar> scale = powerOfTwo<Scalar>(e.power);
  const VectorIn<Scalar> t = multiplyAdd<Scalar>(e.tail, scale, scale - Scalar(1));
  const auto isLarge = size > broadcast(Scalar(0.625));
  const VectorIn<Scalar> quotient = (isLarge ? broadcast(Scalar(2)) : t) / (t + Scalar(2));
  const VectorIn<Scalar> result = isLarge ? Scalar(1) - quotient : quotient;
  return fromBits<Scalar>(bitsOf<Scalar>(result) | sign);
}

/// With e = e^−|x|: e/(1 + e) for negative x and 1 − e/(1 + e) for positive, so that neither end
/// loses digits. 2^power comes in two factors, as e may be subnormal.
template <class Scalar> BACKFLOW_INLINE VectorIn<Scalar> logisticOf(VectorIn<Scalar> x) {
  using Constants = ExponentialConstants<Scalar>;
  VectorIn<Scalar> size = fromBits<Scalar>(magnitudeBits<Scalar>(x));
  size = boundedBy<Scalar>(broadcast(Constants::logisticLimit), size);
  const SplitExponential<Scalar> split = splitExponential<Scalar>(-size);
  const BitsIn<Scalar> half = split.power >> 1;
  const VectorIn<Scalar> e =
      (split.tail + Scalar(1)) * powerOfTwo<Scalar>(half) * powerOfTwo<Scalar>(split.power - half);
  const VectorIn<Scalar> small = e / (e + Scalar(1));
  return x > VectorIn<Scalar>{} ? Scalar(1) - small : small;
}

} // namespace
} // namespace backflow
