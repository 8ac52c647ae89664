// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"
#include "ui/state/findings.h"

#include <QTimer>

class QCustomPlot;
class QWidget;

namespace backflow {

/// What a ChartView shows, apart from the widget: so QCustomPlot stays in the source files.
class ChartDrawing {
 public:
  /// Fills `widget` with a plot.
  explicit ChartDrawing(QWidget& widget);
  virtual ~ChartDrawing() = default;
  ChartDrawing(const ChartDrawing&) = delete;
  ChartDrawing& operator=(const ChartDrawing&) = delete;

  QCustomPlot& plot() const { return *m_plot; }

  /// As those of PlotView.
  virtual void setFindings(const Findings& findings) = 0;
  /// Nothing, where there is no time.
  virtual void setTimeCursor(int) {}
  virtual void setTheme(const Theme& theme) = 0;
  virtual void setCaptionShown(bool shown) = 0;
  virtual void setCursorShown(bool) {}
  /// Draws all of it anew, in the language of now.
  virtual void redraw() = 0;

 protected:
  /// Draws the plot when the event loop is back, once for however many calls.
  void queueReplot();
  /// Whether the plot is to be drawn anyway: to draw a part of it before would be to draw it twice.
  bool isReplotQueued() const { return m_replot.isActive(); }

  QCustomPlot* m_plot; ///< a child of the widget

 private:
  /// Not an event that is posted: what a mouse or key did meanwhile comes first.
  QTimer m_replot;
};

} // namespace backflow
