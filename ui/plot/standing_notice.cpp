// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/standing_notice.h"

#include "ui/plot/text_breaking.h"

#include <qcustomplot.h>

#include <QFontMetrics>

#include <algorithm>

namespace backflow {

namespace {

constexpr int sideMargin = 8;
/// Smaller, it cannot be read.
constexpr double leastShareOfType = 0.6;
constexpr double stepOfType = 0.1;

} // namespace

void fitNotice(QCPItemText& notice, const QString& text, const QFont& font, bool inAxes) {
  const QCustomPlot& plot = *notice.parentPlot();
  const QRect axes = plot.axisRect()->rect();
  const bool isInAxes = inAxes && 2 * axes.width() >= plot.width();
  notice.setClipToAxisRect(false);
  notice.position->setTypeX(isInAxes ? QCPItemPosition::ptAxisRectRatio
                                     : QCPItemPosition::ptViewportRatio);
  notice.position->setTypeY(QCPItemPosition::ptAxisRectRatio);
  notice.position->setCoords(0.5, 0.5);
  const QMargins padding = notice.padding();
  const int width =
      (isInAxes ? axes.width() : plot.width()) - padding.left() - padding.right() - 2 * sideMargin;
  const int height = axes.height() - padding.top() - padding.bottom();
  QFont fitted = font;
  QString lines;
  for (double share = 1; share >= leastShareOfType; share -= stepOfType) {
    fitted.setPointSizeF(share * font.pointSizeF());
    const QFontMetrics metrics(fitted);
    lines = brokenAtSpaces(text, metrics, width);
    const QSize size = metrics.size(0, lines);
    if (size.width() <= width && size.height() <= std::max(height, metrics.height())) {
      break;
    }
  }
  notice.setFont(fitted);
  notice.setText(lines);
}

} // namespace backflow
