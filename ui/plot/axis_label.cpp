// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/axis_label.h"

#include <qcustomplot.h>

#include <QFontMetricsF>

#include <algorithm>

namespace backflow {

namespace {

/// Smaller, a label cannot be read.
constexpr double leastShareOfType = 0.7;

} // namespace

bool fitAxisLabel(QCPAxis& axis, const AxisLabel& label, const QFont& font) {
  const double length = axis.axisRect()->height();
  const QFontMetricsF metrics(font);
  QString text;
  QFont fitted = font;
  for (const QString& words : {label.whole, label.brief}) {
    const double share = std::min(1.0, length / std::max(1.0, metrics.horizontalAdvance(words)));
    if (share >= leastShareOfType) {
      text = words;
      fitted.setPointSizeF(font.pointSizeF() * share);
      break;
    }
  }
  const bool changed = axis.label() != text || axis.labelFont() != fitted;
  axis.setLabel(text);
  axis.setLabelFont(fitted);
  return changed;
}

void layOutAgain(const QCustomPlot& plot) {
  for (const auto phase :
       {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout}) {
    plot.plotLayout()->update(phase);
  }
}

} // namespace backflow
