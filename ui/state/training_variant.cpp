// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/training_variant.h"

#include "core/scenario/training_checks.h"
#include "core/unroll/other_cells.h"

#include <algorithm>

namespace backflow {

namespace {

constexpr int shortLength = 5;

bool isPlain(const NetworkSpec& network) {
  return network.cell == CellKind::Rnn && network.layers == 1 && !network.bidirectional;
}

Scenario withCell(const Scenario& scenario, CellKind cell) {
  Scenario changed = withOtherCell(scenario, cell);
  changed.precisions = scenario.precisions;
  changed.training->regulariser = 0;
  return changed;
}

/// The same for everything that a running training does not mind.
Scenario groundOf(Scenario scenario) {
  if (!scenario.training) {
    return scenario;
  }
  scenario.title.clear();
  scenario.input = {};
  scenario.loss = {};
  scenario.initialState = {};
  scenario.precisions.clear();
  scenario.thresholds = {};
  scenario.clip.reset();
  scenario.unroll.checkpointing.reset();
  scenario.training->optimiser.rate = 0;
  scenario.training->updates = 0;
  return scenario;
}

} // namespace

VariantObstacle obstacleOf(const Scenario& scenario, TrainingVariant variant) {
  const CellKind cell = scenario.network.cell;
  switch (variant) {
  case TrainingVariant::None:
  case TrainingVariant::Clipping:
  case TrainingVariant::Truncation:
    break;
  case TrainingVariant::Rnn:
    return cell == CellKind::Rnn ? VariantObstacle::SameCell : VariantObstacle::None;
  case TrainingVariant::Gru:
    return cell == CellKind::Gru ? VariantObstacle::SameCell : VariantObstacle::None;
  case TrainingVariant::Lstm:
    return cell == CellKind::Lstm ? VariantObstacle::SameCell : VariantObstacle::None;
  case TrainingVariant::Regulariser:
    return isPlain(scenario.network) ? VariantObstacle::None : VariantObstacle::NotPlain;
  }
  return VariantObstacle::None;
}

Scenario variantOf(Scenario scenario, TrainingVariant variant) {
  switch (variant) {
  case TrainingVariant::None:
    break;
  case TrainingVariant::Clipping:
    scenario.clip = scenario.clip ? std::nullopt : std::optional(ClipSpec{ClipMode::Norm, 1});
    break;
  case TrainingVariant::Truncation:
    if (scenario.unroll.truncation) {
      scenario.unroll.truncation.reset();
    } else {
      const bool everyStep = hasLossAtEveryStep(scenario.training->task.kind);
      scenario.unroll.truncation =
          TruncationSpec{everyStep ? TruncationMode::Windows : TruncationMode::FromLoss,
                         std::min(shortLength, scenario.unroll.horizon)};
    }
    break;
  case TrainingVariant::Rnn:
    return withCell(scenario, CellKind::Rnn);
  case TrainingVariant::Gru:
    return withCell(scenario, CellKind::Gru);
  case TrainingVariant::Lstm:
    return withCell(scenario, CellKind::Lstm);
  case TrainingVariant::Regulariser:
    scenario.training->regulariser = scenario.training->regulariser > 0 ? 0 : 1;
    break;
  }
  return scenario;
}

bool differOnlyInFlight(const Scenario& one, const Scenario& other) {
  return groundOf(one) == groundOf(other);
}

} // namespace backflow
