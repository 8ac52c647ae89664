// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/training_history.h"

#include <cmath>
#include <cstddef>

namespace backflow {

std::vector<SettingChange> changesOf(const std::vector<UpdateRecord>& records) {
  std::vector<SettingChange> changes;
  for (std::size_t i = 1; i < records.size(); ++i) {
    SettingChange change;
    change.update = records[i].update;
    if (records[i].rate != records[i - 1].rate) {
      change.rate = records[i].rate;
    }
    if (records[i].threshold != records[i - 1].threshold) {
      change.threshold = records[i].threshold;
    }
    if (change.rate || change.threshold) {
      changes.push_back(change);
    }
  }
  return changes;
}

std::optional<ClipSpec> clipAt(double threshold, const std::optional<ClipSpec>& like) {
  return std::isfinite(threshold)
             ? std::optional(ClipSpec{like ? like->mode : ClipMode::Norm, threshold})
             : std::nullopt;
}

TrainingHistory historyOf(const Training& training) {
  TrainingHistory history;
  history.scenario = training.scenario();
  history.records = training.records();
  if (!history.records.empty()) {
    // As it began: what was changed in flight since, the records tell.
    const UpdateRecord& first = history.records.front();
    history.scenario.training->optimiser.rate = first.rate;
    history.scenario.clip = clipAt(first.threshold, history.scenario.clip);
  }
  history.events = training.events();
  history.status = training.status();
  history.updates = training.scenario().training->updates;
  history.baselineLoss = training.baselineLoss();
  history.baselineName = training.baselineName();
  history.errorUnit = training.errorUnit();
  return history;
}

} // namespace backflow
