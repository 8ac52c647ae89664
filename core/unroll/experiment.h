// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <Eigen/Core>

#include <filesystem>
#include <variant>
#include <vector>

namespace backflow {

/// A scenario with every number drawn or read: what a run computes on, in float64. H units, D
/// inputs, T steps, K ≤ H compared units.
struct Experiment {
  Scenario scenario;
  Parameters weights;           ///< W_h H×H, W_x H×D, b H×1
  Eigen::MatrixXd input;        ///< D×T, column t − 1 is x_t
  Eigen::VectorXd initialState; ///< h_0, H
  Eigen::VectorXd injected;     ///< v, H; empty unless the loss is `inject`
  Eigen::MatrixXd targets;      ///< K×T for `every`, K×1 for `last`; empty for `inject`
};

/// Draws the weights and reads the files that the scenario names, relative to `folder`.
/// Returns the problems instead, if a field is wrong or a file cannot be used.
std::variant<Experiment, std::vector<FieldProblem>> prepare(const Scenario& scenario,
                                                            const std::filesystem::path& folder);

} // namespace backflow
