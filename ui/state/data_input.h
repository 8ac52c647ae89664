// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/csv_table.h"
#include "core/scenario/scenario.h"

#include <QString>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace backflow {

using ScenarioChange = std::function<void(Scenario&)>;

/// Whether the name is that of data that a network can read: *.csv, *.tsv, *.txt.
bool isDataFile(const std::filesystem::path& file);
/// Of these, one with characters to read; the others are tables.
bool isTextData(const std::filesystem::path& file);

/// What makes a data file the input of a scenario.
struct DataInput {
  std::string file;      ///< its name in the scenario
  std::size_t steps = 0; ///< how many time steps it has
  ScenarioChange change; ///< of the input alone
};

/// The characters of a text, of which there are one more than steps to foretell. Or one sentence,
/// which names the file, on why it cannot be.
std::variant<DataInput, QString> textInput(const std::filesystem::path& file,
                                           std::size_t characters);

/// A table: every column that holds numbers alone, each row a step. Or one sentence, which names
/// the file, on why it cannot be.
std::variant<DataInput, QString> tableInput(const std::filesystem::path& file,
                                            const std::vector<ColumnContent>& columns,
                                            std::size_t rows);

/// The column's own problem in words: "column "rain", line 7 is an empty cell."
QString columnProblemText(const ColumnContent& column);

/// Which columns of the table cannot be read and why, those first that a reader would miss, as most
/// of their cells are numbers; empty if there are none.
QString leftOutText(const std::vector<ColumnContent>& columns, std::size_t rows);

} // namespace backflow
