// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <cstdint>

namespace backflow::test {

/// Any small network with any input, initial state and loss, the same for the same seed: up to 6
/// units, 3 layers, 4 inputs and 9 steps. Float64 alone, neither truncated nor clipped, and of a
/// size at which no number under- or overflows.
Scenario randomScenario(std::uint64_t seed);

} // namespace backflow::test
