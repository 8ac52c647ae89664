// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <variant>

namespace backflow {

/// Whether the name is that of data that a network can read: *.csv, *.tsv, *.txt.
bool isDataFile(const std::filesystem::path& file);

/// What makes a data file the input of a scenario: every column of a CSV file that holds numbers
/// alone, over no more steps than it has rows; the characters of a text. Or one sentence, which
/// names the file, on why it cannot be.
std::variant<std::function<void(Scenario&)>, QString>
inputFromFile(const std::filesystem::path& file);

} // namespace backflow
