// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/scenario/scenario.h"

#include <Eigen/Core>

#include <cstdint>

namespace backflow {

/// The recurrent matrix at gain 1, H×H, the same on every machine for the same seed:
/// - `Gaussian`: entries N(0, 1/H);
/// - `Orthogonal`: Haar distributed, from the QR factorisation of a Gaussian matrix with the signs
///   of R's diagonal moved into Q (Mezzadri 2007, section 5);
/// - `Identity`: I;
/// - `Uniform`: U(−1/√H, 1/√H), PyTorch's default.
/// @pre init is not `Explicit`.
Eigen::MatrixXd recurrentMatrix(WeightInit init, int hidden, std::uint64_t seed);

/// All parameters of the scenario's network, given its recurrent matrix at gain 1 (not read for
/// `Explicit`). W_x is N(0, 1) and b zero, but for `Uniform`, where both are U(−1/√H, 1/√H)
/// whatever the gain: that belongs to the recurrence alone. What `Explicit` leaves out is zero.
/// @pre the scenario is valid.
Parameters makeParameters(const Scenario& scenario, int inputs,
                          const Eigen::MatrixXd& recurrentAtGainOne);

/// Rows as a matrix. @pre all rows are equally long.
Eigen::MatrixXd matrixFrom(const Rows& rows);

} // namespace backflow
