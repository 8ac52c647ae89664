// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/step_program.h"

#include <vector>

namespace backflow {

// Few numbers of a step have to be looked at to know that all of them are finite: whatever is
// computed from an inf or a NaN is inf or NaN itself, as 0 · inf is NaN and no finite addend brings
// an inf back. The exceptions are relu, which drops what it masks, and tanh and the logistic
// function, which turn an inf into a unit that is saturated.

/// The registers that operations compute, without those whose inf or NaN shows in another of them
/// or as a saturated unit.
std::vector<int> telltaleResults(const StepProgram& program);

/// The registers with a derivative of their own within a step (neither of a linear operation's
/// result nor of a previous state nor of the input) whose inf or NaN need not show in ∂L/∂ of the
/// results of linear operations or of the previous states, that of the top layer's h left out.
std::vector<int> telltaleDerivatives(const StepProgram& program);

} // namespace backflow
