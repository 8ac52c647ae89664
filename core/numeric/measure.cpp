// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/measure.h"

#include "core/numeric/kernels/kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace backflow {

namespace {

// Within these bounds of the sum no square can have overflowed, and those that underflowed are
// too small to count.
constexpr double safeSumLeast = 1e-280;
constexpr double safeSumMost = 1e300;
// A power of two by which squares of doubles that are too small or too large become safe: from the
// last subnormal number on, and up to the largest.
constexpr double enlarging = 0x1p600;
constexpr double reducing = 0x1p-600;

/// √sum of squares, which was gathered unscaled, of numbers that may not have been safe to square.
double normOfDoubles(const double* numbers, std::ptrdiff_t count, double sum) {
  if (sum >= safeSumLeast && sum <= safeSumMost) {
    return std::sqrt(sum);
  }
  // A NaN takes this way too: it is told from an overflow.
  double largest = 0;
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    if (std::isnan(numbers[i])) {
      return numbers[i];
    }
    largest = std::max(largest, std::abs(numbers[i]));
  }
  if (largest == 0 || std::isinf(largest)) {
    return largest;
  }
  const double scale = largest < 1 ? enlarging : reducing;
  const double scaled = kernels<double>().sumOfSquares(numbers, count, scale);
  return std::min(std::sqrt(scaled) / scale, std::numeric_limits<double>::max());
}

/// The squares of float32 numbers, from 2e−90 to 1e77, can neither over- nor underflow in a double,
/// nor can those of the narrower formats.
template <class Scalar>
double normOf(const Scalar* numbers, std::ptrdiff_t count, double sumOfSquares) {
  if constexpr (std::is_same_v<Scalar, double>) {
    return normOfDoubles(numbers, count, sumOfSquares);
  }
  return std::sqrt(sumOfSquares);
}

} // namespace

template <class Scalar> double scaledNorm(const Scalar* numbers, std::ptrdiff_t count) {
  return normOf(numbers, count, kernels<Scalar>().sumOfSquares(numbers, count, 1));
}

template <class Scalar>
double normFromSquares(const Scalar* numbers, std::ptrdiff_t count, double sumOfSquares) {
  return normOf(numbers, count, sumOfSquares);
}

template <class Scalar> Measure measure(const Scalar* numbers, std::ptrdiff_t count) {
  ClassCounts counts;
  const double sum = kernels<Scalar>().measure(numbers, count, counts);
  return {normOf(numbers, count, sum), counts.zeros, counts.subnormals, counts.infinities,
          counts.nans};
}

double hypotenuse(double a, double b) {
  const double both[] = {a, b};
  return scaledNorm(both, 2);
}

double boundedProduct(double factor, double norm) {
  return std::min(factor * norm, std::numeric_limits<double>::max());
}

template double normFromSquares<float>(const float*, std::ptrdiff_t, double);
template double normFromSquares<double>(const double*, std::ptrdiff_t, double);
template double scaledNorm<float>(const float*, std::ptrdiff_t);
template double scaledNorm<double>(const double*, std::ptrdiff_t);
template Measure measure<float>(const float*, std::ptrdiff_t);
template Measure measure<double>(const double*, std::ptrdiff_t);
template double scaledNorm<BFloat16>(const BFloat16*, std::ptrdiff_t);
template double scaledNorm<Float16>(const Float16*, std::ptrdiff_t);
template Measure measure<BFloat16>(const BFloat16*, std::ptrdiff_t);
template Measure measure<Float16>(const Float16*, std::ptrdiff_t);

} // namespace backflow
