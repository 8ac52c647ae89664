// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/training_edit.h"

#include "core/scenario/library.h"
#include "core/scenario/training_checks.h"

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

const char* shippedName(TaskKind task) {
  switch (task) {
  case TaskKind::Agreement:
    return "agreement-templates-pt.json";
  case TaskKind::Temperature:
  case TaskKind::Mood:
    return "seattle-weather.csv";
  case TaskKind::Sunspots:
    return "sunspots-monthly-1749-1983.csv";
  case TaskKind::Characters:
    return "alice-in-wonderland.txt";
  case TaskKind::Recall:
  case TaskKind::Adding:
  case TaskKind::CopyMemory:
  case TaskKind::TemporalOrder:
    break;
  }
  return nullptr;
}

} // namespace

std::function<void(Scenario&)> ofTraining(std::function<void(TrainingSpec&)> change) {
  return [change = std::move(change)](Scenario& scenario) {
    if (scenario.training) {
      change(*scenario.training);
    }
  };
}

std::function<void(Scenario&, double)>
ofTraining(std::function<void(TrainingSpec&, double)> change) {
  return [change = std::move(change)](Scenario& scenario, double number) {
    if (scenario.training) {
      change(*scenario.training, number);
    }
  };
}

std::string shippedDataFile(TaskKind task) {
  const char* name = shippedName(task);
  return name ? (resourceFolder() / "data" / name).string() : std::string();
}

void chooseTask(Scenario& scenario, TaskKind task) {
  TaskSpec& chosen = scenario.training->task;
  const std::string shipped = shippedDataFile(task);
  if (chosen.file.empty() || shipped != shippedDataFile(chosen.kind)) {
    chosen.file = shipped;
  }
  chosen.kind = task;
  scenario.unroll.horizon = std::max(scenario.unroll.horizon, shortestSequence(task));
  scenario.network.readout = Readout::State;
  auto& truncation = scenario.unroll.truncation;
  if (truncation && hasLossAtEveryStep(task)) {
    truncation->mode = TruncationMode::Windows;
  }
  if (!canRegularise(scenario.network)) {
    scenario.training->regulariser = 0;
  }
}

} // namespace backflow
