// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/data_input.h"

#include "core/scenario/csv_table.h"
#include "ui/text/problem_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>
#include <vector>

namespace backflow {

namespace {

struct DataInput {
  Q_DECLARE_TR_FUNCTIONS(DataInput)
};

std::string endingOf(const std::filesystem::path& file) {
  return QString::fromStdString(file.extension().string()).toLower().toStdString();
}

void readInputFrom(Scenario& scenario, InputKind kind) {
  scenario.input.kind = kind;
  // The next character is only known of a text.
  if (kind != InputKind::Text && scenario.loss.kind == LossKind::CrossEntropy) {
    scenario.loss.kind = LossKind::Inject;
  }
}

} // namespace

bool isDataFile(const std::filesystem::path& file) {
  const std::string ending = endingOf(file);
  return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

std::variant<std::function<void(Scenario&)>, QString>
inputFromFile(const std::filesystem::path& file) {
  const std::string name = std::filesystem::absolute(file).string();
  if (endingOf(file) == ".txt") {
    return [name](Scenario& scenario) {
      readInputFrom(scenario, InputKind::Text);
      scenario.input.text = name;
    };
  }
  const auto read = readCsv(file, {});
  const QString shortName = QString::fromStdString(file.filename().string());
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&read)) {
    return problemsText(file, *problems);
  }
  const auto& table = std::get<CsvTable>(read);
  const std::vector<std::string> columns = numericColumns(table);
  if (columns.empty() || table.rows.empty()) {
    return DataInput::tr("%1: no column holds numbers alone; give a CSV file with a line of names "
                         "and numbers below")
        .arg(shortName);
  }
  return [name, columns, rows = static_cast<int>(table.rows.size())](Scenario& scenario) {
    readInputFrom(scenario, InputKind::Csv);
    scenario.input.csv = {name, columns, true};
    scenario.unroll.horizon = std::min(scenario.unroll.horizon, rows);
    if (scenario.unroll.truncation) {
      TruncationSpec& truncation = *scenario.unroll.truncation;
      truncation.length = std::min(truncation.length, scenario.unroll.horizon);
    }
  };
}

} // namespace backflow
