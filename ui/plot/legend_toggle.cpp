// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/legend_toggle.h"

#include <qcustomplot.h>

#include <utility>

namespace backflow {

LegendToggle::LegendToggle(QCustomPlot& plot) : QObject(&plot), m_plot(plot) {
  connect(&plot, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
    m_pressed = event->button() == Qt::LeftButton ? entryAt(event->pos()) : QString();
  });
  connect(&plot, &QCustomPlot::mouseRelease, this, [this](const QMouseEvent* event) {
    const QString pressed = std::exchange(m_pressed, QString());
    if (!pressed.isEmpty() && entryAt(event->pos()) == pressed) {
      emit clicked(pressed);
    }
  });
  connect(&plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
    if (event->buttons() == Qt::NoButton) {
      showHover(event->pos());
    }
  });
}

QString LegendToggle::entryAt(const QPoint& place) const {
  for (int k = 0; k < m_plot.legend->itemCount(); ++k) {
    auto* item = qobject_cast<QCPPlottableLegendItem*>(m_plot.legend->item(k));
    if (item != nullptr && item->outerRect().contains(place)) {
      return item->plottable()->objectName();
    }
  }
  return {};
}

QRect LegendToggle::placeOf(const QString& name) const {
  for (int k = 0; k < m_plot.legend->itemCount(); ++k) {
    auto* item = qobject_cast<QCPPlottableLegendItem*>(m_plot.legend->item(k));
    if (item != nullptr && item->plottable()->objectName() == name) {
      return item->outerRect();
    }
  }
  return {};
}

void LegendToggle::showHover(const QPoint& place) {
  const QString over = entryAt(place);
  if (std::exchange(m_over, over) == over) {
    return;
  }
  if (over.isEmpty()) {
    m_plot.unsetCursor();
    m_plot.setToolTip(QString());
    return;
  }
  const QString detail = m_details.value(over);
  m_plot.setCursor(Qt::PointingHandCursor);
  m_plot.setToolTip(detail.isEmpty() ? m_hint : detail + QChar('\n') + m_hint);
}

} // namespace backflow
