// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/clipping.h"

#include <Eigen/Core>

#include <vector>

namespace backflow {

/// What `value` clipping leaves of each copy of the weights, for t = earliest..T:
///
///   norms[t − 1] = ‖kept ⊙ (∂L/∂a_t · [h_{t−1}; x_t; 1]ᵀ)‖₂,   kept = after / before,
///
/// entry by entry of the gradient over [W_h, W_x, b] (an entry that was zero is kept whole).
/// activationGradients: H×T, states: H×(T + 1), input: D×T, norms: T. Gathered with scaling, as
/// the kept share of a huge gradient is tiny; NaN where an entry of a clipped sum was infinite.
template <class Scalar>
void recordKeptShares(
    const Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>& activationGradients,
    const Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>& states,
    const Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>& input,
    const GradientList<Scalar>& before, const GradientList<Scalar>& after, int earliest,
    std::vector<double>& norms);

} // namespace backflow
