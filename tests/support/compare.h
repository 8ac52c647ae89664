// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/naive_network.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace backflow::test {

/// max |found − expected| / max |expected|: how far off, measured by the largest entry expected.
/// Inf if the shapes differ or a number is not finite, so that no comparison passes by accident.
inline double errorByLargest(const Eigen::MatrixXd& found, const WideTable& expected) {
  if (found.rows() != static_cast<Eigen::Index>(expected.size())) {
    return std::numeric_limits<double>::infinity();
  }
  Wide largest = 0;
  Wide error = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (found.cols() != static_cast<Eigen::Index>(expected[i].size())) {
      return std::numeric_limits<double>::infinity();
    }
    for (std::size_t j = 0; j < expected[i].size(); ++j) {
      const double entry = found(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
      if (!std::isfinite(entry) || !std::isfinite(expected[i][j])) {
        return std::numeric_limits<double>::infinity();
      }
      largest = std::max(largest, std::abs(expected[i][j]));
      error = std::max(error, std::abs(entry - expected[i][j]));
    }
  }
  return error == 0 ? 0 : static_cast<double>(error / largest);
}

inline double errorByLargest(const std::vector<double>& found, const WideVector& expected) {
  const Eigen::Map<const Eigen::RowVectorXd> row(found.data(),
                                                 static_cast<Eigen::Index>(found.size()));
  return errorByLargest(Eigen::MatrixXd(row), WideTable{expected});
}

} // namespace backflow::test
