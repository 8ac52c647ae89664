// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"
#include "ui/plot/training_picture.h"

#include <memory>

namespace backflow {

/// ‖∂L/∂h_t‖ over time, as training goes on: update to the right, t upwards, a colour for each
/// norm. One map for each training, on the same colours.
class TrainingProfilePlot : public ChartView {
  Q_OBJECT

 public:
  explicit TrainingProfilePlot(QWidget* parent = nullptr);
  ~TrainingProfilePlot() override;

  void setFindings(const Findings& findings) override;
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
