// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_view.h"

#include <memory>

class QCustomPlot;

namespace backflow {

class ChartDrawing;

/// A view that is a chart: QCustomPlot draws it, in a ChartDrawing of its own.
class ChartView : public PlotView {
  Q_OBJECT

 public:
  ~ChartView() override;

  void setFindings(const Findings& findings) override;
  void setTimeCursor(int t) override;
  void setTheme(const Theme& theme) override;
  void setCaptionShown(bool shown) override;
  void setCursorShown(bool shown) override;
  void setPictureSize(const QSize& size) override;
  void paintPicture(QPaintDevice& device, const QSizeF& extent) override;

  QCustomPlot& plot() const;

 protected:
  explicit ChartView(QWidget* parent);

  /// Keeps what draws the chart; gives it back under its own type.
  template <class Drawing> Drawing* keep(std::unique_ptr<Drawing> drawing) {
    Drawing* kept = drawing.get();
    m_drawing = std::move(drawing);
    return kept;
  }

  void changeEvent(QEvent* event) override;

 private:
  std::unique_ptr<ChartDrawing> m_drawing;
};

} // namespace backflow
