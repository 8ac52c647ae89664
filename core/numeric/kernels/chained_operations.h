// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: several operations in one pass over their vectors. Each entry comes
// about by the very operations of element_wise.h and counted_activations.h.
#pragma once

#include "core/numeric/kernels/counted_activations.h"
#include "core/numeric/kernels/step_chain.h"
#include "core/numeric/kernels/step_places.h"

#include <utility> // std::index_sequence, which is a type and no function

namespace backflow {
namespace {

template <const auto& links> constexpr int chainLength = sizeof(links) / sizeof(links[0]);

constexpr bool readsRight(StepCode code) {
  return code != StepCode::Tanh && code != StepCode::Logistic && code != StepCode::Complement &&
         code != StepCode::Subtract;
}

constexpr bool readsAddend(StepCode code) {
  return code == StepCode::ReverseTanh || code == StepCode::ReverseLogistic ||
         code == StepCode::AddProduct || code == StepCode::Subtract;
}

template <StepCode code, class Scalar>
BACKFLOW_INLINE VectorIn<Scalar> linkResult(VectorIn<Scalar> left,
                                            [[maybe_unused]] VectorIn<Scalar> right,
                                            [[maybe_unused]] VectorIn<Scalar> addend) {
  if constexpr (code == StepCode::Tanh) {
    return tanhOf<Scalar>(left);
  } else if constexpr (code == StepCode::Logistic) {
    return logisticOf<Scalar>(left);
  } else if constexpr (code == StepCode::Multiply) {
    return left * right;
  } else if constexpr (code == StepCode::Add) {
    return left + right;
  } else if constexpr (code == StepCode::Complement) {
    return Scalar(1) - left;
  } else if constexpr (code == StepCode::ReverseTanh) {
    return reversedTanh<Scalar>(left, right, addend);
  } else if constexpr (code == StepCode::ReverseLogistic) {
    return reversedLogistic<Scalar>(left, right, addend);
  } else if constexpr (code == StepCode::AddProduct) {
    return multiplyAdd<Scalar>(left, right, addend);
  } else {
    static_assert(code == StepCode::Subtract);
    return addend - left;
  }
}

/// What the earlier link `from` computed; of a vector from outside what stands there.
template <int from, bool isRead, class Scalar, class At>
BACKFLOW_INLINE VectorIn<Scalar> linkOperand([[maybe_unused]] const VectorIn<Scalar>* results,
                                             [[maybe_unused]] const Scalar* outside,
                                             [[maybe_unused]] At at) {
  if constexpr (!isRead) {
    return VectorIn<Scalar>{};
  } else if constexpr (from >= 0) {
    return results[from];
  } else {
    return at(outside);
  }
}

/// Where the vectors of one link stand.
template <class Scalar> struct LinkPlaces {
  const Scalar* left;
  const Scalar* right;
  const Scalar* addend;
  Scalar* target;
};

/// Link k of `width` vectors side by side: many operations depend on the one before, and these do
/// not on one another.
template <const auto& links, int k, int width, class Scalar, class At, class Put>
BACKFLOW_INLINE void computeLink(const LinkPlaces<Scalar>& places,
                                 VectorIn<Scalar> (*results)[chainLength<links>],
                                 BitsIn<Scalar>* saturated, At at, Put put) {
  constexpr ChainLink link = links[k];
#pragma GCC unroll 4
  for (int v = 0; v < width; ++v) {
    const auto here = [&at, v](const Scalar* from) {
      return at(from, v);
    };
    const VectorIn<Scalar> result = linkResult<link.code, Scalar>(
        linkOperand<link.left, true>(results[v], places.left, here),
        linkOperand<link.right, readsRight(link.code)>(results[v], places.right, here),
        linkOperand<link.addend, readsAddend(link.code)>(results[v], places.addend, here));
    results[v][k] = result;
    put(places.target, v, result);
    if constexpr (link.code == StepCode::Tanh) {
      saturated[k] -= isOne<Scalar>(result);
    } else if constexpr (link.code == StepCode::Logistic) {
      saturated[k] -= isZeroOrOne<Scalar>(result);
    }
  }
}

template <const auto& links, int width, class Scalar, class At, class Put, std::size_t... k>
BACKFLOW_INLINE void computeLinks(const LinkPlaces<Scalar>* places, BitsIn<Scalar>* saturated,
                                  At at, Put put, std::index_sequence<k...>) {
  VectorIn<Scalar> results[width][chainLength<links>];
  (computeLink<links, static_cast<int>(k), width>(places[k], results, saturated, at, put), ...);
}

template <const auto& links, class Scalar, std::size_t... k>
BACKFLOW_INLINE void runLinks(const StepInstruction<Scalar>* steps, std::ptrdiff_t size,
                              const StepPlaces<Scalar>& places, StepReading& reading,
                              std::index_sequence<k...> all) {
  constexpr std::ptrdiff_t lanes = Wide<Scalar>::lanes;
  const LinkPlaces<Scalar> vectors[] = {{places.at(steps[k].left), places.at(steps[k].right),
                                         places.at(steps[k].addend),
                                         places.at(steps[k].target)}...};
  BitsIn<Scalar> saturated[sizeof...(k)] = {};
  std::ptrdiff_t i = 0;
  const auto at = [&i](const Scalar* from, int v) {
    return load(from + i + v * lanes);
  };
  const auto put = [&i](Scalar* to, int v, VectorIn<Scalar> value) {
    store(to + i + v * lanes, value);
  };
  constexpr int together = 2;
  for (; i + together * lanes <= size; i += together * lanes) {
    computeLinks<links, together>(vectors, saturated, at, put, all);
  }
  for (; i + lanes <= size; i += lanes) {
    computeLinks<links, 1>(vectors, saturated, at, put, all);
  }
  if (const std::ptrdiff_t rest = size - i; rest > 0) {
    computeLinks<links, 1>(
        vectors, saturated, [i, rest](const Scalar* from, int) { return loadPart(from + i, rest); },
        [i, rest](Scalar* to, int, VectorIn<Scalar> value) { storePart(to + i, rest, value); },
        all);
  }
  const auto noteLink = [&reading](StepCode code, const BitsIn<Scalar>& found, int operation) {
    if ((code == StepCode::Tanh || code == StepCode::Logistic) && isAnySet(found)) {
      note(sumOfCounts<Scalar>(found), operation, reading);
    }
  };
  (noteLink(links[k].code, saturated[k], steps[k].reading), ...);
}

/// The operations of a chain, `steps`, on vectors of `size` numbers.
template <const auto& links, class Scalar>
[[gnu::noinline]] void runChain(const StepInstruction<Scalar>* steps, std::ptrdiff_t size,
                                const StepPlaces<Scalar>& places, StepReading& reading) {
  runLinks<links, Scalar>(steps, size, places, reading,
                          std::make_index_sequence<chainLength<links>>{});
}

} // namespace
} // namespace backflow
