// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"

#include <memory>

namespace backflow {

/// The error of one unit over its two parameters, with a cliff in it, and two descents from one
/// start: the free one is thrown out of the picture, the clipped one follows the cliff's foot.
class CliffPlot : public ChartView {
  Q_OBJECT

 public:
  explicit CliffPlot(QWidget* parent = nullptr);
  ~CliffPlot() override;

  void setFindings(const Findings& findings) override;
  /// The surface has no time.
  void setTimeCursor(int) override {}
  void setTheme(const Theme& theme) override;
  void setCaptionShown(bool shown) override;
  QCustomPlot& plot() const override;

 signals:
  /// The user clicked or dragged to a point of the frame.
  void startChosen(double w, double b);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  class Drawing;
  std::unique_ptr<Drawing> m_drawing;
};

} // namespace backflow
