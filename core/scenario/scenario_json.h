// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace backflow {

using ScenarioOrProblems = std::variant<Scenario, std::vector<FieldProblem>>;

/// Reads a scenario strictly: unknown and repeated keys, wrong types and values out of range are
/// all reported, each with what would be right. Missing keys take their defaults.
/// What is not JSON at all gives one problem whose field is "line 3, column 5".
ScenarioOrProblems readScenario(std::string_view text);

/// As readScenario, of JSON that is parsed already.
ScenarioOrProblems scenarioFrom(const nlohmann::json& json);

/// As readScenario from a file; one that cannot be read gives one problem with an empty field.
ScenarioOrProblems readScenarioFile(const std::filesystem::path& file);

/// All keys that matter for the scenario's kinds, in the order of the format, each number with the
/// digits that bring it back exactly (at most 17), non-finite ones as "inf", "-inf", "nan".
nlohmann::ordered_json toJson(const Scenario& scenario);

/// toJson as text: indented, with arrays of numbers on one line, and a final newline.
std::string writeScenario(const Scenario& scenario);

} // namespace backflow
