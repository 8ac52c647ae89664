// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <string>
#include <vector>

namespace backflow::test {

struct NamedScenario {
  std::string name; ///< fit for a file's name
  Scenario scenario;
};

/// Small healthy networks (no number is near an end of its format, none is chaotic) that together
/// have all that a scenario can say of a run in float32 and float64: cells, layers, directions,
/// attention, losses, loss scale, pins, truncation, clipping, initial states, inputs. `textFile` is
/// read where characters are needed.
std::vector<NamedScenario> featureScenarios(const std::string& textFile);

} // namespace backflow::test
