// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/dense_dashes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace backflow {

QVector<QPointF> cutIntoDashes(const QVector<QPointF>& line, double dash, double gap) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  QVector<QPointF> result = line;
  double lowest = infinity; // of the dash
  double highest = -infinity;
  double dashNumber = -infinity;
  const auto isHidden = [&](const QPointF& point) {
    return point.y() >= lowest && point.y() <= highest;
  };
  for (qsizetype k = 0; k < line.size(); ++k) {
    const QPointF& point = line[k];
    const double along = point.x() - line.front().x();
    if (std::fmod(along, dash + gap) < dash) {
      if (std::exchange(dashNumber, std::floor(along / (dash + gap))) != dashNumber) {
        lowest = infinity;
        highest = -infinity;
      }
      lowest = std::fmin(lowest, point.y());
      highest = std::fmax(highest, point.y());
      continue;
    }
    // The way to a point that stands out, and on from it, is drawn too.
    const bool leads = k + 1 < line.size() && !isHidden(line[k + 1]);
    const bool follows = k > 0 && !isHidden(line[k - 1]);
    if (isHidden(point) && !leads && !follows) {
      result[k].setY(std::numeric_limits<double>::quiet_NaN());
    }
  }
  return result;
}

} // namespace backflow
