// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/time_stretch.h"

#include <QObject>

class QCustomPlot;

namespace backflow {

/// The part of its steps that a plot over time shows, and the mouse that asks for another: the
/// wheel zooms about the pointer, sideways or with ⇧ it moves; the right or middle button drags; a
/// double click shows all steps again.
class TimeZoom : public QObject {
  Q_OBJECT

 public:
  explicit TimeZoom(QCustomPlot& plot);

  /// Of a trace with another horizon all steps are shown.
  void setHorizon(int horizon);
  /// As much of it as there is.
  void setShown(const TimeStretch& stretch);
  const TimeStretch& shown() const { return m_stretch; }
  bool showsAll() const { return m_stretch == wholeStretch(m_horizon); }

 signals:
  void stretchWished(const backflow::TimeStretch& stretch);

 private:
  void wish(const TimeStretch& stretch);

  QCustomPlot& m_plot;
  int m_horizon = 1;
  TimeStretch m_stretch = wholeStretch(1);
  bool m_isDragged = false;
  double m_grip = 0; ///< the time under the mouse when it was pressed
};

} // namespace backflow
