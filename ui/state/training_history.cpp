// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/training_history.h"

#include <cmath>
#include <optional>

namespace backflow {

TrainingHistory historyOf(const Training& training) {
  TrainingHistory history;
  history.scenario = training.scenario();
  history.records = training.records();
  if (!history.records.empty()) {
    // As it began: what was changed in flight since, the records tell.
    const UpdateRecord& first = history.records.front();
    history.scenario.training->optimiser.rate = first.rate;
    std::optional<ClipSpec>& clip = history.scenario.clip;
    clip = std::isfinite(first.threshold)
               ? std::optional(ClipSpec{clip ? clip->mode : ClipMode::Norm, first.threshold})
               : std::nullopt;
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
