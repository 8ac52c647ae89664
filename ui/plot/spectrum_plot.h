// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"

namespace backflow {

/// Eigenvalues in the complex plane with the unit circle, and singular values by rank with 1/γ: of
/// W_h, and of the step Jacobian at the time cursor. Above them what theory says.
class SpectrumPlot : public ChartView {
  Q_OBJECT

 public:
  explicit SpectrumPlot(QWidget* parent = nullptr);

 private:
  class Drawing;
};

} // namespace backflow
