// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training.h"

#include <memory>
#include <optional>
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

/// A setting that took effect in flight.
struct SettingChange {
  int update = 0;
  std::optional<double> rate;
  std::optional<double> threshold; ///< of clipping; inf where it was switched off
};

/// In the order of their updates.
std::vector<SettingChange> changesOf(const std::vector<UpdateRecord>& records);

/// Clipping at a recorded threshold, in the way of `like` if there is one; none at inf.
std::optional<ClipSpec> clipAt(double threshold, const std::optional<ClipSpec>& like);

/// All that a training has recorded so far.
TrainingHistory historyOf(const Training& training);

} // namespace backflow
