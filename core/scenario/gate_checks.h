// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/problem_list.h"
#include "core/scenario/scenario.h"

namespace backflow {

/// What is wrong with the biases that gates begin with: their size, and gates that the cell has
/// not.
void checkGateBiases(const Scenario& scenario, ProblemList& problems);

/// What is wrong with gates that are held at a value: gates that the cell has not, values, and
/// steps beyond the horizon if that is right itself.
void checkPins(const Scenario& scenario, ProblemList& problems);

} // namespace backflow
