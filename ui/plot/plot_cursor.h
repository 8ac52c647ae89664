// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"

#include <QPointF>
#include <QRectF>
#include <QStringList>

#include <vector>

class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace backflow {

/// The time cursor of one plot, with the values there. It has a buffer of its own: moving it
/// repaints nothing else.
class PlotCursor {
 public:
  explicit PlotCursor(QCustomPlot& plot);

  void setTheme(const Theme& theme);
  void setVisible(bool visible);
  void moveTo(int t, const QStringList& values);
  /// Puts the values beside the cursor, where they cover least of `boxes` and `points` (pixels).
  void placeText(const std::vector<QRectF>& boxes, const std::vector<QPointF>& points);
  void replot();

 private:
  QCustomPlot& m_plot;
  QCPItemStraightLine* m_line;
  QCPItemText* m_text;
  int m_time = 1;
};

} // namespace backflow
