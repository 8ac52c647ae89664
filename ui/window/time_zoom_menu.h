// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/plot/time_stretch.h"

#include <QMenu>

namespace backflow {

/// The part of the steps that all plots over time show together, and the menu that changes it:
/// nearer and farther about the time cursor, and all steps.
class TimeZoomMenu : public QMenu {
  Q_OBJECT

 public:
  explicit TimeZoomMenu(QWidget* parent = nullptr);

  const TimeStretch& stretch() const { return m_stretch; }
  void setStretch(const TimeStretch& stretch);
  /// Of another horizon, or of another scenario that was opened, all steps are shown.
  void setHorizon(int horizon, const Scenario& opened);
  /// A time cursor that is moved is brought into sight.
  void setTimeCursor(int t);

 signals:
  void stretchChanged(const backflow::TimeStretch& stretch);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void zoom(double factor);
  void retranslate();

  QAction* m_nearer;
  QAction* m_farther;
  QAction* m_all;
  int m_horizon = 1;
  Scenario m_opened;
  int m_time = 1;
  TimeStretch m_stretch = wholeStretch(1);
};

} // namespace backflow
