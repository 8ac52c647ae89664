// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <vector>

namespace backflow {

/// What is wrong with `explicit` weights for a network over `inputs` numbers a step: names that it
/// has not, shapes, recurrent weights that are missing.
std::vector<FieldProblem> checkParameters(const Scenario& scenario, int inputs);

} // namespace backflow
