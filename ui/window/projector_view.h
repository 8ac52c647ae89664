// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/main_sliders.h"

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
  /// The parts of the window that fold away; the last two come back by a key each.
  struct Parts {
    QList<QWidget*> folded;
    QWidget* lowerPlots;
    QWidget* happenings;
  };

  explicit ProjectorView(ControlPanel& controls, QWidget* parent = nullptr);

  void setParts(const Parts& parts) { m_parts = parts; }
  /// Folds the parts away, and brings back those that were there.
  void setOn(bool on);
  bool isOn() const { return m_isOn; }

  /// What a key that no control wanted does. True if it does something.
  bool press(const QKeyEvent& event);

 signals:
  void timeStepWished(int steps);
  void playWished();
  /// The next scenario that comes with the program, or the one before.
  void scenarioStepWished(int steps);
  void leaveWished();
  /// A key hid a part of the window or brought it back.
  void partToggled();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void toggle(QWidget* part);

  ControlPanel& m_controls;
  Parts m_parts;
  QList<QWidget*> m_toBringBack;
  MainSliders* m_sliders = nullptr; ///< lent while the view is on
  QVBoxLayout* m_column;
  QLabel* m_keys;
  QToolButton* m_leave;
  bool m_isOn = false;
};

} // namespace backflow
