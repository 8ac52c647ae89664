// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/finite_reading.h"

#include <algorithm>

namespace backflow {

namespace {

bool masks(const StepOperation& operation) {
  return operation.kind == StepOperationKind::Activate && operation.activation == Activation::Relu;
}

bool reads(const StepOperation& operation, int reg) {
  return operation.left == reg || operation.right == reg ||
         std::any_of(operation.weights.begin(), operation.weights.end(),
                     [reg](const WeightBlock& block) { return block.source == reg; });
}

/// Registers whose derivative is not looked at with that of the step.
bool isLeftOut(const StepProgram& program, int reg) {
  return reg == program.input ||
         std::any_of(program.states.begin(), program.states.end(), [&](const StepState& state) {
           return state.previous == reg && state.current == program.output;
         });
}

} // namespace

std::vector<int> telltaleResults(const StepProgram& program) {
  std::vector<int> results;
  for (const StepOperation& operation : program.operations) {
    const bool shows = std::any_of(program.operations.begin(), program.operations.end(),
                                   [&](const StepOperation& reader) {
                                     return !masks(reader) && reads(reader, operation.result);
                                   });
    if (!shows) {
      results.push_back(operation.result);
    }
  }
  return results;
}

std::vector<int> telltaleDerivatives(const StepProgram& program) {
  std::vector<int> results;
  for (const StepOperation& operation : program.operations) {
    const auto showsIn = [&](int operand) {
      return operand >= 0 && !isLeftOut(program, operand);
    };
    const bool shows = !masks(operation) && (showsIn(operation.left) || showsIn(operation.right));
    if (operation.kind != StepOperationKind::Linear && !shows) {
      results.push_back(operation.result);
    }
  }
  return results;
}

} // namespace backflow
