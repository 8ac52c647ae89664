// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/pytorch_plan.h"

#include <string>

namespace backflow {

/// The Python functions `norm`, `attend`, `total_loss`, `gradient_of` and `total_norm`, as far as
/// the scenario needs them.
std::string pythonLossAndNorms(const ScriptPlan& plan, const LossSpec& loss);

/// The Python function `run(dtype)`: both passes in one precision and clipping. It returns the
/// norms by step and the numbers of the whole run.
std::string pythonRun(const ScriptPlan& plan);

} // namespace backflow
