// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/chart_view.h"

#include <qcustomplot.h>

namespace backflow {

void ChartView::setPictureSize(const QSize& size) {
  plot().resize(size);
}

void ChartView::paintPicture(QPaintDevice& device, const QSizeF& extent) {
  const QSize size = plot().size();
  QCPPainter painter(&device);
  painter.scale(extent.width() / size.width(), extent.height() / size.height());
  plot().toPainter(&painter, size.width(), size.height());
}

} // namespace backflow
