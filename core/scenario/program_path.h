// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace backflow {

/// The file of the running program, links resolved; empty if the system does not tell.
std::filesystem::path programPath();

} // namespace backflow
