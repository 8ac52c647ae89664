// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/legend_layout.h"

#include <qcustomplot.h>

#include <QFont>
#include <QFontMetrics>
#include <QString>

namespace backflow {

int legendEntryWidth(const QCPLegend& legend, const QFont& font, const QString& name) {
  constexpr int air = 4;
  return QFontMetrics(font).horizontalAdvance(name) + legend.iconSize().width() +
         legend.iconTextPadding() + legend.columnSpacing() + air;
}

void arrangeEntries(QCPLegend& legend, const LegendFit& fit) {
  const bool isAcross = fit.order == LegendOrder::Across;
  legend.setWrap(isAcross ? fit.columns : fit.lines);
  legend.setFillOrder(isAcross ? QCPLayoutGrid::foColumnsFirst : QCPLayoutGrid::foRowsFirst, true);
}

} // namespace backflow
