// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axis_style.h"

#include <qcustomplot.h>

#include <algorithm>

namespace backflow {

void dressAxis(QCPAxis& axis, const Theme& theme) {
  const QPen pen(theme.mutedText, std::max(1.0, theme.lineWidth / 2));
  axis.setBasePen(pen);
  axis.setTickPen(pen);
  axis.setSubTickPen(Qt::NoPen);
  axis.setTickLabelFont(theme.font);
  axis.setTickLabelColor(theme.text);
  axis.setLabelFont(theme.font);
  axis.setLabelColor(theme.text);
  axis.setLabelPadding(3);
  axis.grid()->setPen(QPen(theme.grid, 1));
  axis.grid()->setZeroLinePen(QPen(theme.grid, 1));
}

} // namespace backflow
