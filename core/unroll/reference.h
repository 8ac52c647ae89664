// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/rnn_cell.h"
#include "core/unroll/experiment.h"
#include "core/unroll/loss.h"

#include <Eigen/Core>

#include <stop_token>
#include <vector>

namespace backflow {

/// log₂ ‖δ_t‖₂ for t = 1..T with an unbounded exponent: what the gradient would be if numbers
/// could neither vanish nor overflow. The backward pass is linear in δ, so rescaling δ by a power
/// of two at each step and adding up the exponents is exact (computed with float64 digits).
/// Truncation and `state_norm` clipping act as in the runs. −inf where δ_t is exactly zero, NaN or
/// inf only where the float64 states or the loss's own gradient already are.
///
/// states: H×(T + 1) of the float64 forward pass. Returns an empty vector if stopped.
std::vector<double> referenceLog2(const Experiment& experiment, const RnnCell<double>& cell,
                                  const Loss<double>& loss, const Eigen::MatrixXd& states,
                                  const std::stop_token& stop);

} // namespace backflow
