// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAxis;
class QCPGraph;

namespace backflow {

/// Adds a graph whose points are discs or circles (ssDisc, ssCircle), drawn as polygons: as
/// ellipses, each with an outline of its own, a hundred take longer than all the rest of a picture.
/// It belongs to the plot.
QCPGraph* addDotGraph(QCPAxis* keyAxis, QCPAxis* valueAxis);

} // namespace backflow
