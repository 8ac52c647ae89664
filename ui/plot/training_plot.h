// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/chart_view.h"
#include "ui/plot/training_picture.h"

namespace backflow {

/// Loss and gradient norm of one or two trainings over their updates, on a common axis. Changes of
/// learning rate and threshold are marked, and where a training died.
class TrainingPlot : public ChartView {
  Q_OBJECT

 public:
  explicit TrainingPlot(QWidget* parent = nullptr);

  /// 0 for no cursor.
  void setUpdateCursor(int update);
  const TrainingPicture& picture() const;
  /// Without title, caption and the words under the axis of updates, for a place where the curves
  /// need the height.
  void setBrief(bool brief);

 signals:
  /// The user pointed at an update with the mouse.
  void updatePointed(int update);

 private:
  class Drawing;
  Drawing* m_drawing; ///< the view keeps it
};

} // namespace backflow
