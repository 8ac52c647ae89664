// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/chart_drawing.h"

#include <qcustomplot.h>

#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

ChartDrawing::ChartDrawing(QWidget& widget) : m_plot(new QCustomPlot(&widget)) {
  auto* layout = new QVBoxLayout(&widget);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_plot);
  m_plot->setObjectName(QStringLiteral("plot"));
  m_plot->setMinimumSize(120, 80);
  m_plot->setPlottingHint(QCP::phImmediateRefresh, false);
  m_replot.setSingleShot(true);
  QObject::connect(&m_replot, &QTimer::timeout, m_plot, [this] { m_plot->replot(); });
  QObject::connect(m_plot, &QCustomPlot::beforeReplot, m_plot, [this] { leaveQueue(); });
}

ChartDrawing::~ChartDrawing() {
  leaveQueue();
}

void ChartDrawing::queueReplot() {
  if (!isReplotQueued()) {
    queue().push_back(this);
    queue().front()->m_replot.start();
  }
}

bool ChartDrawing::isReplotQueued() const {
  return std::ranges::find(queue(), this) != queue().end();
}

void ChartDrawing::leaveQueue() {
  m_replot.stop();
  std::erase(queue(), this);
  if (!queue().empty()) {
    queue().front()->m_replot.start();
  }
}

std::vector<ChartDrawing*>& ChartDrawing::queue() {
  static std::vector<ChartDrawing*> drawings;
  return drawings;
}

} // namespace backflow
