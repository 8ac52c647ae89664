// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"

#include <memory>

namespace backflow {

/// Eigenvalues in the complex plane with the unit circle, and singular values by rank with 1/γ: of
/// W_h, and of the step Jacobian at the time cursor. Above them what theory says.
class SpectrumPlot : public ChartView {
  Q_OBJECT

 public:
  explicit SpectrumPlot(QWidget* parent = nullptr);
  ~SpectrumPlot() override;

  void setFindings(const Findings& findings) override;
  /// The study has a time of its own: that which the cursor had when it was asked for.
  void setTimeCursor(int) override {}
  void setTheme(const Theme& theme) override;
  void setCaptionShown(bool shown) override;
  QCustomPlot& plot() const override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  class Drawing;
  std::unique_ptr<Drawing> m_drawing;
};

} // namespace backflow
