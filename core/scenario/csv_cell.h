// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace backflow {

/// The cell without white space at its ends.
std::string_view trimmed(std::string_view cell);

/// The finite number in decimal notation that a cell holds, if it does: "-1.5e3", "+2", and "0,5"
/// if no comma separates the cells.
std::optional<double> numberIn(std::string_view cell, char delimiter);

} // namespace backflow
