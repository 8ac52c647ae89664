// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backflow {

inline constexpr const char* csvLineEnd = "\r\n"; // as RFC 4180 has it

/// What is written for a text: in quotation marks where it holds what would end the cell.
std::string quotedCell(const std::string& text);

/// The cell without white space at its ends.
std::string_view trimmed(std::string_view cell);

/// The finite number in decimal notation that a cell holds, if it does: "-1.5e3", "+2", and "0,5"
/// if no comma separates the cells.
std::optional<double> numberIn(std::string_view cell, char delimiter);

} // namespace backflow
