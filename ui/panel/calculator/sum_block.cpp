// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/sum_block.h"

#include "ui/panel/appearance.h"
#include "ui/panel/calculator/equation_label.h"
#include "ui/panel/calculator/number_grid.h"
#include "ui/panel/number_field.h"
#include "ui/text/cell_equations.h"
#include "ui/text/problem_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

constexpr double defaultGate = 1;

/// "c1", "c2" as on the sheet; the sheet's x of one number has no index.
QString headerOf(const QString& vector, int entry, int size) {
  const QString letters = plainEquation(vector).section(QLatin1Char('0'), 0, 0);
  return size == 1 ? letters : letters + QString::number(entry + 1);
}

} // namespace

SumBlock::SumBlock(const NetworkSpec& network, const StepProgram& program, std::size_t operation,
                   QWidget* parent)
    : QWidget(parent) {
  const StepOperation& sum = program.operations[operation];
  m_name = program.registers[static_cast<std::size_t>(sum.result)].name;
  const QString name = QString::fromStdString(m_name);
  m_grid = new NumberGrid(QStringLiteral("weights_") + name, this);
  addColumns(network, program, sum);
  QStringList rows;
  for (int unit = 0; unit < network.hidden; ++unit) {
    rows += QString::number(unit + 1);
  }
  QStringList headers;
  for (const Column& column : m_columns) {
    headers += column.header;
  }
  m_grid->setHeaders(rows, headers);
  m_grid->setAccessibleName(plainEquation(vectorMarkup(network, m_name)));

  auto* heading = new QHBoxLayout;
  heading->setSpacing(smallGap);
  auto* equation = new EquationLabel(EquationLabel::Breaking::OneLine, this);
  equation->setEquations(
      {vectorMarkup(network, m_name) + QStringLiteral(" = ") + rightSideMarkup(network, m_name)});
  heading->addWidget(equation);
  heading->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(smallGap);
  column->addLayout(heading);
  column->addWidget(m_grid);
  addGate(network, program, sum.result);
  if (m_given != nullptr) {
    auto* given = new QHBoxLayout;
    given->setSpacing(smallGap);
    given->addWidget(m_given);
    given->addWidget(m_value);
    given->addStretch();
    column->addLayout(given);
  }
  column->addStretch();

  connect(m_grid, &NumberGrid::numberEntered, this, [this](int row, int entry, double value) {
    const Column& place = m_columns[static_cast<std::size_t>(entry)];
    emit problemChanged({});
    emit weightEntered(QString::fromStdString(place.parameter), place.row + row, place.column,
                       value);
  });
  connect(m_grid, &NumberGrid::textRejected, this, [this] { emit problemChanged(numberText()); });
}

void SumBlock::addColumns(const NetworkSpec& network, const StepProgram& program,
                          const StepOperation& sum) {
  const auto add = [&](const WeightBlock& block, bool isInput) {
    const std::string& source = program.registers[static_cast<std::size_t>(block.source)].name;
    // The candidate of the course's GRU reads Γr ⊙ c: its columns are those of c all the same.
    const QString vector =
        isInput ? QStringLiteral("x")
                : vectorMarkup(network, source.find('*') == source.npos ? source : std::string("h"),
                               true);
    for (int entry = 0; entry < block.columns; ++entry) {
      m_columns.push_back({block.parameter, block.row, block.column + entry,
                           headerOf(vector, entry, isInput ? block.columns : 0)});
    }
  };
  for (const bool isInput : {false, true}) {
    for (const WeightBlock& block : sum.weights) {
      if ((block.source == program.input) == isInput) {
        add(block, isInput);
      }
    }
  }
  for (const BiasBlock& bias : sum.biases) {
    const QString header = bias.parameter == "bias_ih"   ? QStringLiteral("b_ih")
                           : bias.parameter == "bias_hh" ? QStringLiteral("b_hh")
                                                         : QStringLiteral("b");
    m_columns.push_back({bias.parameter, bias.row, 0, header});
  }
}

void SumBlock::addGate(const NetworkSpec& network, const StepProgram& program, int sum) {
  const auto gate = std::find_if(
      program.operations.begin(), program.operations.end(), [sum](const StepOperation& one) {
        return one.kind == StepOperationKind::Activate && one.left == sum && one.gate;
      });
  if (gate == program.operations.end()) {
    return;
  }
  m_gate = gate->gate;
  const std::string& name = program.registers[static_cast<std::size_t>(gate->result)].name;
  m_gateName = plainEquation(vectorMarkup(network, name));
  m_given = new QCheckBox(this);
  m_given->setObjectName(QStringLiteral("given_") + QString::fromStdString(name));
  m_value = new NumberField(QStringLiteral("givenValue_") + QString::fromStdString(name), this);
  m_value->setScale(SliderScale::linear(0, 1, 100));
  m_value->setWidthInDigits(4);
  m_value->setValue(defaultGate);
  connect(m_given, &QCheckBox::clicked, this, [this](bool isGiven) {
    emit gateGiven(*m_gate, isGiven ? std::optional(m_value->value()) : std::nullopt);
  });
  connect(m_value, &NumberField::valueEntered, this, [this](double value) {
    if (value < 0 || value > 1) {
      FieldProblem problem;
      problem.remedy = Remedy::Number;
      problem.least = 0;
      problem.most = 1;
      emit problemChanged(m_gateName + QStringLiteral(": ") + remedyText(problem));
      return;
    }
    emit problemChanged({});
    emit gateGiven(*m_gate, value);
  });
  connect(m_value, &NumberField::textRejected, this,
          [this] { emit problemChanged(m_gateName + QStringLiteral(": ") + numberText()); });
  connect(m_value, &NumberField::textRestored, this, [this] { emit problemChanged({}); });
}

void SumBlock::showStep(const HandStep& step) {
  Eigen::MatrixXd values(step.network.hidden, static_cast<Eigen::Index>(m_columns.size()));
  for (std::size_t k = 0; k < m_columns.size(); ++k) {
    values.col(static_cast<Eigen::Index>(k)) =
        parameter(step.weights, m_columns[k].parameter)
            .block(m_columns[k].row, m_columns[k].column, step.network.hidden, 1);
  }
  m_grid->setValues(values);
  if (m_given == nullptr) {
    return;
  }
  const auto given = step.givenGates.find(*m_gate);
  const bool isGiven = given != step.givenGates.end();
  m_given->setChecked(isGiven);
  m_value->setEnabled(isGiven);
  if (isGiven) {
    m_value->setValue(given->second);
  }
  m_grid->setEnabled(!isGiven);
}

void SumBlock::retranslate() {
  m_grid->setToolTip(
      m_gate ? tr("A row for each unit. What is given in place of the gate does without these.")
             : tr("A row for each unit."));
  if (m_given != nullptr) {
    m_given->setText(tr("%1 is given:").arg(m_gateName));
    m_given->setAccessibleName(m_given->text());
    m_given->setToolTip(tr("Take this value for all units and do not compute the gate."));
    m_value->setAccessibleName(m_given->text());
    m_value->setToolTip(m_given->toolTip());
  }
}

} // namespace backflow
