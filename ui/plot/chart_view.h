// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_view.h"

class QCustomPlot;

namespace backflow {

/// A view that is a chart: QCustomPlot draws it.
class ChartView : public PlotView {
  Q_OBJECT

 public:
  using PlotView::PlotView;

  virtual QCustomPlot& plot() const = 0;

  void setPictureSize(const QSize& size) override;
  void paintPicture(QPaintDevice& device, const QSizeF& extent) override;
};

} // namespace backflow
