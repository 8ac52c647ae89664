// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/csv_table.h"
#include "core/scenario/scenario.h"

#include <QString>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <variant>
#include <vector>

namespace backflow {

using ScenarioChange = std::function<void(Scenario&)>;

/// Whether the name is that of data that a network can read: *.csv, *.tsv, *.txt.
bool isDataFile(const std::filesystem::path& file);
/// Of these, one with characters to read; the others are tables.
bool isTextData(const std::filesystem::path& file);

/// Makes the characters of a text the input of a scenario, over no more steps than there are
/// characters to foretell. Or one sentence, which names the file, on why it cannot be.
std::variant<ScenarioChange, QString> textInput(const std::filesystem::path& file,
                                                std::size_t characters);

/// Makes a table the input: every column that holds numbers alone, over no more steps than there
/// are rows. Or one sentence, which names the file, on why it cannot be.
std::variant<ScenarioChange, QString> tableInput(const std::filesystem::path& file,
                                                 const std::vector<ColumnContent>& columns,
                                                 std::size_t rows);

/// The column's own problem in words: "column "rain", line 7 is an empty cell."
QString columnProblemText(const ColumnContent& column);

/// Which columns of the table cannot be read and why, those first that a reader would miss, as most
/// of their cells are numbers; empty if there are none.
QString leftOutText(const std::vector<ColumnContent>& columns, std::size_t rows);

} // namespace backflow
