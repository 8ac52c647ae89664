// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/parameter_calculator.h"

#include "ui/panel/appearance.h"
#include "ui/panel/calculator/cell_choice.h"
#include "ui/panel/calculator/equation_label.h"
#include "ui/panel/calculator/labelled_control.h"
#include "ui/panel/flow_layout.h"
#include "ui/panel/number_field.h"
#include "ui/text/number_text.h"
#include "ui/text/parameter_count_text.h"

#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace backflow {

namespace {

enum Column { Name, Shape, Numbers, ColumnCount };

/// Exercise 6.
constexpr int exerciseInputs = 10'000;
constexpr int exerciseHidden = 100;
/// Rows that are shown before the table scrolls by itself.
constexpr int mostRows = 12;

QTableWidgetItem* cell(const QString& text, Qt::Alignment alignment) {
  auto* item = new QTableWidgetItem(text);
  item->setTextAlignment(alignment | Qt::AlignVCenter);
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
  return item;
}

} // namespace

ParameterCalculator::ParameterCalculator(QWidget* parent)
    : QWidget(parent),
      m_cell(new CellChoice(QStringLiteral("countCell"), CellChoice::Offer::AllCells, this)),
      m_labelledCell(new LabelledControl(m_cell, this)),
      m_sizes{sizeField("countInputs", largestCounted), sizeField("countHidden", largestCounted),
              sizeField("countLayers", mostCountedLayers)},
      m_bidirectional(new QCheckBox(this)), m_reset(new QPushButton(this)),
      m_problem(new QLabel(this)),
      m_vectors(new EquationLabel(EquationLabel::Breaking::AtSpaces, this)),
      m_formula(new QLabel(this)), m_table(new QTableWidget(this)) {
  setObjectName(QStringLiteral("parameterCalculator"));
  m_bidirectional->setObjectName(QStringLiteral("countBidirectional"));
  m_reset->setObjectName(QStringLiteral("countReset"));
  m_problem->setObjectName(QStringLiteral("countProblem"));
  m_vectors->setObjectName(QStringLiteral("countVectors"));
  m_formula->setObjectName(QStringLiteral("countFormula"));
  m_table->setObjectName(QStringLiteral("countTable"));
  for (QLabel* label : {m_problem, m_formula}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  m_table->setColumnCount(ColumnCount);
  m_table->verticalHeader()->hide();
  m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
  m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);

  auto* controls = new FlowLayout;
  controls->addWidget(m_labelledCell);
  for (SizeField& size : m_sizes) {
    controls->addWidget(size.labelled);
  }
  controls->addWidget(m_bidirectional);
  controls->addWidget(m_reset);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(wideGap, wideGap, wideGap, wideGap);
  column->setSpacing(wideGap);
  column->addLayout(controls);
  column->addWidget(m_problem);
  column->addWidget(m_formula);
  column->addWidget(m_vectors);
  column->addWidget(m_table);
  column->addStretch();

  connectField(m_sizes[0], m_inputs);
  connectField(m_sizes[1], m_network.hidden);
  connectField(m_sizes[2], m_network.layers);
  connect(m_cell, &ChoiceBox::chosen, this, [this] {
    m_network = m_cell->chosenFor(m_network);
    count();
  });
  connect(m_bidirectional, &QCheckBox::clicked, this, [this](bool both) {
    m_network.bidirectional = both;
    count();
  });
  connect(m_reset, &QPushButton::clicked, this, &ParameterCalculator::reset);
  fitColors();
  retranslate();
  reset();
}

ParameterCalculator::SizeField ParameterCalculator::sizeField(const char* name, int most) {
  auto* field = new NumberField(QString::fromLatin1(name) + QStringLiteral("Field"), this);
  field->setScale(SliderScale::logarithmicWhole(1, most));
  field->setWholeLimits(1, most);
  field->setWidthInDigits(most > 1000 ? 9 : 3);
  return {field, new LabelledControl(field, this), {}};
}

void ParameterCalculator::connectField(SizeField& size, int& target) {
  connect(size.field, &NumberField::valueEntered, this, [this, &size, &target](double value) {
    target = static_cast<int>(value);
    size.problem.clear();
    count();
  });
  connect(size.field, &NumberField::textRejected, this, [this, &size] {
    size.problem = size.field->expectation();
    showProblem();
  });
  connect(size.field, &NumberField::textRestored, this, [this, &size] {
    size.problem.clear();
    showProblem();
  });
}

void ParameterCalculator::reset() {
  m_network = NetworkSpec();
  m_network.cell = CellKind::Lstm;
  m_network.variant = Variant::Course;
  m_network.hidden = exerciseHidden;
  m_inputs = exerciseInputs;
  for (SizeField& size : m_sizes) {
    size.problem.clear();
  }
  count();
}

