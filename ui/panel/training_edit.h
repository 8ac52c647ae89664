// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <functional>
#include <string>

namespace backflow {

/// A change of the training as one of the scenario; it does nothing to a scenario without one.
/// Undo may take the training away while a number is being typed.
std::function<void(Scenario&)> ofTraining(std::function<void(TrainingSpec&)> change);
std::function<void(Scenario&, double)>
ofTraining(std::function<void(TrainingSpec&, double)> change);

/// The data of a task that comes with the program; empty for a task that reads no file.
std::string shippedDataFile(TaskKind task);

/// Gives a scenario that has a training another task. The file stays if it is of the same kind of
/// data. What would stand in the way elsewhere is changed where there is only one way to do so.
void chooseTask(Scenario& scenario, TaskKind task);

} // namespace backflow
