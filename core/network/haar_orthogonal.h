// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace backflow {

/// An orthogonal H×H matrix from a square one of independent standard normal entries: the Q of its
/// QR decomposition by Householder reflections, each column with the sign that makes R's diagonal
/// positive, so that Q is distributed by Haar's measure (Mezzadri 2007, How to generate random
/// matrices from the classical compact groups). The same bits on every machine: every entry is
/// computed by one sequence of operations, each rounded by itself.
Eigen::MatrixXd haarOrthogonal(const Eigen::MatrixXd& gaussian);

} // namespace backflow
