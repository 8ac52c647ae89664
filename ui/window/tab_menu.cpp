// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tab_menu.h"

#include <QActionGroup>
#include <QTabWidget>

namespace backflow {

TabMenu::TabMenu(QTabWidget& tabs) : QMenu(&tabs), m_tabs(tabs), m_choices(new QActionGroup(this)) {
  setObjectName(QStringLiteral("tabMenu"));
  for (int k = 0; k < tabs.count(); ++k) {
    QAction* choice = m_choices->addAction(addAction(QString()));
    choice->setCheckable(true);
    choice->setChecked(k == tabs.currentIndex());
    if (k < 9) {
      choice->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + k)));
    }
    connect(choice, &QAction::triggered, this, [this, k] {
      m_tabs.setCurrentIndex(k);
      emit tabChosen();
    });
  }
  connect(&tabs, &QTabWidget::currentChanged, this, [this](int k) {
    if (k >= 0) { // none as they are taken down
      m_choices->actions().at(k)->setChecked(true);
    }
  });
}

void TabMenu::nameTabs() {
  setTitle(tr("Views"));
  for (int k = 0; k < m_tabs.count(); ++k) {
    m_choices->actions().at(k)->setText(m_tabs.tabText(k));
  }
}

} // namespace backflow
