// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

namespace backflow {

/// Gives the network another cell. What belongs to the former one alone goes with it: pins, c_0,
/// biases of gates that the new one has not, and a regulariser that is not defined for it.
void changeCell(Scenario& scenario, CellKind cell);

} // namespace backflow
