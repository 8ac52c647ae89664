// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_cursor.h"

#include <qcustomplot.h>

#include <algorithm>
#include <limits>

namespace backflow {

namespace {

QString layerName() {
  return QStringLiteral("cursor");
}

} // namespace

PlotCursor::PlotCursor(QCustomPlot& plot) : m_plot(plot) {
  m_plot.addLayer(layerName(), m_plot.layer(QStringLiteral("overlay")), QCustomPlot::limBelow);
  m_plot.layer(layerName())->setMode(QCPLayer::lmBuffered);
  m_line = new QCPItemStraightLine(&m_plot);
  m_line->setLayer(layerName());
  m_text = new QCPItemText(&m_plot);
  m_text->setLayer(layerName());
  m_text->setObjectName(QStringLiteral("cursorReading"));
  m_text->setTextAlignment(Qt::AlignLeft);
  m_text->setPadding({4, 1, 4, 1});
  m_text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_text->position->setType(QCPItemPosition::ptAbsolute);
}

void PlotCursor::setTheme(const Theme& theme) {
  m_line->setPen(QPen(theme.cursor, std::max(1.0, theme.lineWidth / 2)));
  m_text->setFont(theme.smallFont());
  m_text->setColor(theme.text);
  QColor paper = theme.background;
  paper.setAlpha(225);
  m_text->setBrush(paper);
  m_text->setPen(QPen(theme.cursor, 1));
}

void PlotCursor::setVisible(bool visible) {
  m_line->setVisible(visible);
  m_text->setVisible(visible);
}

void PlotCursor::moveTo(int t, const QStringList& values) {
  m_time = t;
  m_line->point1->setCoords(t, 0);
  m_line->point2->setCoords(t, 1);
  m_text->setText(values.join(QChar('\n')));
}

void PlotCursor::placeText(const std::vector<QRectF>& boxes, const std::vector<QPointF>& points) {
  // Where the cursor is out of sight, its values would stand beside something else.
  m_text->setVisible(m_line->visible() && m_plot.xAxis->range().contains(m_time));
  const QRectF area(m_plot.axisRect()->rect());
  const QFontMetricsF metrics(m_text->font());
  const QSizeF size =
      metrics.boundingRect(QRectF(0, 0, 1e4, 1e4), 0, m_text->text()).size() + QSizeF(10, 4);
  const double x = m_plot.xAxis->coordToPixel(m_time);
  const bool leftFirst = x > area.center().x();
  QRectF best;
  double bestCost = std::numeric_limits<double>::infinity();
  for (const bool left : {leftFirst, !leftFirst}) {
    for (const double height : {0.0, 1.0, 0.5, 0.25, 0.75}) {
      QRectF place(QPointF(left ? x - size.width() : x,
                           area.top() + height * (area.height() - size.height())),
                   size);
      if (place.left() < area.left() || place.right() > area.right() + 1) {
        continue;
      }
      // To cover a label is worse than to cover points of a curve.
      double cost = 0;
      for (const QRectF& box : boxes) {
        cost += box.intersects(place) ? 100 : 0;
      }
      for (const QPointF& point : points) {
        cost += place.contains(point) ? 1 : 0;
      }
      if (cost < bestCost) {
        bestCost = cost;
        best = place;
      }
    }
  }
  m_text->position->setCoords(best.topLeft());
}

void PlotCursor::replot() {
  m_plot.layer(layerName())->replot();
}

} // namespace backflow
