// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: operations on vectors, entry by entry.
#pragma once

#include "core/numeric/kernels/elementary_functions.h"
#include "core/numeric/kernels/kernel_table.h"
#include "core/numeric/kernels/wide_vector.h"

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

/// A few vectors of the sum in registers at a time, so that no addition waits for the last one's.
template <class Scalar> void addColumns(const ColumnSum<Scalar>& call) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  constexpr std::ptrdiff_t together = 4;
  std::ptrdiff_t i = 0;
  for (; i + together * lanes <= call.size; i += together * lanes) {
    VectorIn<Scalar> sums[together];
#pragma GCC unroll 4
    for (std::ptrdiff_t v = 0; v < together; ++v) {
      sums[v] = load(call.sum + i + v * lanes);
    }
    const Scalar* column = call.first + i;
    for (std::ptrdiff_t k = 0; k < call.columns; ++k, column += call.stride) {
#pragma GCC unroll 4
      for (std::ptrdiff_t v = 0; v < together; ++v) {
        sums[v] += load(column + v * lanes);
      }
    }
#pragma GCC unroll 4
    for (std::ptrdiff_t v = 0; v < together; ++v) {
      store(call.sum + i + v * lanes, sums[v]);
    }
  }
  map(call.sum + i, call.size - i, [&call, i](auto at) {
    VectorIn<Scalar> sum = at(call.sum + i);
    for (std::ptrdiff_t k = 0; k < call.columns; ++k) {
      sum += at(call.first + i + k * call.stride);
    }
    return sum;
  });
}

template <class Scalar> void complementAll(const Scalar* x, Scalar* y, std::ptrdiff_t count) {
  map(y, count, [x](auto at) { return Scalar(1) - at(x); });
}

template <class Scalar> void copyAll(const Scalar* x, Scalar* y, std::ptrdiff_t count) {
  map(y, count, [x](auto at) { return at(x); });
}

template <class Scalar>
BACKFLOW_INLINE VectorIn<Scalar> reversedTanh(VectorIn<Scalar> h, VectorIn<Scalar> upstream,
                                              VectorIn<Scalar> addend) {
  return multiplyAdd<Scalar>(Scalar(1) - h * h, upstream, addend);
}

template <class Scalar>
BACKFLOW_INLINE VectorIn<Scalar> reversedLogistic(VectorIn<Scalar> h, VectorIn<Scalar> upstream,
                                                  VectorIn<Scalar> addend) {
  return multiplyAdd<Scalar>(h * (Scalar(1) - h), upstream, addend);
}

template <class Scalar>
void reverseTanhAll(const Scalar* h, const Scalar* upstream, const Scalar* addend, Scalar* target,
                    std::ptrdiff_t count) {
  map(target, count,
      [=](auto at) { return reversedTanh<Scalar>(at(h), at(upstream), at(addend)); });
}

template <class Scalar>
void reverseLogisticAll(const Scalar* h, const Scalar* upstream, const Scalar* addend,
                        Scalar* target, std::ptrdiff_t count) {
  map(target, count,
      [=](auto at) { return reversedLogistic<Scalar>(at(h), at(upstream), at(addend)); });
}

template <class Scalar>
void reverseReluAll(const Scalar* h, const Scalar* upstream, const Scalar* addend, Scalar* target,
                    std::ptrdiff_t count) {
  map(target, count, [=](auto at) {
    const VectorIn<Scalar> before = at(addend);
    return at(h) <= VectorIn<Scalar>{} ? before : before + at(upstream);
  });
}

template <class Scalar>
void addProductAll(const Scalar* a, const Scalar* b, const Scalar* addend, Scalar* target,
                   std::ptrdiff_t count) {
  map(target, count, [=](auto at) { return multiplyAdd<Scalar>(at(a), at(b), at(addend)); });
}

template <class Scalar>
void subtractAll(const Scalar* x, const Scalar* from, Scalar* target, std::ptrdiff_t count) {
  map(target, count, [=](auto at) { return at(from) - at(x); });
}

/// addsLeft, addsRight: whether there is something to add to.
template <bool addsLeft, bool addsRight, class Scalar>
BACKFLOW_INLINE void reverseProduct(const ReversedProduct<Scalar>& product) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  const auto both = [&product](auto at, auto put) {
    const VectorIn<Scalar> upstream = at(product.upstream);
    VectorIn<Scalar> left{};
    VectorIn<Scalar> right{};
    if constexpr (addsLeft) {
      left = at(product.leftAddend);
    }
    if constexpr (addsRight) {
      right = at(product.rightAddend);
    }
    // Both before either is written: a target may be an addend.
    left = multiplyAdd<Scalar>(at(product.right), upstream, left);
    right = multiplyAdd<Scalar>(at(product.left), upstream, right);
    put(product.leftTarget, left);
    put(product.rightTarget, right);
  };
  std::ptrdiff_t i = 0;
  for (; i + lanes <= product.size; i += lanes) {
    both([i](const Scalar* from) { return load(from + i); },
         [i](Scalar* to, VectorIn<Scalar> value) { store(to + i, value); });
  }
  if (const std::ptrdiff_t rest = product.size - i; rest > 0) {
    both([i, rest](const Scalar* from) { return loadPart(from + i, rest); },
         [i, rest](Scalar* to, VectorIn<Scalar> value) { storePart(to + i, rest, value); });
  }
}

template <class Scalar> void reverseMultiplyAll(const ReversedProduct<Scalar>& product) {
  if (product.leftAddend == nullptr) {
    if (product.rightAddend == nullptr) {
      reverseProduct<false, false>(product);
    } else {
      reverseProduct<false, true>(product);
    }
  } else if (product.rightAddend == nullptr) {
    reverseProduct<true, false>(product);
  } else {
    reverseProduct<true, true>(product);
  }
}

} // namespace
} // namespace backflow
