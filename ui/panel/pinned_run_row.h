// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/plot/theme.h"
#include "ui/state/pinned_run.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QToolButton;

namespace backflow {

class PinSwatch;
class ReadOnlyText;

/// One pinned run in a line. Its controls are called after its place: "pin1Name", "pin1Shown",
/// "pin1Difference", "pin1Load", "pin1Remove".
class PinnedRunRow : public QWidget {
  Q_OBJECT

 public:
  explicit PinnedRunRow(int place, QWidget* parent = nullptr);

  /// `present`: the scenario that it is compared with. Who types a name is not disturbed.
  void showRun(const PinnedRun& run, const Scenario& present, const Theme& theme);
  /// Only which curve it is and whether it is shown.
  void setBrief(bool isBrief);

 signals:
  void renamed(int id, const QString& name);
  void shownChosen(int id, bool shown);
  void removeWanted(int id);
  void loadWanted(int id);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void retranslate();
  void showName();
  void showDifference();
  void editName();
  void endEdit();

  PinnedRun m_run;
  Scenario m_present;
  QCheckBox* m_shown;
  PinSwatch* m_swatch;
  QLineEdit* m_name;
  ReadOnlyText* m_difference;
  QToolButton* m_load;
  QToolButton* m_remove;
};

} // namespace backflow
