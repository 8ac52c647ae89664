// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/input_section.h"

#include "core/scenario/enum_names.h"
#include "core/scenario/validation.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/column_choice.h"
#include "ui/panel/file_choice.h"
#include "ui/panel/number_field.h"
#include "ui/panel/number_row.h"
#include "ui/state/data_input.h"
#include "ui/text/enum_text.h"
#include "ui/text/scenario_text.h"

#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace backflow {

namespace {

constexpr double largestInput = 4096;

ControlRow* readOnlyRow(ReadOnlyText* text) {
  auto* row = new ControlRow(ControlRow::Size::Compact);
  row->addControl(text, 1);
  return row;
}

} // namespace

InputSection::InputSection(AppState& state, QWidget* parent)
    : Section(state, Heading::Shown, parent), m_kindRow(new ControlRow(ControlRow::Size::Compact)),
      m_kind(new ChoiceBox(QStringLiteral("inputCombo"))),
      m_size(new NumberRow(QStringLiteral("inputSize"), SliderScale::whole(1, largestInput))),
      m_pages(new QStackedWidget(this)),
      m_std(new NumberRow(QStringLiteral("inputStd"), SliderScale::logarithmic(1e-6, 1e3))),
      m_seed(new SeedRow(QStringLiteral("input"))),
      m_step(new NumberRow(QStringLiteral("inputStep"), SliderScale::whole(1, largestHorizon))),
      m_period(new NumberRow(QStringLiteral("inputPeriod"), SliderScale::logarithmic(1, 1e4))),
      m_file(new ReadOnlyText(QStringLiteral("inputFile"))),
      m_columns(new ReadOnlyText(QStringLiteral("inputColumns"))),
      m_values(new ReadOnlyText(QStringLiteral("inputValues"))),
      m_text(new ReadOnlyText(QStringLiteral("inputText"))), m_chooseText(new QToolButton),
      m_chooseData(new QToolButton), m_chooseColumns(new ColumnChoice) {
  m_fileRow = readOnlyRow(m_file);
  m_columnsRow = readOnlyRow(m_columns);
  m_valuesRow = readOnlyRow(m_values);
  m_textRow = readOnlyRow(m_text);
  m_chooseText->setObjectName(QStringLiteral("chooseText"));
  m_chooseText->setText(QStringLiteral("…"));
  m_textRow->addControl(m_chooseText);
  m_chooseData->setObjectName(QStringLiteral("chooseData"));
  m_chooseData->setText(QStringLiteral("…"));
  m_fileRow->addControl(m_chooseData);
  m_chooseColumns->setObjectName(QStringLiteral("chooseColumns"));
  m_columnsRow->addControl(m_chooseColumns);
  m_kindRow->addControl(m_kind, 1);
  addRow(m_kindRow, {QStringLiteral("input")});
  addRow(m_size, {QStringLiteral("input.size")});
  column()->addWidget(m_pages);
  m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  addPages();
  connectControls();
  connectData();
}

void InputSection::addPage(InputKind kind, ControlRow* first, ControlRow* second) {
  auto* page = new QWidget(m_pages);
  auto* rows = new QVBoxLayout(page);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(first);
  if (second) {
    rows->addWidget(second);
  }
  rows->addStretch();
  m_pages->insertWidget(static_cast<int>(kind), page);
}

NumberRow* InputSection::amplitudeRow(const QString& name) {
  auto* row = new NumberRow(name, SliderScale::linear(-10, 10, 200));
  bind(row, QStringLiteral("input.amplitude"),
       [](Scenario& scenario, double amplitude) { scenario.input.amplitude = amplitude; });
  row->setFields({QStringLiteral("input.amplitude")});
  m_amplitudes.push_back(row);
  return row;
}

