// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/measure.h"

#include "core/numeric/emulated.h"

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

double rescaledNorm(const double* numbers, std::ptrdiff_t count) {
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
  const int exponent = std::ilogb(largest);
  double sum = 0;
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const double scaled = std::scalbn(numbers[i], -exponent);
    sum += scaled * scaled;
  }
  return std::min(std::scalbn(std::sqrt(sum), exponent), std::numeric_limits<double>::max());
}

} // namespace

template <class Scalar> double scaledNorm(const Scalar* numbers, std::ptrdiff_t count) {
  double sum = 0;
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const auto value = static_cast<double>(numbers[i]);
    sum += value * value;
  }
  if constexpr (std::is_same_v<Scalar, double>) {
    // Written so that a NaN takes the slow path, which tells it from an overflow.
    if (!(sum >= safeSumLeast && sum <= safeSumMost)) {
      return rescaledNorm(numbers, count);
    }
  }
  // The squares of float32 numbers, from 2e−90 to 1e77, can neither over- nor underflow here.
  return std::sqrt(sum);
}

template <class Scalar> Measure measure(const Scalar* numbers, std::ptrdiff_t count) {
  Measure result;
  result.norm = scaledNorm(numbers, count);
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    using std::abs;
    const Scalar size = abs(numbers[i]);
    result.zeros += static_cast<int>(size == Scalar(0));
    result.subnormals +=
        static_cast<int>(size > Scalar(0) && size < std::numeric_limits<Scalar>::min());
    result.infinities += static_cast<int>(size > std::numeric_limits<Scalar>::max());
    result.nans += static_cast<int>(size != size);
  }
  return result;
}

double hypotenuse(double a, double b) {
  const double both[] = {a, b};
  return scaledNorm(both, 2);
}

double boundedProduct(double factor, double norm) {
  return std::min(factor * norm, std::numeric_limits<double>::max());
}

template double scaledNorm<float>(const float*, std::ptrdiff_t);
template double scaledNorm<double>(const double*, std::ptrdiff_t);
template Measure measure<float>(const float*, std::ptrdiff_t);
template Measure measure<double>(const double*, std::ptrdiff_t);
template double scaledNorm<BFloat16>(const BFloat16*, std::ptrdiff_t);
template double scaledNorm<Float16>(const Float16*, std::ptrdiff_t);
template Measure measure<BFloat16>(const BFloat16*, std::ptrdiff_t);
template Measure measure<Float16>(const Float16*, std::ptrdiff_t);

} // namespace backflow
