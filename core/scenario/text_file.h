// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <variant>

namespace backflow {

inline constexpr std::size_t largestFile = std::size_t{256} << 20U; ///< in bytes

using TextOrProblem = std::variant<std::string, FieldProblem>;

/// The whole file as it is. The problem has neither field nor value: "does not exist; give …",
/// "is a directory", "cannot be read", "is larger than 256 MiB".
TextOrProblem readTextFile(const std::filesystem::path& file);

/// The rest of a stream, which may have no end: "cannot be read", "is larger than 256 MiB".
TextOrProblem readText(std::istream& stream);

} // namespace backflow
