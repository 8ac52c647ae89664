// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/dot_graph.h"

#include <qcustomplot.h>

#include <QPainterPath>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace backflow {

namespace {

/// Round at the size of a dot, enlarged for print too.
constexpr int corners = 24;

QPolygonF polygonOf(double radius) {
  QPolygonF polygon;
  for (int k = 0; k <= corners; ++k) {
    const double angle = 2 * std::numbers::pi * k / corners;
    polygon << radius * QPointF(std::cos(angle), std::sin(angle));
  }
  return polygon;
}

class DotGraph : public QCPGraph {
 public:
  using QCPGraph::QCPGraph;

 protected:
  void drawScatterPlot(QCPPainter* painter, const QVector<QPointF>& scatters,
                       const QCPScatterStyle& style) const override;
};

void DotGraph::drawScatterPlot(QCPPainter* painter, const QVector<QPointF>& scatters,
                               const QCPScatterStyle& style) const {
  const bool isDisc = style.shape() == QCPScatterStyle::ssDisc;
  if (!isDisc && style.shape() != QCPScatterStyle::ssCircle) {
    QCPGraph::drawScatterPlot(painter, scatters, style);
    return;
  }
  const double halfLine = style.pen().widthF() / 2;
  QPainterPath dot;
  dot.addPolygon(polygonOf(style.size() / 2 + halfLine));
  if (!isDisc) {
    dot.addPolygon(polygonOf(style.size() / 2 - halfLine));
  }
  applyScattersAntialiasingHint(painter);
  painter->setPen(Qt::NoPen);
  painter->setBrush(style.pen().color());
  for (const QPointF& point : scatters) {
    painter->drawPath(dot.translated(point));
  }
}

} // namespace

QCPGraph* addDotGraph(QCPAxis* keyAxis, QCPAxis* valueAxis) {
  return new DotGraph(keyAxis, valueAxis);
}

} // namespace backflow
