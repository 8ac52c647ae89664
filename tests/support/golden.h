// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <map>
#include <string>
#include <vector>

namespace backflow::test {

/// What PyTorch gave for a scenario in one precision.
struct GoldenNumbers {
  double loss = 0;
  double normBefore = 0;
  std::vector<double> gradientNorm;
  Rows stateGradients; ///< T rows of H
  std::map<std::string, Rows> parameterGradients;
};

struct GoldenCase {
  Scenario scenario;
  std::map<std::string, GoldenNumbers> expected; ///< by the name of the precision
};

/// The file names in tests/golden that begin with `prefix`, sorted.
std::vector<std::string> goldenNames(const std::string& prefix);

/// One case of the plain recurrent network; throws if the file is not as expected.
GoldenCase goldenCase(const std::string& name);

} // namespace backflow::test
