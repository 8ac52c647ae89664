// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/checkpointing.h"

#include "core/scenario/validation.h"
#include "core/unroll/track.h"
#include "core/unroll/truncation.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

int wholeBlocks(int horizon) {
  const auto root = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(horizon))));
  return (root + blockSteps - 1) / blockSteps * blockSteps;
}

} // namespace

int segmentLength(const Scenario& scenario, const StepProgram& program, int bytesPerNumber) {
  constexpr double mostHeld = 64.0 * 1024 * 1024;
  if (!canCheckpoint(scenario.network)) {
    return 0;
  }
  const int horizon = scenario.unroll.horizon;
  const double held = static_cast<double>(program.heldSize) * horizon * bytesPerNumber;
  return scenario.unroll.checkpointing.value_or(held > mostHeld) ? wholeBlocks(horizon) : 0;
}

MemoryRecord memoryOf(const NetworkPlan& plan, const Scenario& scenario, int bytesPerNumber,
                      int segment) {
  double held = 0;
  double states = 0;
  for (const auto& stage : plan.stages) {
    for (const TrackPlan& track : stage) {
      held += track.program.heldSize;
      states += track.program.stateSize;
    }
  }
  const double horizon = scenario.unroll.horizon;
  const double length =
      std::min(horizon, static_cast<double>(wholeBlocks(scenario.unroll.horizon)));
  MemoryRecord record;
  record.full = bytesPerNumber * held * horizon;
  record.truncated = bytesPerNumber * held * statesHeld(scenario);
  record.checkpointed = bytesPerNumber * (held * length + states * std::ceil(horizon / length));
  record.checkpointing = segment > 0;
  return record;
}

} // namespace backflow
