// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/findings.h"

namespace backflow {

bool canKeepUnits(const Scenario& scenario) {
  // Numbers of float64: about 64 MB with the gates.
  constexpr double mostUnitSteps = 2e6;
  return static_cast<double>(scenario.network.hidden) * scenario.unroll.horizon <= mostUnitSteps;
}

} // namespace backflow
