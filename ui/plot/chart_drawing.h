// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"
#include "ui/state/findings.h"

#include <QTimer>

#include <vector>

class QCustomPlot;
class QWidget;

namespace backflow {

/// What a ChartView shows, apart from the widget: so QCustomPlot stays in the source files.
class ChartDrawing {
 public:
  /// Fills `widget` with a plot.
  explicit ChartDrawing(QWidget& widget);
  virtual ~ChartDrawing();
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
  /// Draws the plot when the event loop is back, once for however many calls. Of several plots one
  /// is drawn at a time, so that the mouse and the keys are heard between them.
  void queueReplot();
  /// Whether the plot is to be drawn anyway: to draw a part of it before would be to draw it twice.
  bool isReplotQueued() const;

  QCustomPlot* m_plot; ///< a child of the widget

 private:
  void leaveQueue();
  /// Those to be drawn; the timer of the first one runs.
  static std::vector<ChartDrawing*>& queue();

  /// Not an event that is posted: what a mouse or key did meanwhile comes first.
  QTimer m_replot;
};

} // namespace backflow
