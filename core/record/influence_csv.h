// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <ostream>

namespace backflow {

/// Writes a matrix of influences as CSV (RFC 4180): a row for each loss step t, a column for each
/// state step k.
void writeInfluenceCsv(const Eigen::MatrixXd& influence, std::ostream& out);

} // namespace backflow
