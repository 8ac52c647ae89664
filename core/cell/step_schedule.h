// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"

#include <vector>

namespace backflow {

/// One block of weights of a linear operation.
struct WeightPlace {
  int operation;
  int block;
};

/// Blocks of weights that one product with a packed matrix applies.
///
/// Forwards: operations that read the same registers in the same order; the results are the blocks
/// of y, the registers the segments of x. Backwards: all that is added to ∂L/∂ of one register with
/// nothing else in between; that is the one block, and ∂L/∂ of the results are the segments, in the
/// order in which they are added.
struct ProductGroup {
  std::vector<int> segments; ///< registers
  std::vector<int> blocks;   ///< registers
  std::vector<WeightPlace> weights;
  bool toInput = false; ///< backwards: adds to ∂L/∂x
};

/// A group's product, or an operation that is no linear one.
struct StepAction {
  bool isProduct;
  std::size_t index; ///< of the group, or of the operation
};

struct Schedule {
  std::vector<StepAction> actions;
  std::vector<ProductGroup> groups;
};
using ForwardSchedule = Schedule;
using ReverseSchedule = Schedule;

/// How far the way back within a step goes: through all layers, or through the top one alone.
enum class ReverseReach { WholeStep, TopLayer };

/// The operations in an order in which linear ones that read the same registers come together. No
/// number of the result depends on the order; over how many partial sums a product is gathered does
/// on what comes together in it (see PackedMatrix).
ForwardSchedule forwardSchedule(const StepProgram& program);

/// The operations but the output layer from the last back to the first that is reached. The addends
/// of each derivative keep the order in which the reversed operations come.
ReverseSchedule reverseSchedule(const StepProgram& program, ReverseReach reach);

/// The output layer alone.
ReverseSchedule headSchedule(const StepProgram& program);

} // namespace backflow
