// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/precision.h"

#include <optional>
#include <string>
#include <string_view>

namespace backflow {

enum class EventKind {
  ThresholdVanish,    ///< ‖∂L/∂h_t‖ is below the user's threshold for the first time
  ThresholdExplode,   ///< … above it
  UnderflowSubnormal, ///< the first subnormal entry
  UnderflowZero,      ///< every entry of ∂L/∂h_t is exactly zero, though a loss reaches it
  OverflowInf,        ///< the first infinite entry
  NanOnset,           ///< the first NaN
  NormOverflow,       ///< the norm that clips is inf though every entry is finite
  NormUnderflow,      ///< the norm that clips is zero though some entry is not
  ClipNonfinite,      ///< the gradient is already inf or NaN when it comes to be clipped
  Saturation          ///< φ′(a_t) is exactly zero in some unit
};

enum class Phase { Forward, Backward, Clip, Update };

/// Why an event happened, in kind.
enum class CauseKind {
  BelowThreshold,   ///< left is the norm, right the threshold
  AboveThreshold,   ///< left is the norm, right the threshold
  Given,            ///< the number came so from the loss, the input or the weights
  ProductUnderflow, ///< left × right is not zero but rounds to zero or to a subnormal number
  ZeroFactor,       ///< every product has an exactly zero factor; left × right is the first
  ZeroDerivative,   ///< φ′ is exactly zero in every unit that still had a gradient
  Cancellation,     ///< left + right is exactly zero
  ProductOverflow,  ///< left × right is beyond the largest number
  SumOverflow,      ///< left + right is beyond the largest number
  InfMinusInf,      ///< left + right with opposite infinities
  ZeroTimesInf,     ///< left × right
  InfOverInf,       ///< left ÷ right
  Inherited,        ///< an operand was already inf or NaN
  SquareOverflow,   ///< the largest entry, left, squared is inf
  SquareUnderflow,  ///< the largest entry, left, squared is zero
  SaturatedUnit     ///< left is the pre-activation, right the state; φ′ is exactly zero
};

/// One operation, with its operands and the names that they have in the equations.
struct Cause {
  CauseKind kind = CauseKind::Given;
  std::string leftName;
  double left = 0;
  std::string rightName;
  double right = 0;
  double result = 0;

  bool operator==(const Cause&) const = default;
};

/// One thing that happened to a number, and where.
struct Event {
  EventKind kind = EventKind::ThresholdVanish;
  Phase phase = Phase::Backward;
  Precision precision = Precision::Float64;
  std::string quantity;       ///< "h", "a", "dL/dh", "dL/da", "dL/dW_h", "loss", "norm"
  int t = 0;                  ///< time step 1..T; 0 for what belongs to the whole sequence
  int stepsBack = 0;          ///< s = T − t: multiplications by the Jacobian since the last step
  std::optional<int> element; ///< unit, or entry row by row, counted from 1
  Cause cause;

  bool operator==(const Event&) const = default;
};

/// The name used in files: "underflow.zero".
std::string_view nameOf(EventKind kind);
/// The name used in files: "backward".
std::string_view nameOf(Phase phase);

/// Whether it happened to the gradient of a weight or bias, summed over the steps so far.
bool isOfWeights(const Event& event);

} // namespace backflow
