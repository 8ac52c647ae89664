// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"
#include "ui/plot/training_picture.h"

namespace backflow {

/// ‖∂L/∂h_t‖ over time, as training goes on: update to the right, t upwards, a colour for each
/// norm. One map for each training, on the same colours.
class TrainingProfilePlot : public ChartView {
  Q_OBJECT

 public:
  explicit TrainingProfilePlot(QWidget* parent = nullptr);

 private:
  class Drawing;
};

} // namespace backflow
