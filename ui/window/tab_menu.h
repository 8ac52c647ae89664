// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;
class QTabWidget;

namespace backflow {

/// The tabs of a widget as a menu: in a narrow window some of them are beyond the end of the bar.
/// The first nine have keys, Ctrl+1 to Ctrl+9.
class TabMenu : public QMenu {
  Q_OBJECT

 public:
  /// `tabs`, which owns the menu, has all its tabs.
  explicit TabMenu(QTabWidget& tabs);

  /// As the tabs are named now.
  void nameTabs();

 signals:
  /// The user chose one here, be it the one in sight.
  void tabChosen();

 private:
  QTabWidget& m_tabs;
  QActionGroup* m_choices;
};

} // namespace backflow
