// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: activations that count saturated units while these are in registers.
#pragma once

#include "core/numeric/kernels/element_wise.h"
#include "core/numeric/kernels/number_classes.h"

namespace backflow {
namespace {

/// y ← φ(x); returns how many entries pass the test, which φ(0), the padding's, does not.
template <class Scalar, class Function, class Test>
BACKFLOW_INLINE int mapAndCount(const Scalar* x, Scalar* y, std::ptrdiff_t count, Function function,
                                Test test) {
  BitsIn<Scalar> found{};
  map(y, count, [&](auto at) {
    const VectorIn<Scalar> result = function(at(x));
    found -= test(result);
    return result;
  });
  return isAnySet(found) ? sumOfCounts<Scalar>(found) : 0;
}

// Lambdas, as a pointer to a function would be called through.

/// The very numbers of tanhAll() and countOnes().
template <class Scalar>
BACKFLOW_INLINE int tanhAndCount(const Scalar* x, Scalar* y, std::ptrdiff_t count) {
  return mapAndCount(
      x, y, count, [](VectorIn<Scalar> a) { return tanhOf<Scalar>(a); },
      [](VectorIn<Scalar> h) { return isOne<Scalar>(h); });
}

/// The very numbers of logisticAll() and countZerosAndOnes().
template <class Scalar>
BACKFLOW_INLINE int logisticAndCount(const Scalar* x, Scalar* y, std::ptrdiff_t count) {
  return mapAndCount(
      x, y, count, [](VectorIn<Scalar> a) { return logisticOf<Scalar>(a); },
      [](VectorIn<Scalar> h) { return isZeroOrOne<Scalar>(h); });
}

} // namespace
} // namespace backflow
