// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_tabs.h"

#include "ui/panel/appearance.h"
#include "ui/window/tab_menu.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace backflow {

ViewTabs::ViewTabs(QWidget* parent) : QTabWidget(parent), m_all(new QToolButton(this)) {
  setObjectName(QStringLiteral("lowerTabs"));
  setDocumentMode(true);
  setUsesScrollButtons(true);
  m_all->setObjectName(QStringLiteral("allTabs"));
  m_all->setAutoRaise(true);
  m_all->setArrowType(Qt::DownArrow);
  connect(this, &QTabWidget::currentChanged, this, &ViewTabs::askForRoomOfThisTabAlone);
}

void ViewTabs::finish(QWidget* word) {
  m_menu = new TabMenu(*this);
  connect(m_all, &QToolButton::clicked, m_menu, [this] {
    const QPoint end = m_all->mapToGlobal(m_all->rect().bottomRight());
    m_menu->popup(end - QPoint(m_menu->sizeHint().width(), 0));
  });
  auto* corner = new QWidget(this);
  auto* row = new QHBoxLayout(corner);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(smallGap);
  row->addWidget(word);
  row->addWidget(m_all);
  setCornerWidget(corner);
  askForRoomOfThisTabAlone();
  retranslate();
}

/// A stack is as large as the largest of its pages has to be, seen or not: on a projector the
/// widest would push the window beyond the screen, and the highest press the flow together.
void ViewTabs::askForRoomOfThisTabAlone() {
  for (int k = 0; k < count(); ++k) {
    const auto policy = k == currentIndex() ? QSizePolicy::Expanding : QSizePolicy::Ignored;
    widget(k)->setSizePolicy(policy, policy);
  }
}

void ViewTabs::retranslate() {
  setTabText(NormsTab, tr("States"));
  setTabText(UnrollTab, tr("Unrolled"));
  setTabText(UnitsTab, tr("Units"));
  setTabText(GatesTab, tr("Gates"));
  setTabText(AttentionTab, tr("Attention"));
  setTabText(InfluenceTab, tr("Influence"));
  setTabText(SpectrumTab, tr("Spectrum"));
  setTabToolTip(NormsTab, tr("‖hₜ‖ and the gradient of each copy of the weights"));
  setTabToolTip(UnrollTab, tr("The gradient's way back through the network, step by step"));
  setTabToolTip(UnitsTab, tr("Every unit of the state over time"));
  setTabToolTip(GatesTab, tr("Every gate of a GRU or LSTM over time"));
  setTabToolTip(AttentionTab, tr("Where the attention weights look"));
  setTabToolTip(InfluenceTab, tr("Which loss reaches which state"));
  setTabToolTip(SpectrumTab, tr("Eigenvalues and singular values, and what theory says"));
  setTabText(PhaseTab, tr("Phase diagram"));
  setTabToolTip(PhaseTab, tr("Where gradients vanish, live and explode, over the gain and a "
                             "second setting"));
  setTabText(TrainingTab, tr("Training"));
  setTabText(CliffTab, tr("Cliff"));
  setTabToolTip(TrainingTab, tr("Train the network on a task: what vanishing and exploding "
                                "gradients do"));
  setTabToolTip(CliffTab, tr("The error surface of one unit, and the ways down it"));
  setTabText(CalculatorsTab, tr("Calculators"));
  setTabToolTip(CalculatorsTab,
                tr("Parameters, equations and a step by hand: exercises 6, 8 and 10"));
  setAccessibleName(tr("Views"));
  m_menu->nameTabs();
  m_all->setToolTip(tr("All views"));
  m_all->setAccessibleName(tr("All views"));
}

void ViewTabs::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_menu != nullptr) {
    retranslate();
  }
  QTabWidget::changeEvent(event);
}

} // namespace backflow
