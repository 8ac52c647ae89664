// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <filesystem>

namespace backflow::fuzz {

/// Whether the scenario is quick to compute, a few thousand numbers in all.
bool isSmall(const Scenario& scenario);

/// Small data files of every kind, and nothing else.
std::filesystem::path dataFolder();
/// Has the scenario name files of dataFolder() alone: a name from outside could be that of a
/// device.
void useDataFolder(Scenario& scenario);

} // namespace backflow::fuzz
