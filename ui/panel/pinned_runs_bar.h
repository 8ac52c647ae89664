// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/plot/theme.h"
#include "ui/state/pinned_runs.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace backflow {

class PinnedRunRow;

/// The pinned runs, a line for each: its letter and line, its name, what differs from the present
/// scenario, and what can be done with it. Of many some are scrolled to.
class PinnedRunsBar : public QWidget {
  Q_OBJECT

 public:
  explicit PinnedRunsBar(PinnedRuns& runs, QWidget* parent = nullptr);

  /// What the runs are compared with.
  void showScenario(const Scenario& scenario);
  void setTheme(const Theme& theme);
  /// For a class: which curves they are, side by side, as large type leaves little height.
  void setForClass(bool isForClass);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// The scenario of that run is to be opened.
  void loadWanted(int id);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();
  void arrange();
  int columns() const;

  PinnedRuns& m_runs;
  Theme m_theme;
  Scenario m_scenario;
  QWidget* m_lines;
  QGridLayout* m_grid;
  std::vector<PinnedRunRow*> m_rows;
  bool m_isForClass = false;
  int m_across = 1; ///< in how many columns the rows stand
};

} // namespace backflow
