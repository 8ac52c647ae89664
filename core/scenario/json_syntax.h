// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"

#include <optional>
#include <string>
#include <string_view>

namespace backflow {

/// Says in plain words what is not JSON, and what to write there, from what nlohmann/json's parser
/// says: "… - unexpected ','; expected '}'" or "… - invalid string: missing closing quote; last
/// read: '"ab'". `place` is where, `token` what the parser read last.
FieldProblem syntaxProblem(std::string place, std::string_view message, std::string_view token);

/// That JSON has no such number as NaN, Infinity or -Infinity, which Python and others write.
/// Nothing if `word` is none of these, however it is spelt.
std::optional<FieldProblem> nonfiniteProblem(std::string place, std::string_view word);

/// That the bytes are those of a picture or another well-known kind of file, by its first bytes.
std::optional<FieldProblem> foreignFile(std::string_view bytes);

} // namespace backflow
