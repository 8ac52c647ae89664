// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/sweep_spec.h"

#include "core/scenario/data_files.h"
#include "core/scenario/field_rules.h"
#include "core/scenario/scenario_field.h"
#include "core/scenario/text_file.h"
#include "core/scenario/value_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>

namespace backflow {

namespace {

using Json = nlohmann::json;
using Problems = std::vector<FieldProblem>;

std::string axisName(std::size_t axis) {
  return "axes[" + std::to_string(axis + 1) + "]";
}

/// A problem of a scenario's field as one of the axis that gave the field its value.
FieldProblem ofAxis(std::size_t axis, FieldProblem problem) {
  problem.field = axisName(axis) + ", " + problem.field;
  return problem;
}

/// The first problem of the scenario with these values, if there is one.
std::optional<FieldProblem> problemWith(const SweepSpec& spec, const Json& json,
                                        const std::vector<double>& values) {
  Json changed = json;
  for (std::size_t axis = 0; axis < spec.axes.size(); ++axis) {
    ScenarioField(spec.axes[axis].field).set(changed, values[axis]);
  }
  const auto read = scenarioFrom(changed);
  const auto* problems = std::get_if<Problems>(&read);
  return problems == nullptr ? std::nullopt : std::optional(problems->front());
}

void checkFields(const SweepSpec& spec, const Json& json, Problems& problems) {
  for (std::size_t axis = 0; axis < spec.axes.size(); ++axis) {
    const std::string& field = spec.axes[axis].field;
    const std::string place = axisName(axis) + ".field";
    if (field.starts_with("training.")) {
      problems.push_back(sentenceProblem(place, inQuotes(field), "does not act on a sweep's runs",
                                         "give a field of another section"));
    } else if (auto problem = ScenarioField(field).problemIn(json)) {
      problem->field = place;
      problem->value = inQuotes(field);
      problems.push_back(*std::move(problem));
    } else if (axis > 0 && field == spec.axes[0].field) {
      problems.push_back(sentenceProblem(place, inQuotes(field), "is the first axis's too",
                                         "give another field, or one axis"));
    }
  }
}

/// For sets: `<` alone would take NaN for the same as every number.
struct NanIsOneValue {
  bool operator()(double a, double b) const { return a < b || (!std::isnan(a) && std::isnan(b)); }
};

void checkValues(const SweepSpec& spec, Problems& problems) {
  for (std::size_t axis = 0; axis < spec.axes.size(); ++axis) {
    const std::vector<double>& values = spec.axes[axis].values;
    if (values.empty() || values.size() > mostSweepValues) {
      problems.push_back({axisName(axis),
                          counted(values.size(), "value"),
                          "is not a number of values",
                          Remedy::WholeNumber,
                          1,
                          mostSweepValues,
                          {},
                          {}});
      continue;
    }
    std::set<double, NanIsOneValue> seen;
    const auto repeated = std::find_if(values.begin(), values.end(),
                                       [&](double value) { return !seen.insert(value).second; });
    if (repeated != values.end()) {
      problems.push_back(sentenceProblem(axisName(axis), shortestText(*repeated),
                                         "comes twice among the values",
                                         "give each value once, or a smaller count"));
    }
  }
}

/// Some numbers stand in a file without a use: explicit weights have no gain.
void checkEffect(const SweepSpec& spec, const Json& json, Problems& problems) {
  for (std::size_t axis = 0; axis < spec.axes.size(); ++axis) {
    const std::vector<double>& values = spec.axes[axis].values;
    Json one = json;
    Json other = json;
    ScenarioField(spec.axes[axis].field).set(one, values.front());
    ScenarioField(spec.axes[axis].field).set(other, values.back());
    if (values.size() > 1 && scenarioFrom(one) == scenarioFrom(other)) {
      problems.push_back(sentenceProblem(axisName(axis) + ".field", inQuotes(spec.axes[axis].field),
                                         "has no effect on this scenario", "give another field"));
    }
  }
}

/// Values that the scenario cannot have: each alone, with the first and last of the other axis.
void checkCells(const SweepSpec& spec, const Json& json, Problems& problems) {
  const auto look = [&](std::size_t axis, const std::vector<double>& values) {
    if (auto problem = problemWith(spec, json, values)) {
      // The other axis's value may be the wrong one.
      const bool isOthers = spec.axes.size() == 2 && problem->field == spec.axes[1 - axis].field;
      problems.push_back(ofAxis(isOthers ? 1 - axis : axis, *std::move(problem)));
      return true;
    }
    return false;
  };
  if (spec.axes.size() == 1) {
    for (const double value : spec.axes[0].values) {
      if (look(0, {value})) {
        return;
      }
    }
    return;
  }
  for (std::size_t axis = 0; axis < 2; ++axis) {
    const std::vector<double>& others = spec.axes[1 - axis].values;
    for (const double other : {others.front(), others.back()}) {
      for (const double value : spec.axes[axis].values) {
        if (look(axis, axis == 0 ? std::vector{value, other} : std::vector{other, value})) {
          return;
        }
      }
    }
  }
}

void checkSeeds(const SweepSpec& spec, Problems& problems) {
  const auto takesSeeds = [](const SweepAxis& axis) {
    return axis.field == "weights.seed";
  };
  if (spec.seeds < 1 || spec.seeds > mostSweepSeeds) {
    problems.push_back(NumberRule{"is not a number of seeds", 1, mostSweepSeeds, true}.violation(
        "seeds", std::to_string(spec.seeds)));
  } else if (spec.seeds > 1 && spec.scenario.weights.init == WeightInit::Explicit) {
    problems.push_back(sentenceProblem("seeds", std::to_string(spec.seeds),
                                       "does not go with \"explicit\" weights", "give 1"));
  } else if (spec.seeds > 1 && std::ranges::any_of(spec.axes, takesSeeds)) {
    problems.push_back(sentenceProblem("seeds", std::to_string(spec.seeds),
                                       "does not go with an axis of weights.seed", "give 1"));
  } else if (static_cast<double>(spec.scenario.weights.seed) + spec.seeds - 1 > rules::seed.most) {
    problems.push_back(sentenceProblem("seeds", std::to_string(spec.seeds),
                                       "leads beyond the largest seed", "give a smaller number"));
  }
}

/// Every cell is a number in memory and a line in a file.
void checkCount(const SweepSpec& spec, Problems& problems) {
  if (cellCount(spec) <= mostSweepCells) {
    return;
  }
  std::string sizes;
  for (const SweepAxis& axis : spec.axes) {
    sizes += (sizes.empty() ? "" : " × ") + std::to_string(axis.values.size());
  }
  problems.push_back(sentenceProblem(
      "axes", counted(static_cast<std::size_t>(cellCount(spec)), "cell"),
      "(" + sizes + " values, " + counted(static_cast<std::size_t>(spec.seeds), "seed") +
          ") are too many",
      "give fewer values or seeds, at most " + std::to_string(mostSweepCells) + " cells"));
}

std::uint64_t hashOf(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : text) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  }
  return hash;
}

} // namespace

