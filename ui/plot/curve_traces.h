// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_curve.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <vector>

class QCustomPlot;

namespace backflow {

/// Pixels all along the curves, close together even where they are steep, within the axes: what
/// words on the plot would cover.
std::vector<QPointF> curveTraces(const QCustomPlot& plot, const std::vector<NormCurve>& curves);

/// The same of straight lines in the plot's coordinates, added to `pixels`.
void addStraightTraces(const QCustomPlot& plot, const std::vector<QLineF>& lines,
                       std::vector<QPointF>& pixels);

/// Pixels along what of a line of pixels lies in the area.
void addTrace(const QLineF& line, const QRectF& area, std::vector<QPointF>& pixels);

/// Index of the step at or before a time; of the first for times before it.
std::size_t stepIndexAt(double time);

} // namespace backflow