void InputSection::addPages() {
  addPage(InputKind::Noise, m_std, m_seed);
  addPage(InputKind::Impulse, amplitudeRow(QStringLiteral("impulseAmplitude")), m_step);
  addPage(InputKind::Constant, amplitudeRow(QStringLiteral("constantAmplitude")));
  addPage(InputKind::Sine, amplitudeRow(QStringLiteral("sineAmplitude")), m_period);
  addPage(InputKind::Csv, m_fileRow, m_columnsRow);
  addPage(InputKind::Text, m_textRow);
  addPage(InputKind::Explicit, m_valuesRow);
  m_std->setFields({QStringLiteral("input.std")});
  m_seed->setFields({QStringLiteral("input.seed")});
  m_step->setFields({QStringLiteral("input.step")});
  m_period->setFields({QStringLiteral("input.period")});
  m_fileRow->setFields({QStringLiteral("input.file")});
  m_textRow->setFields({QStringLiteral("input.file")});
  m_columnsRow->setFields({QStringLiteral("input.columns")});
  m_valuesRow->setFields({QStringLiteral("input.values")});
}

void InputSection::connectControls() {
  connect(m_kind, &ChoiceBox::chosen, this,
          [this](int kind) { chooseKind(static_cast<InputKind>(kind)); });
  connect(m_chooseText, &QToolButton::clicked, this, &InputSection::chooseText);
  bind(m_size, QStringLiteral("input.size"),
       [](Scenario& scenario, double size) { scenario.input.size = static_cast<int>(size); });
  bind(m_std, QStringLiteral("input.std"),
       [](Scenario& scenario, double std) { scenario.input.std = std; });
  bind(m_seed, QStringLiteral("input.seed"), [](Scenario& scenario, double seed) {
    scenario.input.seed = static_cast<std::uint64_t>(seed);
  });
  bind(m_step, QStringLiteral("input.step"),
       [](Scenario& scenario, double step) { scenario.input.step = static_cast<int>(step); });
  bind(m_period, QStringLiteral("input.period"),
       [](Scenario& scenario, double period) { scenario.input.period = period; });
}

void InputSection::chooseText() {
  const QString file =
      fileToOpen(this, tr("Choose a text to read"), tr("Texts (*.txt);;All files (*)"));
  if (!file.isEmpty()) {
    emit textChosen(file);
  }
}

void InputSection::connectData() {
  connect(m_chooseData, &QToolButton::clicked, this, &InputSection::chooseData);
  connect(m_chooseColumns, &ColumnChoice::chosen, this,
          [this](const std::vector<std::string>& columns) {
            editOnce(m_columnsRow, QStringLiteral("input.columns"),
                     [&](Scenario& scenario) { scenario.input.csv.columns = columns; });
          });
  connect(m_chooseColumns, &ColumnChoice::told, m_columnsRow, &ControlRow::setProblem);
}

void InputSection::chooseData() {
  const QString file =
      fileToOpen(this, tr("Choose a table to read"), tr("Tables (*.csv *.tsv);;All files (*)"));
  if (!file.isEmpty()) {
    emit dataChosen(file);
  }
}

void InputSection::chooseKind(InputKind kind) {
  if (kind == InputKind::Csv && scenario().input.csv.file.empty()) {
    chooseData();
    refresh();
    return;
  }
  if (kind == InputKind::Text && scenario().input.text.empty()) {
    chooseText();
    refresh();
    return;
  }
  editOnce(m_kindRow, QStringLiteral("input.kind"), [&](Scenario& scenario) {
    scenario.input.kind = kind;
    // The next character is only known of a text.
    if (kind != InputKind::Text && scenario.loss.kind == LossKind::CrossEntropy) {
      scenario.loss.kind = LossKind::Inject;
    }
  });
}

