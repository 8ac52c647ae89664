// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/measure.h"

#include "core/numeric/kernels/kernels.h"

#include <algorithm>
#include <limits>

namespace backflow {

template <class Scalar> double scaledNorm(const Scalar* numbers, std::ptrdiff_t count) {
  return kernels<Scalar>().norm(numbers, count);
}

template <class Scalar> Measure measure(const Scalar* numbers, std::ptrdiff_t count) {
  ClassCounts counts;
  const double norm = kernels<Scalar>().measure(numbers, count, counts);
  return {norm, counts.zeros, counts.subnormals, counts.infinities, counts.nans};
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
