// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/csv_cell.h"
#include "core/scenario/csv_table.h"
#include "core/scenario/value_text.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace backflow {

namespace {

using Problems = std::vector<FieldProblem>;

/// To mean 0 and population standard deviation 1; zero if all are the same.
void standardize(Eigen::Ref<Eigen::RowVectorXd> numbers) {
  // Compared before anything is computed: the mean of equal numbers may differ from them by a
  // rounding error, which would then be blown up to 1.
  if (numbers.minCoeff() == numbers.maxCoeff()) {
    numbers.setZero();
    return;
  }
  // A power of two is exact, and keeps the squares of very large and very small numbers in range.
  const double largest = numbers.cwiseAbs().maxCoeff();
  const int exponent = std::ilogb(largest) + 1;
  for (double& number : numbers) {
    number = std::scalbn(number, -exponent);
  }
  const double count = static_cast<double>(numbers.size());
  numbers.array() -= numbers.sum() / count;
  const double deviation = std::sqrt(numbers.squaredNorm() / count);
  if (deviation > 0) {
    numbers /= deviation;
  } else {
    numbers.setZero();
  }
}

/// How many columns have each name.
std::unordered_map<std::string_view, int> namesakesOf(const CsvTable& table) {
  std::unordered_map<std::string_view, int> namesakes;
  for (const std::string& cell : table.header) {
    ++namesakes[trimmed(cell)];
  }
  return namesakes;
}

FieldProblem namesakeProblem(const std::string& name, const std::string& field) {
  return sentenceProblem(field, inQuotes(name), "is the name of several columns",
                         "give the columns different names");
}

/// The names that a file may ask for: each column's own. One of several lines, or a long one,
/// cannot be told in a sentence.
std::vector<std::string> namesToTell(const CsvTable& table) {
  const auto namesakes = namesakesOf(table);
  std::vector<std::string> names;
  for (const std::string& cell : table.header) {
    const std::string_view name = trimmed(cell);
    if (!name.empty() && shortened(name) == name && namesakes.at(name) == 1) {
      names.emplace_back(name);
    }
  }
  return names;
}

/// Gives `problem` the names to choose from: the nearest, all of a few, or the first of many.
void offerColumns(const CsvTable& table, const std::string& name, FieldProblem& problem) {
  constexpr std::size_t few = 6;
  const std::vector<std::string> names = namesToTell(table);
  const auto nearest = nearestName(name, names);
  if (nearest || (!names.empty() && names.size() <= few)) {
    problem.remedy = Remedy::Choice;
    problem.choices = nearest ? std::vector{*nearest} : names;
  } else if (names.empty()) {
    problem.instruction = "give one of its " + counted(table.header.size(), "column");
  } else {
    constexpr std::size_t shown = 4;
    problem.instruction = "give ";
    for (std::size_t i = 0; i < shown; ++i) {
      problem.instruction += inQuotes(names[i]) + (i + 1 < shown ? ", " : " or one of the ");
    }
    problem.instruction += std::to_string(names.size() - shown) + " others";
  }
}

std::optional<FieldProblem> columnProblem(const CsvTable& table, const CsvColumns& wanted,
                                          std::size_t index, const std::string& field) {
  const std::string& name = wanted.columns[index];
  const auto same = [&](const std::string& cell) {
    return trimmed(cell) == name;
  };
  const auto count = std::count_if(table.header.begin(), table.header.end(), same);
  if (count > 1) {
    return namesakeProblem(name, field);
  }
  if (count == 1) {
    return std::nullopt;
  }
  const std::string file = std::filesystem::path(wanted.file).filename().string();
  FieldProblem problem =
      sentenceProblem(field, inQuotes(name), "is not a column of " + inQuotes(file), "");
  offerColumns(table, name, problem);
  return problem;
}

std::size_t lineOf(const CsvTable& table, std::size_t row) {
  return row < table.lines.size() ? table.lines[row] : row + 2;
}

std::size_t columnOf(const CsvTable& table, const std::string& name) {
  const auto found = std::find_if(table.header.begin(), table.header.end(),
                                  [&](const std::string& cell) { return trimmed(cell) == name; });
  return static_cast<std::size_t>(found - table.header.begin());
}

std::string_view cellOf(const CsvTable& table, std::size_t column, std::size_t row) {
  const std::vector<std::string>& cells = table.rows[row];
  return column < cells.size() ? trimmed(cells[column]) : "";
}

/// Of a cell that is no number. `file` is the table's, unless whoever tells of it names that.
FieldProblem cellProblem(const CsvTable& table, std::size_t column, std::size_t row,
                         const std::string& field, const std::filesystem::path& file) {
  const std::string_view cell = cellOf(table, column, row);
  const std::string ofFile = file.empty() ? "" : " of " + inQuotes(file.filename().string());
  const std::string place = "column " + inQuotes(trimmed(table.header[column])) + ofFile +
                            ", line " + std::to_string(lineOf(table, row));
  return cell.empty()
             ? sentenceProblem(field, place, "is an empty cell", "give a number there")
             : sentenceProblem(field, place, "holds " + inQuotes(cell), "give a number there");
}

/// Reads the column `wanted.columns[index]` into `numbers`, or says which cell is no number.
std::optional<FieldProblem> readColumn(const CsvTable& table, const CsvColumns& wanted,
                                       std::size_t index, int first, const std::string& field,
                                       Eigen::Ref<Eigen::RowVectorXd> numbers) {
  const std::size_t column = columnOf(table, wanted.columns[index]);
  for (Eigen::Index i = 0; i < numbers.size(); ++i) {
    const std::size_t row = static_cast<std::size_t>(first) + static_cast<std::size_t>(i);
    const auto number = numberIn(cellOf(table, column, row), table.delimiter);
    if (!number) {
      return cellProblem(table, column, row, field, wanted.file);
    }
    numbers[i] = *number;
  }
  return std::nullopt;
}

} // namespace

