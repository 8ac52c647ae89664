// SPDX-License-Identifier: GPL-3.0-or-later
// For the kernel files alone: where the operands of an instruction stand, and what it notes.
#pragma once

#include "core/numeric/kernels/step_code.h"
#include "core/numeric/kernels/wide_vector.h"

namespace backflow {
namespace {

/// Where each memory stands at the step that is being computed.
template <class Scalar> struct StepPlaces {
  Scalar* memories[stepMemories];
  RowOrder order = RowOrder::FromFirst; ///< of its products

  Scalar* at(StepOperand operand) const {
    return memories[static_cast<std::size_t>(operand.memory)] + operand.offset;
  }
};

BACKFLOW_INLINE void note(int found, int operation, StepReading& reading) {
  if (found > 0) {
    reading.saturated += found;
    reading.saturatedOperations |= std::uint64_t{1} << (operation & 63);
  }
}

} // namespace
} // namespace backflow
