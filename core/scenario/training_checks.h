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
/// The least horizon at which a task makes sense.
int shortestSequence(TaskKind task);
/// Whether Ω is defined for a network: for one plain layer that reads forward.
bool canRegularise(const NetworkSpec& network);

/// What is wrong with the training section, or with what it asks of the others. None without one.
std::vector<FieldProblem> checkTraining(const Scenario& scenario);

} // namespace backflow
