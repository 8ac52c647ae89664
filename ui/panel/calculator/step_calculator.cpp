// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/step_calculator.h"

#include "core/scenario/cell_traits.h"
#include "ui/panel/appearance.h"
#include "ui/panel/calculator/cell_choice.h"
#include "ui/panel/calculator/equation_delegate.h"
#include "ui/panel/calculator/equation_label.h"
#include "ui/panel/calculator/labelled_control.h"
#include "ui/panel/calculator/number_grid.h"
#include "ui/panel/calculator/sum_block.h"
#include "ui/panel/flow_layout.h"
#include "ui/panel/number_field.h"
#include "ui/text/cell_equations.h"
#include "ui/text/enum_text.h"
#include "ui/text/problem_text.h"
#include "ui/text/step_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

enum Column { Vector, Equation, Exact, Rounded, ColumnCount };

constexpr int mostUnits = 4;
constexpr int mostInputs = 4;
constexpr int mostSteps = 10'000;

QTableWidgetItem* item(const QString& text, const QString& toolTip) {
  auto* result = new QTableWidgetItem(text);
  result->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
  result->setToolTip(toolTip);
  return result;
}

} // namespace

StepCalculator::StepCalculator(QWidget* parent)
    : QWidget(parent),
      m_cell(new CellChoice(QStringLiteral("stepCell"), CellChoice::Offer::GatedCells, this)),
      m_labelledCell(new LabelledControl(m_cell, this)),
      m_sizes{wholeField("stepHidden", mostUnits), wholeField("stepInputs", mostInputs),
              wholeField("stepHorizon", mostSteps)},
      m_reset(new QPushButton(this)), m_load(new QPushButton(this)), m_problem(new QLabel(this)),
      m_hint(new QLabel(this)), m_blocks(new QWidget(this)), m_blockFlow(new FlowLayout(m_blocks)),
      m_table(new QTableWidget(this)),
      m_lines(new EquationLabel(EquationLabel::Breaking::AtSpaces, this)) {
  setObjectName(QStringLiteral("stepCalculator"));
  m_reset->setObjectName(QStringLiteral("stepReset"));
  m_load->setObjectName(QStringLiteral("stepLoad"));
  m_problem->setObjectName(QStringLiteral("stepProblem"));
  m_hint->setObjectName(QStringLiteral("stepHint"));
  m_table->setObjectName(QStringLiteral("stepTable"));
  m_lines->setObjectName(QStringLiteral("stepLines"));
  for (QLabel* label : {m_problem, m_hint}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  m_blockFlow->setSpacing(2 * wideGap);
  m_table->setColumnCount(ColumnCount);
  m_table->verticalHeader()->hide();
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  auto* delegate = new EquationDelegate(m_table);
  m_table->setItemDelegateForColumn(Vector, delegate);
  m_table->setItemDelegateForColumn(Equation, delegate);

  auto* controls = new FlowLayout;
  controls->addWidget(m_labelledCell);
  controls->addWidget(m_sizes[0].labelled);
  controls->addWidget(m_sizes[1].labelled);
  controls->addWidget(m_reset);
  auto* wishes = new FlowLayout;
  wishes->addWidget(m_load);
  wishes->addWidget(m_sizes[2].labelled);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(wideGap, wideGap, wideGap, wideGap);
  column->setSpacing(wideGap);
  column->addLayout(controls);
  column->addWidget(m_problem);
  column->addWidget(m_blocks);
  column->addWidget(m_table);
  column->addWidget(m_lines);
  column->addWidget(m_hint);
  column->addLayout(wishes);
  column->addStretch();

  connect(m_cell, &ChoiceBox::chosen, this, [this] {
    refit(m_cell->chosenFor(m_step.network), static_cast<int>(m_step.input.size()));
  });
  connect(m_sizes[0].field, &NumberField::valueEntered, this, [this](double hidden) {
    NetworkSpec network = m_step.network;
    network.hidden = static_cast<int>(hidden);
    refit(network, static_cast<int>(m_step.input.size()));
  });
  connect(m_sizes[1].field, &NumberField::valueEntered, this,
          [this](double inputs) { refit(m_step.network, static_cast<int>(inputs)); });
  connect(m_sizes[2].field, &NumberField::valueEntered, this, [this](double steps) {
    m_horizon = static_cast<int>(steps);
    m_sizes[2].field->setValue(m_horizon);
    setProblem({});
  });
  connect(m_reset, &QPushButton::clicked, this, [this] { begin(exerciseTen()); });
  connect(m_load, &QPushButton::clicked, this, &StepCalculator::wishScenario);
  connect(m_table, &QTableWidget::itemSelectionChanged, this, &StepCalculator::showLines);
  m_sizes[2].field->setValue(m_horizon);
  fitColors();
  begin(exerciseTen());
  retranslate();
}

StepCalculator::WholeField StepCalculator::wholeField(const char* name, int most) {
  auto* field = new NumberField(QString::fromLatin1(name) + QStringLiteral("Field"), this);
  field->setScale(SliderScale::logarithmicWhole(1, most));
  field->setWholeLimits(1, most);
  field->setWidthInDigits(most > 10 ? 5 : 2);
  connect(field, &NumberField::textRejected, this, [this, field] {
    setProblem(field->accessibleName() + QStringLiteral(": ") + field->expectation());
  });
  connect(field, &NumberField::textRestored, this, [this] { setProblem({}); });
  return {field, new LabelledControl(field, this)};
}

void StepCalculator::refit(const NetworkSpec& network, int inputs) {
  begin(refitted(m_step, network, inputs));
}

void StepCalculator::begin(const HandStep& step) {
  m_step = step;
  m_cell->setNetwork(step.network);
  m_sizes[0].field->setValue(step.network.hidden);
  m_sizes[1].field->setValue(static_cast<double>(step.input.size()));
  rebuild();
  setProblem({});
  work();
  m_table->selectRow(m_table->rowCount() - 1);
}

/// Makes the grids for the cell and its sizes.
void StepCalculator::rebuild() {
  for (SumBlock* sum : m_sums) {
    delete sum;
  }
  for (const VectorGrid& vector : m_vectorGrids) {
    delete vector.block;
  }
  m_sums.clear();
  m_vectorGrids.clear();
  addVector("x", QStringLiteral("x_1"), &HandStep::input);
  addVector("h", vectorMarkup(m_step.network, "h", true), &HandStep::state);
  if (hasCellState(m_step.network.cell)) {
    addVector("c", QStringLiteral("c_0"), &HandStep::cell);
  }
  const StepProgram program = programOf(m_step.network, static_cast<int>(m_step.input.size()));
  for (std::size_t k = 0; k < program.operations.size(); ++k) {
    if (program.operations[k].kind == StepOperationKind::Linear) {
      addSum(program, k);
    }
  }
}

void StepCalculator::addVector(const char* name, const QString& markup,
                               Eigen::VectorXd HandStep::*values) {
  auto* block = new QWidget(m_blocks);
  auto* column = new QVBoxLayout(block);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(smallGap);
  auto* grid = new NumberGrid(QStringLiteral("vector_") + QString::fromLatin1(name), block);
  auto* title = new EquationLabel(EquationLabel::Breaking::OneLine, block);
  title->setEquations({markup});
  column->addWidget(title);
  column->addWidget(grid);
  column->addStretch();
  QStringList rows;
  for (Eigen::Index row = 0; row < (m_step.*values).size(); ++row) {
    rows += QString::number(row + 1);
  }
  const QString letters = plainEquation(markup);
  grid->setHeaders(rows, {letters.left(1)});
  grid->setAccessibleName(letters);
  connect(grid, &NumberGrid::numberEntered, this, [this, values](int row, int, double value) {
    (m_step.*values)[row] = value;
    setProblem({});
    work();
  });
  connect(grid, &NumberGrid::textRejected, this, [this] { setProblem(numberText()); });
  m_blockFlow->addWidget(block);
  m_blockFlow->setAlignment(block, Qt::AlignTop);
  m_vectorGrids.push_back({block, grid, values});
}

void StepCalculator::addSum(const StepProgram& program, std::size_t operation) {
  auto* sum = new SumBlock(m_step.network, program, operation, m_blocks);
  sum->retranslate();
  connect(sum, &SumBlock::weightEntered, this,
          [this](const QString& name, int row, int column, double value) {
            for (NamedMatrix& weight : m_step.weights) {
              if (weight.name == name.toStdString()) {
                weight.values(row, column) = value;
              }
            }
            work();
          });
  connect(sum, &SumBlock::gateGiven, this, [this](Gate gate, std::optional<double> value) {
    m_step.givenGates.erase(gate);
    if (value) {
      m_step.givenGates[gate] = *value;
    }
    work();
  });
  connect(sum, &SumBlock::problemChanged, this, &StepCalculator::setProblem);
  m_blockFlow->addWidget(sum);
  m_blockFlow->setAlignment(sum, Qt::AlignTop);
  m_sums.push_back(sum);
}

void StepCalculator::work() {
  m_vectors = stepByHand(m_step);
  for (const VectorGrid& vector : m_vectorGrids) {
    vector.grid->setValues(m_step.*vector.values);
  }
  for (SumBlock* sum : m_sums) {
    sum->showStep(m_step);
  }
  fillTable();
}

void StepCalculator::fillTable() {
  const int chosen = m_table->currentRow();
  m_table->setRowCount(static_cast<int>(m_vectors.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const HandVector& vector = m_vectors[static_cast<std::size_t>(row)];
    const QString worked =
        plainEquation(workedLines(m_step.network, vector).join(QLatin1Char('\n')));
    const QString right =
        vector.isGiven ? tr("given") : rightSideMarkup(m_step.network, vector.name);
    m_table->setItem(row, Vector, item(vectorMarkup(m_step.network, vector.name), worked));
    m_table->setItem(row, Equation, item(right, worked));
    m_table->setItem(row, Exact, item(exactText(vector), worked));
    m_table->setItem(row, Rounded, item(roundedText(vector), worked));
  }
  if (chosen >= 0 && chosen < m_table->rowCount()) {
    m_table->selectRow(chosen);
  }
  fitTable();
  showLines();
}

/// The table is as high as its rows, and its columns share what room their contents leave.
void StepCalculator::fitTable() {
  m_table->horizontalHeader()->setStretchLastSection(false);
  m_table->resizeColumnsToContents();
  m_table->resizeRowsToContents();
  int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth() +
               m_table->verticalHeader()->length();
  const int room = width() - 2 * wideGap - 2 * m_table->frameWidth();
  if (m_table->horizontalHeader()->length() > room) {
    height += m_table->horizontalScrollBar()->sizeHint().height();
  }
  m_table->setFixedHeight(height);
  m_table->horizontalHeader()->setStretchLastSection(true);
}

void StepCalculator::showLines() {
  const int row = m_table->currentRow();
  const bool isThere = row >= 0 && row < static_cast<int>(m_vectors.size());
  m_lines->setEquations(isThere
                            ? workedLines(m_step.network, m_vectors[static_cast<std::size_t>(row)])
                            : QStringList());
}

void StepCalculator::wishScenario() {
  Document document;
  document.scenario = scenarioByHand(m_step, m_horizon);
  document.scenario.title = tr("A step by hand: %1, %n unit(s)", nullptr, m_step.network.hidden)
                                .arg(displayText(m_step.network.cell))
                                .toStdString();
  emit scenarioWished(document);
}

void StepCalculator::setProblem(const QString& problem) {
  m_problem->setText(problem);
  m_problem->setVisible(!problem.isEmpty());
}

void StepCalculator::retranslate() {
  m_cell->retranslate();
  m_labelledCell->setWords(tr("Cell"), tr("The cell whose step is worked out"));
  m_sizes[0].labelled->setWords(tr("Hidden H"), tr("Units of the cell, at most four"));
  m_sizes[1].labelled->setWords(tr("Input D"), tr("Numbers of the input x, at most four"));
  m_sizes[2].labelled->setWords(tr("of T steps"),
                                tr("The input is the same at every step of the scenario."));
  m_reset->setText(tr("Exercise 10"));
  m_reset->setAccessibleName(m_reset->text());
  m_reset->setToolTip(tr("Back to the numbers of exercise 10"));
  m_load->setText(tr("Load this as a scenario"));
  m_load->setAccessibleName(m_load->text());
  m_load->setToolTip(tr("Opens these weights, input and state in the laboratory; undo goes back."));
  m_hint->setText(tr("Choose a row to see its numbers put in. The sheet rounds to two decimals. "
                     "Numbers in the grids can be typed over."));
  m_table->setAccessibleName(tr("The step's vectors"));
  m_table->setHorizontalHeaderLabels(
      {tr("Vector"), tr("Equation"), tr("Exact, six digits"), tr("As the sheet rounds")});
  for (int column = 0; column < ColumnCount; ++column) {
    m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  }
  for (SumBlock* sum : m_sums) {
    sum->retranslate();
  }
  setProblem({});
  work();
}

void StepCalculator::fitColors() {
  QPalette colors = palette();
  colors.setColor(QPalette::WindowText, errorColor(colors));
  m_problem->setPalette(colors);
  colors.setColor(QPalette::WindowText, quietTextColor(palette()));
  m_hint->setPalette(colors);
}

void StepCalculator::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitTable();
}

void StepCalculator::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  } else if (event->type() == QEvent::PaletteChange) {
    fitColors();
  } else if (event->type() == QEvent::FontChange) {
    fitTable();
  }
}

} // namespace backflow
