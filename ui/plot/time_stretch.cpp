// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/time_stretch.h"

#include <algorithm>

namespace backflow {

namespace {

/// Fewer steps than this say nothing of the way between them.
constexpr double fewestSteps = 5;

double lengthOf(const TimeStretch& stretch) {
  return stretch.last - stretch.first;
}

} // namespace

TimeStretch wholeStretch(int horizon) {
  const double margin = std::max(0.5, 0.012 * horizon);
  return {1 - margin, horizon + margin};
}

TimeStretch zoomed(const TimeStretch& stretch, int horizon, double about, double factor) {
  const TimeStretch whole = wholeStretch(horizon);
  const double longest = lengthOf(whole);
  const double length =
      std::clamp(lengthOf(stretch) * factor, std::min(fewestSteps, longest), longest);
  const double share = (about - stretch.first) / lengthOf(stretch);
  const double first = about - share * length;
  return moved({first, first + length}, horizon, 0);
}

TimeStretch moved(const TimeStretch& stretch, int horizon, double steps) {
  const TimeStretch whole = wholeStretch(horizon);
  const double length = std::min(lengthOf(stretch), lengthOf(whole));
  const double first =
      std::clamp(stretch.first + steps, whole.first, std::max(whole.first, whole.last - length));
  return {first, first + length};
}

TimeStretch withInSight(const TimeStretch& stretch, int horizon, double t) {
  const bool isInSight = t >= stretch.first && t <= stretch.last;
  return isInSight ? stretch : moved(stretch, horizon, t - (stretch.first + stretch.last) / 2);
}

} // namespace backflow
