// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/task.h"

#include "core/train/task/agreement_task.h"
#include "core/train/task/character_task.h"
#include "core/train/task/made_up_tasks.h"
#include "core/train/task/series_task.h"

namespace backflow {

TaskOrProblems makeTask(const Scenario& scenario, const std::filesystem::path& folder) {
  const int horizon = scenario.unroll.horizon;
  switch (scenario.training->task.kind) {
  case TaskKind::Recall:
    break;
  case TaskKind::Adding:
    return makeAddingTask(horizon);
  case TaskKind::CopyMemory:
    return makeCopyMemoryTask(horizon);
  case TaskKind::TemporalOrder:
    return makeTemporalOrderTask(horizon);
  case TaskKind::Agreement:
    return makeAgreementTask(scenario, folder);
  case TaskKind::Temperature:
  case TaskKind::Mood:
  case TaskKind::Sunspots:
    return makeSeriesTask(scenario, folder);
  case TaskKind::Characters:
    return makeCharacterTask(scenario, folder);
  }
  return makeRecallTask(horizon);
}

} // namespace backflow
