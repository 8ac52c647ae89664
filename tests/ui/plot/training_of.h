// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/training_history.h"

#include <memory>

namespace backflow::test {

/// A training of three steps, all of whose updates are alike; the plain guess's loss is 0.5.
inline std::shared_ptr<TrainingHistory> trainingOf(int updates) {
  auto history = std::make_shared<TrainingHistory>();
  history->scenario.training.emplace();
  history->scenario.unroll.horizon = 3;
  history->updates = 100000;
  history->baselineLoss = 0.5;
  for (int update = 1; update <= updates; ++update) {
    UpdateRecord record;
    record.update = update;
    record.loss = 1;
    record.normBefore = 10;
    record.normAfter = 1;
    record.rate = 0.1;
    record.threshold = 1;
    history->records.push_back(record);
  }
  return history;
}

} // namespace backflow::test
