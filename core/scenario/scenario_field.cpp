// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_field.h"

#include "core/scenario/value_text.h"

#include <charconv>
#include <cmath>
#include <string_view>

namespace backflow {

namespace {

using Json = nlohmann::json;

/// One name of a path with the places that follow it, from 1: "pins" and 1.
struct Part {
  std::string name;
  std::vector<std::size_t> places;
};

/// Nothing for what is no path.
std::optional<std::vector<Part>> partsOf(std::string_view path) {
  std::vector<Part> parts;
  while (true) {
    const std::size_t dot = path.find('.');
    std::string_view word = path.substr(0, dot);
    Part part{std::string(word.substr(0, word.find('['))), {}};
    if (part.name.empty()) {
      return std::nullopt;
    }
    word.remove_prefix(part.name.size());
    while (!word.empty()) {
      std::size_t place = 0;
      const auto [end, error] = std::from_chars(word.data() + 1, word.data() + word.size(), place);
      if (error != std::errc() || place == 0 || end == word.data() + word.size() || *end != ']') {
        return std::nullopt;
      }
      part.places.push_back(place);
      word.remove_prefix(static_cast<std::size_t>(end + 1 - word.data()));
      if (!word.empty() && word.front() != '[') {
        return std::nullopt;
      }
    }
    parts.push_back(std::move(part));
    if (dot == std::string_view::npos) {
      return parts;
    }
    path.remove_prefix(dot + 1);
  }
}

/// Where the path leads in `json`; keys are added, places in lists are not.
Json* placeIn(Json& json, const std::string& path) {
  const auto parts = partsOf(path);
  if (!parts) {
    return nullptr;
  }
  Json* here = &json;
  for (const Part& part : *parts) {
    if (here->is_null()) {
      *here = Json::object();
    }
    if (!here->is_object()) {
      return nullptr;
    }
    here = &(*here)[part.name];
    for (const std::size_t place : part.places) {
      if (!here->is_array() || place > here->size()) {
        return nullptr;
      }
      here = &(*here)[place - 1];
    }
  }
  return here;
}

Json jsonOf(double value) {
  constexpr double exactlyWhole = 9007199254740992;
  if (std::isfinite(value) && std::trunc(value) == value && std::abs(value) < exactlyWhole) {
    return static_cast<std::int64_t>(value);
  }
  return std::isfinite(value) ? Json(value) : Json(shortestText(value));
}

/// The problem that reading finds at the path or on the way to it.
std::optional<FieldProblem> problemAt(const std::string& path, const Json& scenario) {
  const auto read = scenarioFrom(scenario);
  const auto* problems = std::get_if<std::vector<FieldProblem>>(&read);
  if (problems == nullptr) {
    return std::nullopt;
  }
  for (const FieldProblem& problem : *problems) {
    if (path == problem.field || path.starts_with(problem.field + ".") ||
        path.starts_with(problem.field + "[")) {
      return problem;
    }
  }
  return std::nullopt;
}

} // namespace

std::optional<FieldProblem> ScenarioField::problemIn(const Json& scenario) const {
  const std::string noNumber = "does not name a number of the scenario";
  const std::string example = R"(give a field that holds one, such as "weights.gain")";
  Json changed = scenario;
  Json* place = placeIn(changed, m_path);
  const bool isNumber = place != nullptr && (place->is_null() || place->is_number());
  if (!isNumber) {
    return sentenceProblem(m_path, "", noNumber, example);
  }
  *place = 1;
  const auto problem = problemAt(m_path, changed);
  if (!problem) {
    return std::nullopt;
  }
  if (problem->complaint.starts_with("is not a key for")) {
    return sentenceProblem(m_path, "", problem->complaint, "give a field that this scenario has");
  }
  if (problem->remedy == Remedy::KnownKey) {
    FieldProblem unknown = sentenceProblem(m_path, "", "is not a field of a scenario", example);
    if (!problem->choices.empty()) {
      const std::size_t dot = problem->field.rfind('.');
      const std::string before = dot == std::string::npos ? "" : problem->field.substr(0, dot + 1);
      unknown.remedy = Remedy::KnownKey;
      unknown.choices = {before + problem->choices.front() + m_path.substr(problem->field.size())};
    }
    return unknown;
  }
  if (problem->remedy == Remedy::Number || problem->remedy == Remedy::WholeNumber) {
    return std::nullopt; // 1 is out of its range
  }
  if (problem->field == m_path && problem->remedy == Remedy::Sentence) {
    return sentenceProblem(m_path, "", problem->complaint, problem->instruction);
  }
  return sentenceProblem(m_path, "", noNumber, example);
}

bool ScenarioField::isWhole(const Json& scenario) const {
  Json changed = scenario;
  if (!set(changed, 1.5)) {
    return false;
  }
  const auto problem = problemAt(m_path, changed);
  return problem && problem->remedy == Remedy::WholeNumber;
}

bool ScenarioField::takes(const Json& scenario, double value) const {
  Json changed = scenario;
  return set(changed, value) && !problemAt(m_path, changed);
}

bool ScenarioField::set(Json& scenario, double value) const {
  Json* place = placeIn(scenario, m_path);
  if (place == nullptr) {
    return false;
  }
  *place = jsonOf(value);
  return true;
}

Json plainJson(const Scenario& scenario) {
  return Json(toJson(scenario));
}

} // namespace backflow
