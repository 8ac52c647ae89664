// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/cliff.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace backflow {

/// Where a descent leaves the frame of its picture for the first time.
struct CliffExit {
  int update = 0; ///< the one that leaves, from 1
  CliffPoint from;
  CliffPoint border; ///< where the way to the next stop crosses the frame
};

std::optional<CliffExit> exitOf(const CliffFrame& frame, const std::vector<CliffStep>& steps);

/// The point of the frame that is nearest in each coordinate.
CliffPoint clampedTo(const CliffFrame& frame, CliffPoint point);

/// Where a label of `size` stands: inside `room`, to the left or right of `point` by `gap`, and
/// clear of `taken` where that can be had.
QRectF labelBeside(QPointF point, QSizeF size, double gap, const QRectF& room, const QRectF& taken);

/// "E₅₀(w, b)"
QString surfaceName(int horizon);

} // namespace backflow
