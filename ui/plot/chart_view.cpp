// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/chart_view.h"

#include "ui/plot/chart_drawing.h"

#include <qcustomplot.h>

#include <QEvent>

namespace backflow {

ChartView::ChartView(QWidget* parent) : PlotView(parent) {}

ChartView::~ChartView() = default;

void ChartView::setFindings(const Findings& findings) {
  m_drawing->setFindings(findings);
}

void ChartView::setTimeCursor(int t) {
  m_drawing->setTimeCursor(t);
}

void ChartView::setTheme(const Theme& theme) {
  m_drawing->setTheme(theme);
}

void ChartView::setCaptionShown(bool shown) {
  m_drawing->setCaptionShown(shown);
}

void ChartView::setCursorShown(bool shown) {
  m_drawing->setCursorShown(shown);
}

QCustomPlot& ChartView::plot() const {
  return m_drawing->plot();
}

void ChartView::setPictureSize(const QSize& size) {
  plot().resize(size);
}

void ChartView::paintPicture(QPaintDevice& device, const QSizeF& extent) {
  const QSize size = plot().size();
  QCPPainter painter(&device);
  painter.scale(extent.width() / size.width(), extent.height() / size.height());
  plot().toPainter(&painter, size.width(), size.height());
}

void ChartView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_drawing) {
    m_drawing->redraw();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
