// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace backflow {

/// What is in a `backflow-training` document that this version cannot know the meaning of: another
/// version, and keys that writeTrainingState() does not write. The scenario's own are left to its
/// reader, and whether everything is there to those who take it.
std::vector<FieldProblem> strangersIn(const nlohmann::json& state);

} // namespace backflow
