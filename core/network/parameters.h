// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <string>
#include <string_view>
#include <vector>

namespace backflow {

struct NamedMatrix {
  std::string name; ///< as in scenario files: "W_h"
  Eigen::MatrixXd values;
};

/// The weights of a network, or a gradient with respect to them, in the order of the equations.
/// Vectors are matrices with one column.
using Parameters = std::vector<NamedMatrix>;

/// @throws std::out_of_range if there is none of that name.
const Eigen::MatrixXd& parameter(const Parameters& parameters, std::string_view name);

struct ParameterShape {
  std::string name;
  int rows;
  int columns;
};

} // namespace backflow
