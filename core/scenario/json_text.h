// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>
#include <vector>

namespace backflow {

/// Parses JSON (RFC 8259; a byte order mark is skipped). A text that is not JSON, or is nested more
/// than 64 levels deep, gives one problem whose field is "line 3, column 5", and a discarded value.
/// A key that is given twice is a problem too, but its last value counts and reading goes on.
nlohmann::json parseJson(std::string_view text, std::vector<FieldProblem>& problems);

} // namespace backflow
