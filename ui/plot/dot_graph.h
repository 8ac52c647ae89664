// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace backflow {

/// Points as discs and circles (ssDisc, ssCircle), drawn as polygons: as ellipses, each with an
/// outline of its own, a hundred take longer than all the rest of a picture.
class DotGraph : public QCPGraph {
 public:
  using QCPGraph::QCPGraph;

 protected:
  void drawScatterPlot(QCPPainter* painter, const QVector<QPointF>& scatters,
                       const QCPScatterStyle& style) const override;
};

} // namespace backflow
