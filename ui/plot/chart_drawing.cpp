// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/chart_drawing.h"

#include <qcustomplot.h>

#include <QVBoxLayout>

namespace backflow {

ChartDrawing::ChartDrawing(QWidget& widget) : m_plot(new QCustomPlot(&widget)) {
  auto* layout = new QVBoxLayout(&widget);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_plot);
  m_plot->setObjectName(QStringLiteral("plot"));
  m_plot->setMinimumSize(120, 80);
  // All plots that change are painted together, and not each at once by itself.
  m_plot->setPlottingHint(QCP::phImmediateRefresh, false);
  m_replot.setSingleShot(true);
  QObject::connect(&m_replot, &QTimer::timeout, m_plot, [this] { m_plot->replot(); });
  QObject::connect(m_plot, &QCustomPlot::beforeReplot, m_plot, [this] { m_replot.stop(); });
}

void ChartDrawing::queueReplot() {
  m_replot.start();
}

} // namespace backflow
