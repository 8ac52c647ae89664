// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/calculator_panel.h"

#include "ui/panel/appearance.h"
#include "ui/panel/calculator/equation_comparison.h"
#include "ui/panel/calculator/parameter_calculator.h"
#include "ui/panel/calculator/segment_button.h"
#include "ui/panel/calculator/step_calculator.h"
#include "ui/panel/flow_layout.h"

#include <QEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace backflow {

CalculatorPanel::CalculatorPanel(QWidget* parent)
    : QWidget(parent), m_pages(new QStackedWidget(this)), m_parameters(new ParameterCalculator),
      m_equations(new EquationComparison), m_step(new StepCalculator) {
  setObjectName(QStringLiteral("calculatorPanel"));
  auto* choice = new FlowLayout;
  choice->setContentsMargins(wideGap, wideGap, wideGap, 0);
  choice->setSpacing(smallGap);
  addPage(CalculatorKind::ParameterCount, "parametersPage", m_parameters);
  addPage(CalculatorKind::Equations, "equationsPage", m_equations);
  addPage(CalculatorKind::Step, "stepPage", m_step);
  for (QToolButton* button : m_buttons) {
    choice->addWidget(button);
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(choice);
  column->addWidget(m_pages, 1);
  connect(m_step, &StepCalculator::scenarioWished, this, &CalculatorPanel::scenarioWished);
  openCalculator(CalculatorKind::ParameterCount);
  retranslate();
}

/// In the order of CalculatorKind.
void CalculatorPanel::addPage(CalculatorKind kind, const char* buttonName, QWidget* page) {
  auto* scroll = new QScrollArea(m_pages);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(page);
  m_pages->addWidget(scroll);
  auto* button = new SegmentButton(QString::fromLatin1(buttonName), this);
  button->setAutoExclusive(true);
  m_buttons.push_back(button);
  connect(button, &QToolButton::clicked, this, [this, kind] { openCalculator(kind); });
}

void CalculatorPanel::openCalculator(CalculatorKind kind) {
  m_pages->setCurrentIndex(static_cast<int>(kind));
  m_buttons[static_cast<std::size_t>(kind)]->setChecked(true);
}

CalculatorKind CalculatorPanel::current() const {
  return static_cast<CalculatorKind>(m_pages->currentIndex());
}

void CalculatorPanel::setTheme(const Theme& theme) {
  m_equations->setTheme(theme);
}

void CalculatorPanel::retranslate() {
  const QString words[] = {tr("6: parameters"), tr("8: GRU and LSTM"), tr("10: a step by hand")};
  const QString help[] = {tr("How many numbers a network's parameters have"),
                          tr("The equations of GRU and LSTM beside each other"),
                          tr("One step of a GRU or LSTM with every number in between")};
  for (std::size_t k = 0; k < m_buttons.size(); ++k) {
    m_buttons[k]->setText(words[k]);
    m_buttons[k]->setAccessibleName(words[k]);
    m_buttons[k]->setToolTip(help[k]);
    m_pages->widget(static_cast<int>(k))->setAccessibleName(words[k]);
  }
}

void CalculatorPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
