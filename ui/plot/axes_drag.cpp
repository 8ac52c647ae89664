// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axes_drag.h"

#include <qcustomplot.h>

#include <algorithm>

namespace backflow {

namespace {

constexpr double tolerance = 4; ///< in pixels

} // namespace

bool isPressIn(const QRectF& area, const QPointF& place) {
  return area.adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(place);
}

bool isPressInAxes(const QCustomPlot& plot, const QPointF& place) {
  return std::ranges::any_of(
      plot.axisRects(), [&](const QCPAxisRect* rect) { return isPressIn(rect->rect(), place); });
}

AxesDrag::AxesDrag(QCustomPlot& plot) : QObject(&plot) {
  connect(&plot, &QCustomPlot::mousePress, this, [this, &plot](const QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
      m_isHeld = isPressInAxes(plot, event->position());
    }
    if (event->button() == Qt::LeftButton && m_isHeld) {
      emit moved(event->position());
    }
  });
  connect(&plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
    m_isHeld = m_isHeld && (event->buttons() & Qt::LeftButton) != 0;
    if (m_isHeld) {
      emit moved(event->position());
    }
  });
  connect(&plot, &QCustomPlot::mouseRelease, this, [this](const QMouseEvent* event) {
    m_isHeld = m_isHeld && event->button() != Qt::LeftButton;
  });
}

} // namespace backflow
