// SPDX-License-Identifier: GPL-3.0-or-later
// The one source of all kernels, compiled by each kernel file with its own instructions.
#pragma once

#include "core/numeric/kernels/elementary_functions.h"
#include "core/numeric/kernels/kernel_table.h"
#include "core/numeric/kernels/number_classes.h"
#include "core/numeric/kernels/products.h"

namespace backflow {
namespace {

/// y_i ← f(x_i, y_i), …: full vectors first, then the rest by the very same operations.
template <class Scalar, class Function>
BACKFLOW_INLINE void map(Scalar* y, std::ptrdiff_t count, Function function) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  std::ptrdiff_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    store(y + i, function([i](const Scalar* from) { return load(from + i); }));
  }
  if (const std::ptrdiff_t rest = count - i; rest > 0) {
    storePart(y + i, rest,
              function([i, rest](const Scalar* from) { return loadPart(from + i, rest); }));
  }
}

template <class Scalar> void tanhAll(const Scalar* x, Scalar* y, std::ptrdiff_t count) {
  map(y, count, [x](auto at) { return tanhOf<Scalar>(at(x)); });
}

template <class Scalar> void logisticAll(const Scalar* x, Scalar* y, std::ptrdiff_t count) {
  map(y, count, [x](auto at) { return logisticOf<Scalar>(at(x)); });
}

template <class Scalar> void reluAll(const Scalar* x, Scalar* y, std::ptrdiff_t count) {
  map(y, count, [x](auto at) {
    const VectorIn<Scalar> a = at(x);
    return a < VectorIn<Scalar>{} ? VectorIn<Scalar>{} : a; // so written that NaN stays NaN
  });
}

template <class Scalar>
void multiplyAll(const Scalar* a, const Scalar* b, Scalar* y, std::ptrdiff_t count) {
  map(y, count, [a, b](auto at) { return at(a) * at(b); });
}

template <class Scalar>
void addAll(const Scalar* a, const Scalar* b, Scalar* y, std::ptrdiff_t count) {
  map(y, count, [a, b](auto at) { return at(a) + at(b); });
}

template <class Scalar> void complementAll(const Scalar* x, Scalar* y, std::ptrdiff_t count) {
  map(y, count, [x](auto at) { return Scalar(1) - at(x); });
}

template <class Scalar>
void reverseTanhAll(const Scalar* h, const Scalar* upstream, Scalar* target, std::ptrdiff_t count) {
  map(target, count, [=](auto at) {
    const VectorIn<Scalar> value = at(h);
    return multiplyAdd<Scalar>(Scalar(1) - value * value, at(upstream), at(target));
  });
}

template <class Scalar>
void reverseLogisticAll(const Scalar* h, const Scalar* upstream, Scalar* target,
                        std::ptrdiff_t count) {
  map(target, count, [=](auto at) {
    const VectorIn<Scalar> value = at(h);
    return multiplyAdd<Scalar>(value * (Scalar(1) - value), at(upstream), at(target));
  });
}

template <class Scalar>
void reverseReluAll(const Scalar* h, const Scalar* upstream, Scalar* target, std::ptrdiff_t count) {
  map(target, count, [=](auto at) {
    const VectorIn<Scalar> before = at(target);
    return at(h) <= VectorIn<Scalar>{} ? before : before + at(upstream);
  });
}

template <class Scalar>
void addProductAll(const Scalar* a, const Scalar* b, Scalar* target, std::ptrdiff_t count) {
  map(target, count, [=](auto at) { return multiplyAdd<Scalar>(at(a), at(b), at(target)); });
}

template <class Scalar> void subtractAll(const Scalar* x, Scalar* target, std::ptrdiff_t count) {
  map(target, count, [=](auto at) { return at(target) - at(x); });
}

template <class Scalar> constexpr Kernels<Scalar> tableOf() {
  return {BACKFLOW_KERNEL_FUSES != 0,
          panelGroup,
          static_cast<int>(2 * Wide<Scalar>::lanes),
          tileColumns,
          multiplyPanels<Scalar>,
          multiplyTiles<Scalar>,
          tanhAll<Scalar>,
          logisticAll<Scalar>,
          reluAll<Scalar>,
          multiplyAll<Scalar>,
          addAll<Scalar>,
          complementAll<Scalar>,
          reverseTanhAll<Scalar>,
          reverseLogisticAll<Scalar>,
          reverseReluAll<Scalar>,
          addProductAll<Scalar>,
          subtractAll<Scalar>,
          sumOfSquares<Scalar>,
          measureAll<Scalar>,
          allFiniteIn<Scalar>,
          countOnes<Scalar>,
          countZerosAndOnes<Scalar>};
}

} // namespace
} // namespace backflow
