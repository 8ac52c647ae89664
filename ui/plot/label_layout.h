// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace backflow {

/// A label that has to stand near a point of a plot.
struct LabelRequest {
  QPointF anchor;
  QSizeF size;
};

/// Places labels near their anchors, inside `area`, so that they cover neither each other nor, as
/// far as there is room, `obstacles` (points of curves, other marks). Labels are placed in order:
/// the first ones get the better places. Same input, same output.
std::vector<QRectF> placeLabels(const std::vector<LabelRequest>& labels, const QRectF& area,
                                const std::vector<QPointF>& obstacles);

} // namespace backflow
