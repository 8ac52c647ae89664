// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/scenario/scenario.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace backflow {

/// A recurrent block at gain 1, H×H, the same on every machine for the same seed:
/// - `Gaussian`: entries N(0, 1/H);
/// - `Orthogonal`: Haar distributed, from the QR factorisation of a Gaussian matrix with the signs
///   of R's diagonal moved into Q (Mezzadri 2007, section 5);
/// - `Identity`: I;
/// - `Uniform`: U(−1/√H, 1/√H), PyTorch's default.
/// `block` counts the blocks of all gates, directions and layers, each drawn on its own.
/// @pre init is not `Explicit`.
Eigen::MatrixXd recurrentMatrix(WeightInit init, int hidden, std::uint64_t seed, int block = 0);

/// How many such blocks a network has: one, three (GRU) or four (LSTM) a layer and direction.
int recurrentBlocks(const NetworkSpec& network);

/// All parameters of the scenario's network, given its recurrent blocks at gain 1 (not read for
/// `Explicit`). Input weights are N(0, input_gain²) in the first layer and N(0, 1/I) in a layer
/// that reads I states, biases zero, but for `Uniform`, where all are U(−1/√H, 1/√H) whatever the
/// gain, which belongs to the recurrence alone; input_gain multiplies the first layer's there too.
/// The output layer is N(0, 1/H). Then the biases of the gates: `forget_bias` and `update_bias` are
/// added, or chrono (Tallec & Ollivier 2018, section 3) puts b_f = log U[1, T_max − 1] and b_i =
/// −b_f, for a GRU log U on the gate that keeps. What `Explicit` leaves out is zero. @pre the
/// scenario is valid.
Parameters makeParameters(const Scenario& scenario, int inputs,
                          const std::vector<Eigen::MatrixXd>& recurrentAtGainOne);

/// Rows as a matrix. @pre all rows are equally long.
Eigen::MatrixXd matrixFrom(const Rows& rows);

} // namespace backflow