void InputSection::refresh() {
  const InputSpec& input = scenario().input;
  const bool fromData = input.kind == InputKind::Csv || input.kind == InputKind::Text ||
                        input.kind == InputKind::Explicit;
  m_kind->setCurrent(input.kind);
  m_kind->setChoiceEnabled(static_cast<int>(InputKind::Explicit), !input.values.empty(),
                           tr("This scenario gives no input."));
  m_kindRow->setProblem({});
  m_size->setValue(inputSize(input));
  // A text has one input for each of its characters, which only a run counts.
  m_size->setVisible(input.kind != InputKind::Text);
  m_size->setAvailable(!fromData, tr("The data has this size."));
  m_pages->setCurrentIndex(static_cast<int>(input.kind));
  m_std->setValue(input.std);
  m_seed->setValue(static_cast<double>(input.seed));
  for (NumberRow* amplitude : m_amplitudes) {
    amplitude->setValue(input.amplitude);
  }
  m_step->setValue(input.step);
  m_step->field()->setWholeLimits(1, scenario().unroll.horizon);
  m_period->setValue(input.period);

  m_text->showFile(QString::fromStdString(input.text));
  m_file->showFile(QString::fromStdString(input.csv.file));
  m_columns->showText(columnNames(input.csv));
  m_chooseColumns->show(folder() / input.csv.file, input.csv.columns);
  noteColumns();
  m_values->showText(tr("given in the scenario, %1×%2")
                         .arg(input.values.size())
                         .arg(input.values.empty() ? 0 : input.values.front().size()));
}

void InputSection::noteTable(const std::filesystem::path& file,
                             const std::vector<ColumnContent>& columns, std::size_t rows) {
  m_tables[std::filesystem::absolute(file).string()] = {columns, rows};
  noteColumns();
}

void InputSection::noteColumns() {
  const CsvColumns& csv = scenario().input.csv;
  const auto table = m_tables.find(csv.file);
  const QString leftOut =
      table == m_tables.end() ? QString() : leftOutText(table->second.columns, table->second.rows);
  if (!leftOut.isEmpty()) {
    QStringList names;
    for (const ColumnContent& column : table->second.columns) {
      if (column.problem) {
        names << QString::fromStdString(column.name);
      }
    }
    m_columnsRow->setNote(tr("Left out: %1").arg(leftOut),
                          tr("left out: %1").arg(names.join(QStringLiteral(", "))));
  } else {
    m_columnsRow->setNote(
        csv.standardize
            ? tr("mean 0 and deviation 1 over the first %1 rows").arg(scenario().unroll.horizon)
            : QString(),
        tr("mean 0, deviation 1"));
  }
}

void InputSection::retranslate() {
  setHeading(tr("Input"));
  m_kindRow->setLabel(tr("Kind"));
  m_kindRow->setHelp(tr("What x_t is, at the steps t = 1 … T."));
  m_size->setLabel(tr("Size D"));
  m_size->setHelp(tr("D: how many numbers enter the network at each step."));
  m_std->setLabel(tr("Deviation"));
  m_std->setHelp(tr("Standard deviation of each entry of x_t."));
  m_seed->setLabel(tr("Seed"));
  m_seed->setHelp(tr("The same seed gives the same input on every computer."));
  for (NumberRow* amplitude : m_amplitudes) {
    amplitude->setLabel(tr("Amplitude"));
    amplitude->setHelp(tr("The size of every entry of x_t where it is not zero."));
  }
  m_step->setLabel(tr("At step t"));
  m_step->setHelp(tr("The time step of the impulse; x_t is zero at all others."));
  m_period->setLabel(tr("Period"));
  m_period->setHelp(tr("The period of the sine, in steps."));
  m_fileRow->setLabel(tr("File"));
  m_textRow->setLabel(tr("File"));
  m_textRow->setHelp(tr("Each character is one step; x_t is its place in the alphabet, one-hot."));
  m_chooseText->setToolTip(tr("Choose a text to read"));
  m_chooseData->setToolTip(tr("Choose a table to read"));
  m_chooseData->setAccessibleName(m_chooseData->toolTip());
  m_columnsRow->setLabel(tr("Columns"));
  m_columnsRow->setHelp(
      tr("Each column is a number of x_t, each row a step. Unless the scenario says "
         "otherwise, the rows that are read are brought to mean 0 and standard "
         "deviation 1: another horizon changes them all. A column of equal numbers "
         "becomes 0."));
  m_chooseColumns->setToolTip(tr("Choose the columns: each is a number of x_t"));
  m_chooseColumns->setAccessibleName(m_chooseColumns->toolTip());
  m_valuesRow->setLabel(tr("Values"));
  for (const auto& [kind, name] : enumNames<InputKind>()) {
    m_kind->setChoice(kind, displayText(kind));
  }
}

} // namespace backflow
