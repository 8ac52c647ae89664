// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/pytorch_plan.h"

#include <string>

namespace backflow {

/// The Python function `step(…)` with the equations of the plan's cell, as addRnnLayer(),
/// addGruLayer() and addLstmLayer() have them, and before it what holds pinned gates. It returns
/// h_t, or h_t and c_t. With lanes x and h are matrices of k rows.
std::string pythonStep(const ScriptPlan& plan);

/// The arguments of `step`, the states last; `x` stands for what the layer reads.
std::string pythonStepArguments(const ScriptPlan& plan, const std::string& x);

} // namespace backflow
