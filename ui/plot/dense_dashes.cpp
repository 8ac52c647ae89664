// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/dense_dashes.h"

#include <cmath>
#include <limits>
#include <vector>

namespace backflow {

namespace {

/// Of the points of a dash.
struct Heights {
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -std::numeric_limits<double>::infinity();

  void take(double lower, double higher) {
    lowest = std::fmin(lowest, lower);
    highest = std::fmax(highest, higher);
  }
  bool contain(double height) const { return height >= lowest && height <= highest; }
};

} // namespace

QVector<QPointF> cutIntoDashes(const QVector<QPointF>& line, double dash, double gap) {
  if (line.isEmpty()) {
    return line;
  }
  const double period = dash + gap;
  const auto along = [&](qsizetype k) {
    return line[k].x() - line.front().x();
  };
  const auto dashAt = [&](qsizetype k) {
    return static_cast<std::size_t>(along(k) / period);
  };
  const auto isInGap = [&](qsizetype k) {
    return std::fmod(along(k), period) >= dash;
  };
  // Of each dash, and then of it and the next: those about the gap between them.
  std::vector<Heights> about(dashAt(line.size() - 1) + 1);
  for (qsizetype k = 0; k < line.size(); ++k) {
    if (!isInGap(k)) {
      about[dashAt(k)].take(line[k].y(), line[k].y());
    }
  }
  for (std::size_t k = 0; k + 1 < about.size(); ++k) {
    about[k].take(about[k + 1].lowest, about[k + 1].highest);
  }
  QVector<QPointF> result = line;
  for (qsizetype k = 0; k < line.size(); ++k) {
    const Heights& heights = about[dashAt(k)];
    const auto isHidden = [&](qsizetype point) {
      return point < 0 || point >= line.size() || heights.contain(line[point].y());
    };
    // The way to a point that stands out, and on from it, is drawn too.
    if (isInGap(k) && isHidden(k - 1) && isHidden(k) && isHidden(k + 1)) {
      result[k].setY(std::numeric_limits<double>::quiet_NaN());
    }
  }
  return result;
}

} // namespace backflow
