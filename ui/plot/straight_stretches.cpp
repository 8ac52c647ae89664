// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/straight_stretches.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

std::vector<std::size_t> withoutStraightStretches(const std::vector<double>& x,
                                                  const std::vector<double>& y, double tolerance) {
  std::vector<std::size_t> kept;
  constexpr double steepest = std::numeric_limits<double>::infinity();
  // The slopes of the lines from the point kept last that pass all points since it.
  double least = -steepest;
  double most = steepest;
  const auto keep = [&](std::size_t k) {
    if (kept.empty() || kept.back() != k) {
      kept.push_back(k);
    }
    least = -steepest;
    most = steepest;
  };
  for (std::size_t k = 0; k < y.size(); ++k) {
    if (k == 0 || std::isnan(y[k]) || std::isnan(y[k - 1])) {
      if (k > 0) {
        keep(k - 1);
      }
      keep(k);
      continue;
    }
    const auto slopeTo = [&](double height) {
      return (height - y[kept.back()]) / (x[k] - x[kept.back()]);
    };
    if (slopeTo(y[k]) < least || slopeTo(y[k]) > most) {
      keep(k - 1);
    }
    least = std::max(least, slopeTo(y[k] - tolerance));
    most = std::min(most, slopeTo(y[k] + tolerance));
  }
  if (!y.empty()) {
    keep(y.size() - 1);
  }
  return kept;
}

} // namespace backflow
