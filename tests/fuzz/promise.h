// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace backflow::fuzz {

/// @throws std::logic_error that names the promise, unless it holds.
void require(bool holds, std::string_view promise);

/// There is a problem, and it is told in one line that says something.
void requireOneSentence(const FieldProblem& problem);
void requireOneSentence(const std::vector<FieldProblem>& problems);

/// A file that holds just these bytes until the next call with this name. In memory where the
/// system has a folder for that: a fuzzer writes thousands a second.
std::filesystem::path fileWith(std::string_view bytes, const char* name);

} // namespace backflow::fuzz
