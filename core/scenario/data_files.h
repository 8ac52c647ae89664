// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <string>
#include <vector>

namespace backflow {

/// The names of data files that the scenario gives, to read or to change; empty ones are left out.
std::vector<std::string*> dataFilesOf(Scenario& scenario);

} // namespace backflow
