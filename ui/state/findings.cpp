// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/findings.h"

namespace backflow {

int longestWithUnits(const Scenario& scenario) {
  // Numbers of float64: about 64 MB with the gates.
  constexpr int mostUnitSteps = 2'000'000;
  return mostUnitSteps / scenario.network.hidden;
}

bool canKeepUnits(const Scenario& scenario) {
  return scenario.unroll.horizon <= longestWithUnits(scenario);
}

} // namespace backflow
