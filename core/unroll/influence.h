// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/experiment.h"

#include <Eigen/Core>

#include <functional>
#include <optional>
#include <stop_token>

namespace backflow {

/// Which loss reaches which state: ‖∂L_t/∂h_k‖₂ in row t − 1 and column k − 1, T×T, in float64
/// without truncation and clipping, by one backward pass for each loss (as RNNbow shows it, Cashman
/// et al. 2018). Zero where no loss acts at t; beyond the diagonal only where a layer reads
/// backwards. `progress` hears how many of how many losses are done. Nothing if stopped.
std::optional<Eigen::MatrixXd>
influenceOf(const Experiment& experiment, const std::stop_token& stop = {},
            const std::function<void(int done, int all)>& progress = {});

} // namespace backflow
