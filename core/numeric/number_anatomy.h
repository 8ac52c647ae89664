// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/precision.h"

#include <optional>
#include <string>
#include <string_view>

namespace backflow {

/// What kind of number the bits of a format mean (IEEE 754-2019, section 3.4).
enum class NumberClass { Normal, Subnormal, Zero, Infinite, NotANumber };

/// A number as its format stores it: sign | exponent | fraction, the highest bit first.
///
/// With p fraction bits f and the format's smallest exponent e_min, a normal number is
/// (−1)^sign · 1.f · 2^e, a subnormal one (−1)^sign · 0.f · 2^e_min.
struct NumberAnatomy {
  Precision precision = Precision::Float64;
  double value = 0; ///< as the format holds it; exact as a double
  NumberClass kind = NumberClass::Zero;
  std::string sign;     ///< one digit, "0" or "1"
  std::string exponent; ///< 11, 8, 8, 5 digits for float64, float32, bfloat16, float16
  std::string fraction; ///< 52, 23, 7, 10 digits
  std::string hex;      ///< all bits, "0x3F800000"
  std::string decimal;  ///< the fewest digits that give this number back: "1e-45", "inf", "nan"
  /// e of a normal number, e_min of a subnormal one; nothing for zero, infinity and NaN.
  std::optional<int> exponentValue;
  /// The distance to the next number away from zero (at zero: the smallest subnormal); nothing for
  /// infinity and NaN.
  std::optional<double> ulp;
};

/// `value`, rounded once to the format, taken apart.
NumberAnatomy anatomyOf(double value, Precision precision);

/// How many multiplications by a constant factor are left before a format runs out.
struct StepsLeft {
  std::optional<int> toSubnormal; ///< until below the smallest normal number; 0: already
  std::optional<int> toZero;      ///< until it rounds to zero
  std::optional<int> toInfinity;  ///< until it rounds to infinity
};

/// The least n for which |value|·factorⁿ, computed without a bound and rounded once to the format,
/// is subnormal, zero or infinite. Rounding at every multiplication, as a run does, gives the same
/// n for powers of two; other factors may hang on among the subnormals (0.9 times the smallest one
/// rounds back to it).
///
/// Nothing where the factor leads the other way; nothing at all for a factor of 1, for one that is
/// not positive and finite, for a value of zero, and for infinity and NaN.
StepsLeft stepsLeft(double value, double factor, Precision precision);

} // namespace backflow
