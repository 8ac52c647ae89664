// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/main_sliders.h"
#include "ui/window/plot_column.h"

#include <QList>
#include <QWidget>

class QKeyEvent;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace backflow {

class ControlPanel;

/// The window as a class sees it on a projector: panels folded away, the sliders that matter in
/// large type along the lower edge, a key for each, and a line that tells the keys.
class ProjectorView : public QWidget {
  Q_OBJECT

 public:
  explicit ProjectorView(ControlPanel& controls, QWidget* parent = nullptr);

  /// The parts of the window that fold away.
  void setParts(const QList<QWidget*>& parts) { m_parts = parts; }
  /// Folds the parts away, and brings back those that were there.
  void setOn(bool on);
  bool isOn() const { return m_isOn; }

  void setTypeSize(double points);
  /// As low as can be, with the keys that are needed most; H tells all of them.
  void setCompact(bool compact);
  /// The keys differ with what is in sight.
  void setWork(PlotColumn::Work work);

  /// What a key that no control wanted does. True if it does something.
  bool press(const QKeyEvent& event);

 signals:
  void timeStepWished(int steps);
  void playWished();
  /// The plots below and what happened: shown, or folded away again.
  void lowerPlotsToggled();
  void happeningsToggled();
  /// The next scenario that comes with the program, or the one before.
  void scenarioStepWished(int steps);
  void leaveWished();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void showKeys();

  ControlPanel& m_controls;
  QList<QWidget*> m_parts;
  QList<QWidget*> m_toBringBack;
  MainSliders* m_sliders = nullptr; ///< lent while the view is on
  QVBoxLayout* m_column;
  QLabel* m_keys;
  QToolButton* m_leave;
  bool m_isOn = false;
  bool m_isCompact = false;
  PlotColumn::Work m_work = PlotColumn::Work::Flow;
  bool m_tellsKeys = true;     ///< where there is room
  bool m_tellsAllKeys = false; ///< all the same where there is little
};

} // namespace backflow