std::int64_t cellCount(const SweepSpec& spec) {
  std::int64_t count = spec.seeds;
  for (const SweepAxis& axis : spec.axes) {
    count *= std::ssize(axis.values);
  }
  return count;
}

SweepCell cellAt(const SweepSpec& spec, std::int64_t index) {
  SweepCell cell;
  cell.index = index;
  for (const SweepAxis& axis : spec.axes) {
    const std::int64_t size = std::ssize(axis.values);
    cell.values.push_back(axis.values[static_cast<std::size_t>(index % size)]);
    index /= size;
  }
  cell.seed = spec.scenario.weights.seed + static_cast<std::uint64_t>(index);
  for (std::size_t axis = 0; axis < spec.axes.size(); ++axis) {
    if (spec.axes[axis].field == "weights.seed") {
      cell.seed = static_cast<std::uint64_t>(cell.values[axis]);
    }
  }
  return cell;
}

ScenarioOrSweepProblem scenarioOf(const SweepSpec& spec, const SweepCell& cell) {
  Json json = plainJson(spec.scenario);
  for (std::size_t axis = 0; axis < spec.axes.size(); ++axis) {
    ScenarioField(spec.axes[axis].field).set(json, cell.values[axis]);
  }
  auto read = scenarioFrom(json);
  if (const auto* problems = std::get_if<Problems>(&read)) {
    return problems->front();
  }
  auto scenario = std::get<Scenario>(std::move(read));
  if (scenario.weights.init != WeightInit::Explicit) {
    scenario.weights.seed = cell.seed;
  }
  return scenario;
}

std::vector<double> evenlySpaced(double from, double to, int count, bool atEqualRatios) {
  std::vector<double> values(static_cast<std::size_t>(count), from);
  for (int k = 1; k < count; ++k) {
    const double part = static_cast<double>(k) / (count - 1);
    values[static_cast<std::size_t>(k)] = k + 1 == count  ? to
                                          : atEqualRatios ? from * std::pow(to / from, part)
                                                          : from + (to - from) * part;
  }
  return values;
}

Problems validate(const SweepSpec& spec) {
  Problems problems;
  if (spec.axes.empty() || spec.axes.size() > 2) {
    problems.push_back(sentenceProblem("axes", counted(spec.axes.size(), "axis"), "cannot be swept",
                                       "give one or two"));
    return problems;
  }
  const Json json = plainJson(spec.scenario);
  checkFields(spec, json, problems);
  checkValues(spec, problems);
  checkSeeds(spec, problems);
  if (problems.empty()) {
    checkCount(spec, problems);
  }
  if (problems.empty()) {
    checkCells(spec, json, problems);
  }
  if (problems.empty()) {
    checkEffect(spec, json, problems);
  }
  return problems;
}

std::string identityOf(const SweepSpec& spec) {
  Scenario scenario = spec.scenario;
  scenario.title.clear();
  scenario.training.reset();
  Json json{{"seeds", spec.seeds}, {"scenario", plainJson(scenario)}};
  for (const SweepAxis& axis : spec.axes) {
    Json& values = json["axes"][axis.field] = Json::array();
    for (const double value : axis.values) {
      values.push_back(shortestText(value));
    }
    json["order"].push_back(axis.field);
  }
  for (const std::string* file : dataFilesOf(scenario)) {
    const TextOrProblem text = readTextFile(spec.folder / *file);
    const auto* contents = std::get_if<std::string>(&text);
    json["data"].push_back(contents == nullptr ? 0 : hashOf(*contents));
  }
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(hashOf(json.dump())));
  return digits.data();
}

} // namespace backflow
