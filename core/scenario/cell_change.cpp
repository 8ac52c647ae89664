// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/cell_change.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/training_checks.h"

namespace backflow {

void changeCell(Scenario& scenario, CellKind cell) {
  scenario.network.cell = cell;
  scenario.pins.clear();
  scenario.initialState.cell.clear();
  if (scenario.training && !canRegularise(scenario.network)) {
    scenario.training->regulariser = 0;
  }
  if (!hasGate(cell, Gate::Forget)) {
    scenario.weights.forgetBias = 0;
  }
  if (!hasGate(cell, Gate::Update)) {
    scenario.weights.updateBias = 0;
  }
  if (!hasGates(cell)) {
    scenario.weights.chrono.reset();
  }
}

} // namespace backflow
