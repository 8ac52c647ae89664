// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <vector>

namespace backflow {

/// What a cell has beside its equations. Files, panels and scripts ask here, so that a further cell
/// answers in one place.

/// The gates that pins and biases may name, in the order of choice lists; none of a plain layer.
std::vector<Gate> gatesOf(CellKind cell);
bool hasGate(CellKind cell, Gate gate);
bool hasGates(CellKind cell);

/// Whether its equations come in two forms, of which NetworkSpec::variant names one.
bool hasVariants(CellKind cell);

/// Whether a second vector, c, passes from step to step beside h.
bool hasCellState(CellKind cell);

} // namespace backflow
