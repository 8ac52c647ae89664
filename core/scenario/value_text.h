// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backflow {

/// The fewest digits that bring the number back exactly; "inf", "-inf" and "nan" for the others.
std::string shortestText(double number);

/// The text in one line, cut to about 40 characters of UTF-8 with "…" for the rest.
std::string shortened(std::string_view text);

/// As shortened(), in quotation marks.
std::string inQuotes(std::string_view text);

/// "1 row", "2 rows".
std::string counted(std::size_t count, std::string_view noun);

/// The candidate with the fewest letters to change, if that are few enough to be a slip.
std::optional<std::string> nearestName(std::string_view name,
                                       const std::vector<std::string>& candidates);

} // namespace backflow
