// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/field_rules.h"
#include "core/scenario/json_object_reader.h"
#include "core/scenario/json_text.h"
#include "core/scenario/other_format.h"
#include "core/scenario/scenario_field.h"
#include "core/scenario/text_file.h"
#include "core/scenario/value_text.h"
#include "core/unroll/sweep_spec.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace backflow {

namespace {

using Json = nlohmann::json;
using Problems = std::vector<FieldProblem>;

constexpr NumberRule anyNumber{"is not a number", std::numeric_limits<double>::lowest(),
                               std::numeric_limits<double>::max()};
constexpr NumberRule count{"is not a number of values", 2, mostSweepValues, true};
constexpr NumberRule seeds{"is not a number of seeds", 1, mostSweepSeeds, true};

void readHead(JsonObjectReader& root) {
  constexpr const char* format = "backflow-sweep";
  const Json* given = root.find("format");
  if (given == nullptr || *given != format) {
    FieldProblem problem;
    problem.field = "format";
    problem.value = given == nullptr ? "" : JsonObjectReader::textOf(*given);
    problem.complaint = given == nullptr ? "is missing" : "is not the format of a sweep";
    problem.remedy = Remedy::Choice;
    problem.choices = {format};
    root.report(std::move(problem));
  }
  constexpr NumberRule rule{"is not a version that can be read", 1, 1, true};
  const Json* version = root.find("version");
  if (version == nullptr) {
    root.report("version", "", "is missing", "give 1");
  } else if (!version->is_number() || !rule.allows(version->get<double>())) {
    root.report(rule.violation("version", JsonObjectReader::textOf(*version)));
  }
}

/// The values between `from` and `to`; not yet rounded.
std::vector<double> spacedValues(JsonObjectReader& reader, Problems& problems) {
  const std::size_t before = problems.size();
  double from = 0;
  double to = 0;
  int number = 0;
  std::string scale = "linear";
  for (const char* key : {"from", "to", "count"}) {
    if (reader.find(key) == nullptr) {
      reader.report(reader.pathOf(key), "", "is missing",
                    R"(give "from", "to" and "count", or a list of "values")");
    }
  }
  reader.number("from", anyNumber, from);
  reader.number("to", anyNumber, to);
  reader.whole("count", count, number);
  reader.text("scale", scale);
  const bool isLogarithmic = scale == "log";
  if (!isLogarithmic && scale != "linear") {
    FieldProblem problem;
    problem.field = reader.pathOf("scale");
    problem.value = inQuotes(scale);
    problem.complaint = "is not a scale";
    problem.remedy = Remedy::Choice;
    problem.choices = {"linear", "log"};
    reader.report(std::move(problem));
  }
  if (isLogarithmic && problems.size() == before && !(from * to > 0)) {
    reader.report(reader.pathOf("scale"), inQuotes(scale), "does not fit a range that holds 0",
                  "give ends above 0, or \"linear\"");
  }
  return problems.size() == before ? evenlySpaced(from, to, number, isLogarithmic)
                                   : std::vector<double>();
}

/// What a list of values for the field may hold, as an instruction.
std::string instructionFor(const ScenarioField& field, const Json& scenario) {
  std::vector<std::string> kinds{field.isWhole(scenario) ? "a whole number" : "a number"};
  constexpr double inf = std::numeric_limits<double>::infinity();
  for (const double special : {inf, -inf, std::numeric_limits<double>::quiet_NaN()}) {
    if (field.takes(scenario, special)) {
      kinds.push_back(inQuotes(shortestText(special)));
    }
  }
  std::string instruction = "give " + kinds.front();
  for (std::size_t i = 1; i < kinds.size(); ++i) {
    instruction += (i + 1 == kinds.size() ? " or " : ", ") + kinds[i];
  }
  return instruction;
}

/// The values as they are listed.
std::vector<double> listedValues(JsonObjectReader& reader, const Json& list,
                                 const ScenarioField& field, const Json* scenario) {
  const bool areNumbers =
      list.is_array() && std::all_of(list.begin(), list.end(),
                                     [](const Json& value) { return numberOf(value).has_value(); });
  // What the field takes is found out by reading the scenario over and over: only where it is told.
  const bool isAsked = !areNumbers && scenario != nullptr && !field.problemIn(*scenario);
  return reader.numbers("values", isAsked ? instructionFor(field, *scenario) : "give a number")
      .value_or(std::vector<double>());
}

/// The nearest whole numbers, if each is another.
void roundApart(std::vector<double>& values, JsonObjectReader& reader) {
  std::ranges::transform(values, values.begin(), [](double value) { return std::round(value); });
  const auto repeated = std::ranges::adjacent_find(values);
  if (repeated == values.end()) {
    return;
  }
  const double most = std::abs(values.back() - values.front()) + 1;
  reader.report(reader.pathOf("count"), std::to_string(values.size()),
                "makes " + shortestText(*repeated) +
                    " come twice, the values being rounded to whole numbers",
                static_cast<double>(values.size()) > most ? "give at most " + shortestText(most)
                                                          : "give a smaller one");
}

SweepAxis readAxis(const Json& json, const std::string& place, const Json* scenario,
                   Problems& problems) {
  SweepAxis axis;
  JsonObjectReader reader(json, place, problems);
  if (reader.find("field") == nullptr) {
    reader.report(reader.pathOf("field"), "", "is missing", R"(give one such as "weights.gain")");
  }
  reader.text("field", axis.field);
  const ScenarioField field(axis.field);
  if (const Json* list = reader.find("values")) {
    axis.values = listedValues(reader, *list, field, scenario);
  } else {
    axis.values = spacedValues(reader, problems);
    if (scenario != nullptr && !field.problemIn(*scenario) && field.isWhole(*scenario)) {
      roundApart(axis.values, reader);
    }
  }
  reader.reportUnknownKeys("values", {"from", "to", "count", "scale"});
  return axis;
}

/// The scenario with its own problems under "scenario.".
std::optional<Scenario> readScenarioOf(JsonObjectReader& root, SweepSpec& spec,
                                       const std::filesystem::path& folder, Problems& problems) {
  const Json* given = root.find("scenario");
  const Json* precision = root.find("precision");
  if (given == nullptr || (!given->is_object() && !given->is_string())) {
    root.report("scenario", given == nullptr ? "" : JsonObjectReader::textOf(*given),
                given == nullptr ? "is missing" : "is not a scenario",
                "give one, or the name of its file");
    return std::nullopt;
  }
  Json json = *given;
  std::string prefix = "scenario.";
  spec.folder = folder;
  if (given->is_string()) {
    const std::filesystem::path file = folder / given->get<std::string>();
    spec.folder = file.parent_path();
    prefix = "scenario, " + file.string() + ": ";
    const TextOrProblem text = readTextFile(file);
    if (const auto* problem = std::get_if<FieldProblem>(&text)) {
      FieldProblem told = *problem;
      told.field = "scenario";
      told.value = inQuotes(given->get<std::string>());
      problems.push_back(std::move(told));
      return std::nullopt;
    }
    Problems found;
    json = parseJson(std::get<std::string>(text), found);
    if (json.is_discarded()) {
      found.front().field = prefix + found.front().field;
      problems.push_back(found.front());
      return std::nullopt;
    }
  }
  if (precision != nullptr && json.is_object()) {
    json["precision"] = *precision;
  }
  auto read = scenarioFrom(json);
  if (auto* wrong = std::get_if<Problems>(&read)) {
    for (FieldProblem& problem : *wrong) {
      const bool isOverride = precision != nullptr && problem.field.starts_with("precision");
      problem.field = (isOverride ? "" : prefix) + problem.field;
      problems.push_back(std::move(problem));
    }
    return std::nullopt;
  }
  return std::get<Scenario>(std::move(read));
}

} // namespace

