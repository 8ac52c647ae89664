// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/time_stretch.h"

#include <QObject>

class QCustomPlot;

namespace backflow {

/// The mouse on a plot's time axis: the wheel zooms about the pointer, sideways or with ⇧ it moves;
/// the right or middle button drags; a double click shows all steps again.
class TimeZoom : public QObject {
  Q_OBJECT

 public:
  explicit TimeZoom(QCustomPlot& plot);

  /// What the plot shows now.
  void setShown(const TimeStretch& stretch, int horizon);

 signals:
  void stretchWished(const backflow::TimeStretch& stretch);

 private:
  void wish(const TimeStretch& stretch);

  QCustomPlot& m_plot;
  TimeStretch m_stretch;
  int m_horizon = 1;
  bool m_isDragged = false;
  double m_grip = 0; ///< the time under the mouse when it was pressed
};

} // namespace backflow
