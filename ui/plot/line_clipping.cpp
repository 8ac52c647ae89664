// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/line_clipping.h"

#include <algorithm>

namespace backflow {

namespace {

/// Narrows the share of the way, from..to, to where `start + share · way` lies between two limits.
bool narrow(double start, double way, double least, double most, double& from, double& to) {
  if (way == 0) {
    return least <= start && start <= most;
  }
  const double one = (least - start) / way;
  const double other = (most - start) / way;
  from = std::max(from, std::min(one, other));
  to = std::min(to, std::max(one, other));
  return from <= to;
}

} // namespace

std::optional<QLineF> clipped(const QLineF& line, const QRectF& box) {
  double from = 0;
  double to = 1;
  if (!narrow(line.x1(), line.dx(), box.left(), box.right(), from, to) ||
      !narrow(line.y1(), line.dy(), box.top(), box.bottom(), from, to)) {
    return std::nullopt;
  }
  return QLineF(line.pointAt(from), line.pointAt(to));
}

} // namespace backflow
