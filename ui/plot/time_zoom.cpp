// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/time_zoom.h"

#include "ui/plot/axes_drag.h"

#include <qcustomplot.h>

#include <cmath>
#include <utility>

namespace backflow {

namespace {

constexpr double wheelNotch = 120; ///< as Qt counts
constexpr double zoomOfNotch = 0.8;
constexpr double moveOfNotch = 0.1; ///< of what is in sight

} // namespace

TimeZoom::TimeZoom(QCustomPlot& plot) : QObject(&plot), m_plot(plot) {
  connect(&plot, &QCustomPlot::mouseWheel, this, [this](const QWheelEvent* event) {
    if (!isPressInAxes(m_plot, event->position())) {
      return;
    }
    const bool sideways = (event->modifiers() & Qt::ShiftModifier) != 0;
    const double right = -event->angleDelta().x() / wheelNotch;
    const double up = event->angleDelta().y() / wheelNotch;
    const double steps = (m_stretch.last - m_stretch.first) * moveOfNotch;
    if (sideways || std::abs(right) > std::abs(up)) {
      wish(moved(m_stretch, m_horizon, (sideways ? right - up : right) * steps));
    } else {
      const double about = m_plot.xAxis->pixelToCoord(event->position().x());
      wish(zoomed(m_stretch, m_horizon, about, std::pow(zoomOfNotch, up)));
    }
  });
  connect(&plot, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
    m_isDragged = isPressInAxes(m_plot, event->position()) &&
                  (event->button() == Qt::RightButton || event->button() == Qt::MiddleButton);
    m_grip = m_plot.xAxis->pixelToCoord(event->position().x());
  });
  connect(&plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
    if (m_isDragged && (event->buttons() & (Qt::RightButton | Qt::MiddleButton)) != 0) {
      const double under = m_plot.xAxis->pixelToCoord(event->position().x());
      wish(moved(m_stretch, m_horizon, m_grip - under));
    }
  });
  connect(&plot, &QCustomPlot::mouseRelease, this, [this] { m_isDragged = false; });
  connect(&plot, &QCustomPlot::mouseDoubleClick, this, [this](const QMouseEvent* event) {
    if (isPressInAxes(m_plot, event->position())) {
      wish(wholeStretch(m_horizon));
    }
  });
}

void TimeZoom::setHorizon(int horizon) {
  if (std::exchange(m_horizon, horizon) != horizon) {
    m_stretch = wholeStretch(horizon);
  }
}

void TimeZoom::setShown(const TimeStretch& stretch) {
  m_stretch = moved(stretch, m_horizon, 0);
}

void TimeZoom::wish(const TimeStretch& stretch) {
  if (stretch != m_stretch) {
    emit stretchWished(stretch);
  }
}

} // namespace backflow
