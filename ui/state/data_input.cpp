// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/data_input.h"

#include "ui/text/file_name.h"
#include "ui/text/problem_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace backflow {

namespace {

struct DataInputText {
  Q_DECLARE_TR_FUNCTIONS(DataInput)
};

/// A table may have hundreds of columns, and a message is one sentence.
constexpr qsizetype othersTold = 3;

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
  return ending == ".csv" || ending == ".tsv" || isTextData(file);
}

bool isTextData(const std::filesystem::path& file) {
  return endingOf(file) == ".txt";
}

std::variant<DataInput, QString> textInput(const std::filesystem::path& file,
                                           std::size_t characters) {
  if (characters < 2) {
    return DataInputText::tr("%1 is too short: give a text of at least 2 characters, in UTF-8.")
        .arg(shownName(file));
  }
  const std::string name = std::filesystem::absolute(file).string();
  return DataInput{name, characters - 1, // the last one is only what follows
                   [name](Scenario& scenario) {
                     readInputFrom(scenario, InputKind::Text);
                     scenario.input.text = name;
                   }};
}

std::variant<DataInput, QString> tableInput(const std::filesystem::path& file,
                                            const std::vector<ColumnContent>& columns,
                                            std::size_t rows) {
  CsvColumns wanted;
  wanted.file = std::filesystem::absolute(file).string();
  for (const ColumnContent& column : columns) {
    if (!column.problem) {
      wanted.columns.push_back(column.name);
    }
  }
  if (wanted.columns.empty() || rows == 0) {
    const QString shortName = shownName(file);
    const QString leftOut = rows == 0 ? QString() : leftOutText(columns, rows);
    return leftOut.isEmpty()
               ? DataInputText::tr(
                     "%1: no column holds numbers alone; give a CSV file with a line of "
                     "names and numbers below")
                     .arg(shortName)
               : DataInputText::tr("%1: no column holds numbers alone: %2").arg(shortName, leftOut);
  }
  return DataInput{wanted.file, rows, [wanted](Scenario& scenario) {
                     readInputFrom(scenario, InputKind::Csv);
                     scenario.input.csv = wanted;
                   }};
}

QString columnProblemText(const ColumnContent& column) {
  FieldProblem problem = *column.problem;
  problem.instruction.clear();
  return problemsText({problem});
}

QString leftOutText(const std::vector<ColumnContent>& columns, std::size_t rows) {
  std::vector<ColumnContent> leftOut;
  std::ranges::copy_if(columns, std::back_inserter(leftOut),
                       [](const ColumnContent& column) { return column.problem.has_value(); });
  if (leftOut.empty()) {
    return {};
  }
  std::ranges::stable_partition(
      leftOut, [rows](const ColumnContent& column) { return 2 * column.numbers > rows; });
  const QString first = problemsText({*leftOut.front().problem});
  QStringList others;
  for (auto column = leftOut.begin() + 1; column != leftOut.end(); ++column) {
    if (others.size() == othersTold) {
      others << DataInputText::tr("%n more", nullptr, static_cast<int>(leftOut.end() - column));
      break;
    }
    others << columnProblemText(*column).chopped(1); // its full stop
  }
  return others.isEmpty()
             ? first
             : first + QLatin1Char(' ') +
                   DataInputText::tr("(Also: %1.)").arg(others.join(QStringLiteral("; ")));
}

} // namespace backflow
