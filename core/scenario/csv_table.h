// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <Eigen/Core>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace backflow {

/// A CSV file as text: the first line's names and the cells below, row by row.
struct CsvTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> lines; ///< the line of the file that each row begins at, from 1
  char delimiter = ',';
};

/// Reads a CSV file (RFC 4180; UTF-8 with or without BOM, LF or CRLF, comma or semicolon or tab as
/// the first line has it). `field` is the scenario's field that a problem is reported under.
std::variant<CsvTable, std::vector<FieldProblem>> readCsv(const std::filesystem::path& file,
                                                          const std::string& field);

/// What one column of a table holds.
struct ColumnContent {
  std::string name;
  std::size_t numbers = 0; ///< how many of its cells are numbers
  /// The first cell that is none, or that the name is not its alone; without a field.
  std::optional<FieldProblem> problem;
};

/// All columns in their order. Those without a problem can be read by numbersFrom() to the end.
std::vector<ColumnContent> contentOf(const CsvTable& table);

/// Rows `first` … `first + count − 1` of the wanted columns as numbers: one row of the result a
/// column, one column of it a time step. Standardised over just these rows if `wanted` says so; a
/// column that does not vary becomes zero. Where no comma separates the cells, 0,5 is a number too.
/// Problems name the column, the file and its line.
std::variant<Eigen::MatrixXd, std::vector<FieldProblem>> numbersFrom(const CsvTable& table,
                                                                     const CsvColumns& wanted,
                                                                     int first, int count,
                                                                     const std::string& field);

} // namespace backflow
