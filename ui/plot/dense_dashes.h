// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QVector>

namespace backflow {

/// A curve that goes up and down within each pixel, cut into dashes of so many pixels from left to
/// right: dashes along its way could not be told, and take time with the square of its length. In a
/// gap, points without a height, only that is left out which lies within the heights of the dashes
/// on its both sides: no spike is lost.
/// @pre `line` runs to the right; where it has a gap of its own, the height is NaN
QVector<QPointF> cutIntoDashes(const QVector<QPointF>& line, double dash, double gap);

} // namespace backflow
