// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"
#include "ui/plot/phase_picture.h"

#include <memory>

namespace backflow {

/// What becomes of the gradient over gain and a second parameter: a colour for each cell, the
/// border that theory knows, and where the window's scenario is.
class PhasePlot : public ChartView {
  Q_OBJECT

 public:
  explicit PhasePlot(QWidget* parent = nullptr);
  ~PhasePlot() override;

  void setFindings(const Findings& findings) override;
  /// The diagram has no time.
  void setTimeCursor(int) override {}
  void setTheme(const Theme& theme) override;
  void setCaptionShown(bool shown) override;
  QCustomPlot& plot() const override;
  const PhasePicture& picture() const;

 signals:
  /// The mouse is over this cell, or (−1, −1) over none.
  void cellPointed(int column, int row);
  /// The user clicked on it.
  void cellChosen(int column, int row);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  class Drawing;
  std::unique_ptr<Drawing> m_drawing;
};

} // namespace backflow
