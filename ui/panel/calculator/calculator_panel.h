// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/calculator_kind.h"
#include "ui/plot/theme.h"
#include "ui/state/app_state.h"

#include <QWidget>

#include <vector>

class QStackedWidget;
class QToolButton;

namespace backflow {

class EquationComparison;
class ParameterCalculator;
class StepCalculator;

/// The calculators of the exercises, one at a time.
class CalculatorPanel : public QWidget {
  Q_OBJECT

 public:
  explicit CalculatorPanel(QWidget* parent = nullptr);

  void openCalculator(CalculatorKind kind);
  CalculatorKind current() const;
  void setTheme(const Theme& theme);

 signals:
  /// The numbers of a calculator are to be opened as a scenario.
  void scenarioWished(const backflow::Document& document);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void addPage(CalculatorKind kind, const char* buttonName, QWidget* page);
  void retranslate();

  std::vector<QToolButton*> m_buttons; ///< by CalculatorKind
  QStackedWidget* m_pages;             ///< likewise
  ParameterCalculator* m_parameters;
  EquationComparison* m_equations;
  StepCalculator* m_step;
};

} // namespace backflow
