// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string_view>

namespace backflow {

/// That a JSON object is another file of this program than the `wanted` one ("backflow-scenario"),
/// and what to do with it: the whole of what is wrong with it then.
std::optional<FieldProblem> otherFormat(const nlohmann::json& json, std::string_view wanted);

} // namespace backflow