std::vector<ColumnContent> contentOf(const CsvTable& table) {
  const auto namesakes = namesakesOf(table);
  std::vector<ColumnContent> result;
  for (std::size_t column = 0; column < table.header.size(); ++column) {
    ColumnContent content;
    content.name = trimmed(table.header[column]);
    if (namesakes.at(content.name) > 1) {
      content.problem = namesakeProblem(content.name, {});
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (numberIn(cellOf(table, column, row), table.delimiter)) {
        ++content.numbers;
      } else if (!content.problem) {
        content.problem = cellProblem(table, column, row, {}, {});
      }
    }
    result.push_back(std::move(content));
  }
  return result;
}

std::variant<Eigen::MatrixXd, Problems> numbersFrom(const CsvTable& table, const CsvColumns& wanted,
                                                    int first, int count,
                                                    const std::string& field) {
  if (count < 1) {
    return Problems{sentenceProblem(field + ".file", inQuotes(wanted.file),
                                    "has no row below its first line", "give a longer file")};
  }
  Problems problems;
  const long long missing =
      static_cast<long long>(first) + count - static_cast<long long>(table.rows.size());
  if (missing > 0) {
    const long long there = std::max(0LL, count - missing);
    const std::string from = first > 0 ? " from row " + std::to_string(first + 1) + " on" : "";
    const std::string complaint = "has " + counted(static_cast<std::size_t>(there), "row") + from +
                                  " where " + std::to_string(count) +
                                  (count == 1 ? " is needed" : " are needed");
    problems.push_back(sentenceProblem(field + ".file", inQuotes(wanted.file), complaint,
                                       there > 0 ? "give a longer file, or a horizon of at most " +
                                                       std::to_string(there)
                                                 : "give a longer file"));
  }
  const auto columnField = [&](std::size_t i) {
    return field + ".columns[" + std::to_string(i + 1) + "]";
  };
  for (std::size_t i = 0; i < wanted.columns.size(); ++i) {
    if (auto problem = columnProblem(table, wanted, i, columnField(i))) {
      problems.push_back(std::move(*problem));
    }
  }
  if (!problems.empty()) {
    return problems;
  }
  Eigen::MatrixXd result(static_cast<Eigen::Index>(wanted.columns.size()), count);
  Eigen::RowVectorXd numbers(count);
  for (std::size_t i = 0; i < wanted.columns.size(); ++i) {
    if (auto problem = readColumn(table, wanted, i, first, columnField(i), numbers)) {
      problems.push_back(std::move(*problem));
    } else {
      if (wanted.standardize) {
        standardize(numbers);
      }
      result.row(static_cast<Eigen::Index>(i)) = numbers;
    }
  }
  if (!problems.empty()) {
    return problems;
  }
  return result;
}

} // namespace backflow
