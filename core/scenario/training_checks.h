// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <vector>

namespace backflow {

/// Whether a task has a loss at every step, and not at the last alone.
bool hasLossAtEveryStep(TaskKind task);
/// Whether a task reads data from a file.
bool readsFile(TaskKind task);

/// What is wrong with the training section, or with what it asks of the others. None without one.
std::vector<FieldProblem> checkTraining(const Scenario& scenario);

} // namespace backflow
