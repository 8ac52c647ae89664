// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace backflow {

/// Installs what was built under this prefix, and returns it.
/// @throws std::runtime_error with what CMake said if it cannot.
std::filesystem::path installInto(const std::filesystem::path& prefix);

/// Where the program of this name is, if the environment's PATH leads to it.
std::optional<std::string> programOnPath(const std::string& name);

} // namespace backflow
