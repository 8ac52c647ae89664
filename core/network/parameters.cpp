// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/parameters.h"

#include <algorithm>
#include <stdexcept>

namespace backflow {

const Eigen::MatrixXd& parameter(const Parameters& parameters, std::string_view name) {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const NamedMatrix& matrix) { return matrix.name == name; });
  if (found == parameters.end()) {
    throw std::out_of_range("there is no parameter \"" + std::string(name) + "\"");
  }
  return found->values;
}

} // namespace backflow
