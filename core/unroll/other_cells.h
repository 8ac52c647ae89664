// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/unroll/experiment.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace backflow {

/// The scenario with another cell in its place: what belongs to gates that this one lacks (pins,
/// biases, c_0) is left out, everything else, seeds first of all, stays. Float64 alone.
/// @pre the weights are drawn, not given.
Scenario withOtherCell(Scenario scenario, CellKind cell);

/// The reference curves of all cells on this scenario, in the order of choice lists. Empty if the
/// scenario gives explicit weights, which only fit its own cell; nothing if stopped.
std::optional<std::vector<OtherCell>> runOtherCells(ExperimentBuilder& builder,
                                                    const Scenario& scenario,
                                                    const std::filesystem::path& folder,
                                                    const std::stop_token& stop = {});

} // namespace backflow
