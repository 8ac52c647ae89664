// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

class QToolButton;

namespace backflow {

class TabMenu;

/// The tabs by place.
enum ViewTab {
  NormsTab,
  UnrollTab,
  UnitsTab,
  GatesTab,
  AttentionTab,
  InfluenceTab,
  SpectrumTab,
  TrainingTab,
  CliffTab,
  PhaseTab,
  CalculatorsTab
};

/// The tabs of the views under the gradient flow, by name. Only the page in sight asks for room.
class ViewTabs : public QTabWidget {
  Q_OBJECT

 public:
  explicit ViewTabs(QWidget* parent = nullptr);

  /// All tabs are there. `word` stands behind them, before the button that shows all of them.
  void finish(QWidget* word);
  TabMenu* menu() const { return m_menu; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void askForRoomOfThisTabAlone();
  void retranslate();

  TabMenu* m_menu = nullptr;
  QToolButton* m_all;
};

} // namespace backflow
