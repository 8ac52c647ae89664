// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/step_factor.h"

#include <algorithm>
#include <cmath>

namespace backflow {

std::optional<double> stepFactor(const std::vector<double>& log2, int t, ComputedTowards towards) {
  const int horizon = static_cast<int>(log2.size());
  const int direction = towards == ComputedTowards::Later ? 1 : -1;
  const auto inside = [horizon](int time) {
    return std::clamp(time, 1, horizon);
  };
  int from = inside(t - direction * stepFactorWindow);
  int to = inside(t);
  if (from == to) {
    to = inside(t + direction * stepFactorWindow);
  }
  if (from == to) {
    return std::nullopt;
  }
  const double change =
      log2[static_cast<std::size_t>(to) - 1] - log2[static_cast<std::size_t>(from) - 1];
  // Two infinite ends give NaN.
  return std::isfinite(change) ? std::optional(std::exp2(change / std::abs(to - from)))
                               : std::nullopt;
}

} // namespace backflow
