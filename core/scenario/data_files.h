// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <filesystem>
#include <string>
#include <vector>

namespace backflow {

/// The names of data files that the scenario gives, to read or to change; empty ones are left out.
std::vector<std::string*> dataFilesOf(Scenario& scenario);

/// The same scenario wherever its file lies: its data files by their whole paths. `folder` is what
/// their names are relative to.
Scenario withDataNamedInFull(Scenario scenario, const std::filesystem::path& folder);

} // namespace backflow
