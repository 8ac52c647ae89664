// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"

namespace backflow {

/// The error of one unit over its two parameters, with a cliff in it, and two descents from one
/// start: the free one is thrown out of the picture, the clipped one follows the cliff's foot.
class CliffPlot : public ChartView {
  Q_OBJECT

 public:
  explicit CliffPlot(QWidget* parent = nullptr);

 signals:
  /// The user clicked or dragged to a point of the frame.
  void startChosen(double w, double b);

 private:
  class Drawing;
};

} // namespace backflow