SweepOrProblems readSweep(std::string_view text, const std::filesystem::path& folder) {
  Problems problems;
  const Json json = parseJson(text, problems);
  if (json.is_discarded()) {
    return problems;
  }
  SweepSpec spec;
  JsonObjectReader root(json, "", problems);
  if (auto other = otherFormat(json, "backflow-sweep")) {
    return Problems{*std::move(other)};
  }
  readHead(root);
  const auto scenario = readScenarioOf(root, spec, folder, problems);
  const Json scenarioJson = scenario ? plainJson(*scenario) : Json();
  const Json* axes = root.find("axes");
  if (axes == nullptr || !axes->is_array() || axes->empty() || axes->size() > 2) {
    root.report("axes", axes == nullptr ? "" : JsonObjectReader::textOf(*axes),
                axes == nullptr ? "is missing" : "is not a list of one or two axes",
                R"(give objects such as {"field": "weights.gain", "values": [0.5, 1, 2]})");
  } else {
    for (std::size_t k = 0; k < axes->size(); ++k) {
      spec.axes.push_back(readAxis((*axes)[k], "axes[" + std::to_string(k + 1) + "]",
                                   scenario ? &scenarioJson : nullptr, problems));
    }
  }
  root.whole("seeds", seeds, spec.seeds);
  root.reportUnknownKeys();
  if (problems.empty()) {
    spec.scenario = *scenario;
    problems = validate(spec);
  }
  if (!problems.empty()) {
    return problems;
  }
  return spec;
}

SweepOrProblems readSweepFile(const std::filesystem::path& file) {
  TextOrProblem text = readTextFile(file);
  if (auto* problem = std::get_if<FieldProblem>(&text)) {
    return Problems{std::move(*problem)};
  }
  return readSweep(std::get<std::string>(text), file.parent_path());
}

} // namespace backflow
