// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/training_history.h"

namespace backflow {

TrainingHistory historyOf(const Training& training) {
  TrainingHistory history;
  history.scenario = training.scenario();
  history.records = training.records();
  history.events = training.events();
  history.status = training.status();
  history.updates = training.scenario().training->updates;
  history.baselineLoss = training.baselineLoss();
  history.baselineName = training.baselineName();
  history.errorUnit = training.errorUnit();
  return history;
}

} // namespace backflow
