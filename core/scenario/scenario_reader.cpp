// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/json_object_reader.h"
#include "core/scenario/json_text.h"
#include "core/scenario/other_format.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/scenario_sections.h"
#include "core/scenario/text_file.h"
#include "core/scenario/validation.h"
#include "core/scenario/value_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

namespace backflow {

namespace {

using Json = nlohmann::json;
using Problems = std::vector<FieldProblem>;

void readUnroll(const Json& json, UnrollSpec& unroll, Problems& problems) {
  JsonObjectReader reader(json, "unroll", problems);
  reader.whole("horizon", rules::horizon, unroll.horizon);
  if (const Json* truncation = reader.findUnlessNull("truncation")) {
    TruncationSpec& spec = unroll.truncation.emplace();
    JsonObjectReader inner(*truncation, "unroll.truncation", problems);
    inner.choice("mode", "a mode of truncation", spec.mode);
    inner.whole("length", rules::horizon, spec.length);
    inner.reportUnknownKeys();
  }
  if (reader.findUnlessNull("checkpointing") != nullptr) {
    reader.truth("checkpointing", unroll.checkpointing.emplace());
  }
  reader.reportUnknownKeys();
}

void readClip(const Json& json, ClipSpec& clip, Problems& problems) {
  JsonObjectReader reader(json, "clip", problems);
  reader.choice("mode", "a mode of clipping", clip.mode);
  reader.number("threshold", rules::clipThreshold, clip.threshold);
  reader.reportUnknownKeys();
}

void readThresholds(const Json& json, ThresholdsSpec& thresholds, Problems& problems) {
  JsonObjectReader reader(json, "thresholds", problems);
  reader.anyNumber("vanish", rules::vanish, thresholds.vanish);
  reader.anyNumber("explode", rules::vanish, thresholds.explode);
  reader.reportUnknownKeys();
}

void readPrecisions(JsonObjectReader& root, const Json& json, std::vector<Precision>& precisions) {
  if (!json.is_array()) {
    root.report("precision", JsonObjectReader::textOf(json), "is not a list of precisions",
                R"(give names in brackets, ["float32", "float64"])");
    return;
  }
  std::vector<Precision> read;
  bool allKnown = true;
  for (std::size_t i = 0; i < json.size(); ++i) {
    Precision precision{};
    allKnown = root.choiceFrom(json[i], "precision[" + std::to_string(i + 1) + "]", "a precision",
                               precision, {}) &&
               allKnown;
    read.push_back(precision);
  }
  if (allKnown) {
    precisions = std::move(read);
  }
}

void readPins(JsonObjectReader& root, const Json& json, std::vector<PinSpec>& pins,
              Problems& problems) {
  if (!json.is_array()) {
    root.report("pins", JsonObjectReader::textOf(json), "is not a list of pins",
                R"(give objects such as {"gate": "update", "value": 0, "from": 2, "to": 100})");
    return;
  }
  for (std::size_t i = 0; i < json.size(); ++i) {
    JsonObjectReader reader(json[i], "pins[" + std::to_string(i + 1) + "]", problems);
    PinSpec& pin = pins.emplace_back();
    for (const char* key : {"gate", "value", "from", "to"}) {
      if (json[i].is_object() && reader.find(key) == nullptr) {
        reader.report(reader.pathOf(key), "", "is missing",
                      R"(give a pin such as {"gate": "update", "value": 0, "from": 2, "to": 100})");
      }
    }
    reader.choice("gate", "a gate", pin.gate);
    reader.number("value", rules::pinned, pin.value);
    reader.whole("from", rules::step(largestHorizon), pin.from);
    reader.whole("to", rules::step(largestHorizon), pin.to);
    reader.reportUnknownKeys();
  }
}

void readHead(JsonObjectReader& root, Problems& problems) {
  constexpr const char* format = "backflow-scenario";
  const Json* given = root.find("format");
  if (given == nullptr || *given != format) {
    problems.push_back({"format",
                        given == nullptr ? "" : JsonObjectReader::textOf(*given),
                        given == nullptr ? "is missing" : "is not the format of a scenario",
                        Remedy::Choice,
                        0,
                        0,
                        {format},
                        {}});
  }
  const Json* version = root.find("version");
  if (version == nullptr || !version->is_number() || version->get<double>() != 1) {
    problems.push_back({"version",
                        version == nullptr ? "" : JsonObjectReader::textOf(*version),
                        version == nullptr ? "is missing" : "is not a version that can be read",
                        Remedy::WholeNumber,
                        1,
                        1,
                        {},
                        {}});
  }
}

Scenario readRoot(const Json& json, Problems& problems) {
  Scenario scenario;
  JsonObjectReader root(json, "", problems);
  readHead(root, problems);
  root.text("title", scenario.title);
  const auto section = [&](const char* key, auto read, auto& spec) {
    if (const Json* value = root.find(key)) {
      read(*value, spec, problems);
    }
  };
  if (root.find("network") == nullptr) {
    root.report("network", "", "is missing", R"(give an object such as {"cell": "rnn"})");
  }
  section("network", readNetwork, scenario.network);
  section("weights", readWeights, scenario.weights);
  section("input", readInput, scenario.input);
  section("initial_state", readInitialState, scenario.initialState);
  section("loss", readLoss, scenario.loss);
  section("unroll", readUnroll, scenario.unroll);
  if (const Json* clip = root.findUnlessNull("clip")) {
    readClip(*clip, scenario.clip.emplace(), problems);
  }
  if (const Json* precision = root.find("precision")) {
    readPrecisions(root, *precision, scenario.precisions);
  }
  section("thresholds", readThresholds, scenario.thresholds);
  if (const Json* pins = root.find("pins")) {
    readPins(root, *pins, scenario.pins, problems);
  }
  if (const Json* training = root.findUnlessNull("training")) {
    readTraining(*training, scenario.training.emplace(), problems);
  }
  root.reportUnknownKeys();
  return scenario;
}

/// Whether one field is the other, or holds it.
bool overlap(const std::string& a, const std::string& b) {
  const auto& [shorter, longer] = a.size() <= b.size() ? std::tie(a, b) : std::tie(b, a);
  if (longer.compare(0, shorter.size(), shorter) != 0) {
    return false;
  }
  return longer.size() == shorter.size() || longer[shorter.size()] == '.' ||
         longer[shorter.size()] == '[';
}

/// One problem a field: the first that was found. No more than a reader could work through.
void append(Problems&& found, Problems& problems) {
  constexpr std::size_t most = 100;
  for (FieldProblem& problem : found) {
    const bool isNew = std::none_of(problems.begin(), problems.end(), [&](const FieldProblem& p) {
      return overlap(p.field, problem.field);
    });
    if (isNew && problems.size() < most) {
      problems.push_back(std::move(problem));
    }
  }
}

/// Sorts by the order of the format's sections; unknown keys come first, since what is missing
/// below may be what they were meant to be.
void sortBySection(Problems& problems) {
  constexpr std::array<std::string_view, 14> sections{
      "format", "version", "title", "network",   "weights",    "input", "initial_state",
      "loss",   "unroll",  "clip",  "precision", "thresholds", "pins",  "training"};
  const auto rank = [&](const FieldProblem& problem) {
    const std::string_view field = problem.field;
    const std::string_view section = field.substr(0, field.find_first_of(".["));
    const auto found = std::find(sections.begin(), sections.end(), section);
    const bool unknown = found == sections.end();
    return unknown ? -1 : found - sections.begin();
  };
  std::stable_sort(problems.begin(), problems.end(),
                   [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

/// `problems` are those that parsing found.
ScenarioOrProblems checkedScenario(const Json& json, Problems problems) {
  Problems found;
  Scenario scenario = readRoot(json, found);
  append(std::move(found), problems);
  append(validate(scenario), problems);
  sortBySection(problems);
  if (!problems.empty()) {
    return problems;
  }
  return scenario;
}

} // namespace

ScenarioOrProblems readScenario(std::string_view text) {
  Problems problems;
  const Json json = parseJson(text, problems);
  if (json.is_discarded()) {
    return problems;
  }
  if (!json.is_object()) {
    return Problems{{"line 1, column 1",
                     JsonObjectReader::textOf(json),
                     "is not a scenario",
                     Remedy::Sentence,
                     0,
                     0,
                     {},
                     "give keys and values in braces, {}"}};
  }
  if (auto other = otherFormat(json, "backflow-scenario")) {
    return Problems{*std::move(other)};
  }
  return checkedScenario(json, std::move(problems));
}

ScenarioOrProblems scenarioFrom(const Json& json) {
  return checkedScenario(json, {});
}

ScenarioOrProblems readScenarioFile(const std::filesystem::path& file) {
  TextOrProblem text = readTextFile(file);
  if (auto* problem = std::get_if<FieldProblem>(&text)) {
    return Problems{std::move(*problem)};
  }
  return readScenario(std::get<std::string>(text));
}

} // namespace backflow
