// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: what a cell state's gradient is made of.
#pragma once

#include "core/numeric/kernels/kernel_table.h"
#include "core/numeric/kernels/number_classes.h"

namespace backflow {
namespace {

BACKFLOW_INLINE DoubleVector loadAsDoubles(const double* from) {
  return load(from);
}
BACKFLOW_INLINE DoubleVector loadAsDoubles(const float* from) {
  return widened(*reinterpret_cast<const Wide<float>::Half*>(from));
}

/// One entry, or one vector of entries.
template <class Number> struct CellPart {
  Number output;
  Number squashed; ///< zero where h is not squashed
  Number keep;
  Number state;
  Number loss; ///< zero where none acts
  Number direct;
  Number gates;
  Number keepLater;
};

template <class Number> BACKFLOW_INLINE void carry(CellPart<Number>& part, bool lossActs) {
  const Number outwards = part.output * (1.0 - part.squashed * part.squashed);
  part.direct *= part.keepLater;
  if (lossActs) {
    part.direct += outwards * part.loss;
  }
  part.gates = part.gates * part.keepLater + outwards * (part.state - part.loss);
  part.keepLater = part.keep;
}

template <class Scalar> CellPartNorms carryCellParts(const CellParts<Scalar>& parts) {
  constexpr std::ptrdiff_t lanes = Wide<double>::lanes;
  const bool squashes = parts.squashed != nullptr;
  const bool lossActs = parts.loss != nullptr;
  // As normAll() gathers them of doubles, while they are in registers.
  DoubleVector directSquares{};
  DoubleVector gatesSquares{};
  const auto square = [&](DoubleVector direct, DoubleVector gates) {
    directSquares = multiplyAdd<double>(direct, direct, directSquares);
    gatesSquares = multiplyAdd<double>(gates, gates, gatesSquares);
  };
  std::ptrdiff_t i = 0;
  for (; i + lanes <= parts.size; i += lanes) {
    CellPart<DoubleVector> part{loadAsDoubles(parts.output + i),
                                squashes ? loadAsDoubles(parts.squashed + i) : DoubleVector{},
                                loadAsDoubles(parts.keep + i),
                                loadAsDoubles(parts.state + i),
                                lossActs ? loadAsDoubles(parts.loss + i) : DoubleVector{},
                                load(parts.direct + i),
                                load(parts.gates + i),
                                load(parts.keepLater + i)};
    carry(part, lossActs);
    store(parts.direct + i, part.direct);
    store(parts.gates + i, part.gates);
    store(parts.keepLater + i, part.keepLater);
    square(part.direct, part.gates);
  }
  const std::ptrdiff_t whole = i;
  for (; i < parts.size; ++i) {
    CellPart<double> part{static_cast<double>(parts.output[i]),
                          squashes ? static_cast<double>(parts.squashed[i]) : 0.0,
                          static_cast<double>(parts.keep[i]),
                          static_cast<double>(parts.state[i]),
                          lossActs ? static_cast<double>(parts.loss[i]) : 0.0,
                          parts.direct[i],
                          parts.gates[i],
                          parts.keepLater[i]};
    carry(part, lossActs);
    parts.direct[i] = part.direct;
    parts.gates[i] = part.gates;
    parts.keepLater[i] = part.keepLater;
  }
  if (const std::ptrdiff_t rest = parts.size - whole; rest > 0) {
    square(loadPart(parts.direct + whole, rest), loadPart(parts.gates + whole, rest));
  }
  return {normOfSum(parts.direct, parts.size, sumOfLanes(directSquares)),
          normOfSum(parts.gates, parts.size, sumOfLanes(gatesSquares))};
}

} // namespace
} // namespace backflow
