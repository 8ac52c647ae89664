// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <functional>
#include <string>

namespace backflow {

/// The cells of which that is true, for an instruction: "\"gru\" or \"lstm\"".
std::string cellsThat(const std::function<bool(CellKind)>& has);

/// The cells that have a gate.
std::string cellsWith(Gate gate);

} // namespace backflow
