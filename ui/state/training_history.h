// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training.h"

#include <memory>
#include <string>
#include <vector>

namespace backflow {

/// One training as far as it has come.
struct TrainingHistory {
  Scenario scenario; ///< as it began
  std::vector<UpdateRecord> records;
  std::vector<TrainingEvent> events;
  TrainingStatus status = TrainingStatus::Running;
  int updates = 0; ///< to be made in all
  double baselineLoss = 0;
  std::string baselineName;
  std::string errorUnit;
  std::string text;   ///< what the network wrote last, for the character task
  int textUpdate = 0; ///< after which update

  int made() const { return static_cast<int>(records.size()); }
};

/// Several side by side, as they are drawn.
using Trainings = std::vector<std::shared_ptr<const TrainingHistory>>;

/// All that a training has recorded so far.
TrainingHistory historyOf(const Training& training);

} // namespace backflow
