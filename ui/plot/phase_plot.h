// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"
#include "ui/plot/phase_picture.h"

namespace backflow {

/// What becomes of the gradient over gain and a second parameter: a colour for each cell, the
/// border that theory knows, and where the window's scenario is.
class PhasePlot : public ChartView {
  Q_OBJECT

 public:
  explicit PhasePlot(QWidget* parent = nullptr);

  const PhasePicture& picture() const;

 signals:
  /// The mouse is over this cell, or (−1, −1) over none.
  void cellPointed(int column, int row);
  /// The user clicked on it.
  void cellChosen(int column, int row);

 private:
  class Drawing;
  Drawing* m_drawing; ///< the view keeps it
};

} // namespace backflow