void ParameterCalculator::count() {
  m_count = countParameters(m_network, m_inputs);
  m_cell->setNetwork(m_network);
  m_sizes[0].field->setValue(m_inputs);
  m_sizes[1].field->setValue(m_network.hidden);
  m_sizes[2].field->setValue(m_network.layers);
  m_bidirectional->setChecked(m_network.bidirectional);
  showNumbers();
}

void ParameterCalculator::showNumbers() {
  m_formula->setText(m_count ? countFormula(m_network, *m_count) : QString());
  m_vectors->setEquations(m_count ? vectorSizes(m_network, *m_count) : QStringList());
  fillTable();
  showProblem();
}

void ParameterCalculator::fillTable() {
  const int parameters = m_count ? static_cast<int>(m_count->parameters.size()) : 0;
  m_table->setRowCount(m_count ? parameters + 1 : 0);
  for (int row = 0; row < parameters; ++row) {
    const CountedParameter& parameter = m_count->parameters[static_cast<std::size_t>(row)];
    const QString shape = QStringLiteral("%1 × %2").arg(formatGrouped(parameter.shape.rows),
                                                        formatGrouped(parameter.shape.columns));
    m_table->setItem(row, Name, cell(QString::fromStdString(parameter.shape.name), Qt::AlignLeft));
    m_table->setItem(row, Shape, cell(shape, Qt::AlignRight));
    m_table->setItem(row, Numbers, cell(formatGrouped(parameter.numbers), Qt::AlignRight));
  }
  if (m_count) {
    m_table->setItem(parameters, Name, cell(tr("Sum"), Qt::AlignLeft));
    m_table->setItem(parameters, Shape, cell(QString(), Qt::AlignRight));
    m_table->setItem(parameters, Numbers, cell(formatGrouped(m_count->total), Qt::AlignRight));
    QFont bold = m_table->font();
    bold.setBold(true);
    for (int column = 0; column < ColumnCount; ++column) {
      m_table->item(parameters, column)->setFont(bold);
    }
  }
  fitTable();
}

/// The table is as high as its rows: the page scrolls, not a table in a page. Only very many rows
/// scroll by themselves.
void ParameterCalculator::fitTable() {
  const int row = m_table->fontMetrics().height() + wideGap;
  m_table->verticalHeader()->setMinimumSectionSize(row);
  m_table->verticalHeader()->setDefaultSectionSize(row);
  const int rows = std::min(m_table->rowCount(), mostRows);
  m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * row +
                          2 * m_table->frameWidth());
}

void ParameterCalculator::showProblem() {
  QStringList problems;
  for (const SizeField& size : m_sizes) {
    if (!size.problem.isEmpty()) {
      problems += size.field->accessibleName() + QStringLiteral(": ") + size.problem;
    }
    size.field->setAccessibleDescription(size.problem);
  }
  if (!m_count) {
    problems += tr("That is more than 2⁶³ − 1 = %1 numbers, the most that a 64-bit integer counts. "
                   "Choose smaller sizes.")
                    .arg(formatGrouped(std::numeric_limits<std::int64_t>::max()));
  }
  m_problem->setText(problems.join(QLatin1Char(' ')));
  m_problem->setVisible(!problems.isEmpty());
}

void ParameterCalculator::retranslate() {
  m_cell->retranslate();
  m_labelledCell->setWords(tr("Cell"), tr("A plain layer has one block of weights, a GRU three, an "
                                          "LSTM four: one more for each gate."));
  m_sizes[0].labelled->setWords(
      tr("Input or vocabulary D"),
      tr("Numbers that enter at each step; one for each word where words are one-hot."));
  m_sizes[1].labelled->setWords(tr("Hidden H"), tr("Units of each layer and direction."));
  m_sizes[2].labelled->setWords(tr("Layers"), tr("Each layer reads the states of the one below."));
  m_bidirectional->setText(tr("Bidirectional"));
  m_bidirectional->setAccessibleName(m_bidirectional->text());
  m_bidirectional->setToolTip(
      tr("Every layer has a second one beside it that reads from the end, with its own weights."));
  m_reset->setText(tr("Exercise 6"));
  m_reset->setAccessibleName(m_reset->text());
  m_reset->setToolTip(tr("Back to an LSTM of 100 units over a vocabulary of 10,000"));
  m_table->setAccessibleName(tr("Parameters"));
  m_table->setHorizontalHeaderLabels({tr("Parameter"), tr("Rows × columns"), tr("Numbers")});
  for (int column = 0; column < ColumnCount; ++column) {
    m_table->horizontalHeaderItem(column)->setTextAlignment(
        (column == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  for (SizeField& size : m_sizes) {
    size.problem.clear();
    size.field->setValue(size.field->value());
  }
  showNumbers();
}

void ParameterCalculator::fitColors() {
  QPalette colors = palette();
  colors.setColor(QPalette::WindowText, errorColor(colors));
  m_problem->setPalette(colors);
  m_formula->setFont(prominentFont(font()));
}

void ParameterCalculator::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    fitColors();
    fillTable();
  }
}

} // namespace backflow
