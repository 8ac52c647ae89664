// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include "core/scenario/scenario_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace backflow::test {

namespace {

using Json = nlohmann::json;

/// A vector is a matrix of one column.
Rows rowsOf(const Json& value) {
  Rows rows;
  for (const Json& row : value) {
    rows.push_back(row.is_array() ? row.get<std::vector<double>>()
                                  : std::vector<double>{row.get<double>()});
  }
  return rows;
}

Scenario scenarioOf(const Json& json) {
  auto scenario = readScenario(json.dump());
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&scenario)) {
    throw std::runtime_error(problems->front().field + ": " + problems->front().complaint);
  }
  return std::get<Scenario>(std::move(scenario));
}

} // namespace

std::vector<std::string> goldenNames(const std::string& prefix) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(BACKFLOW_GOLDEN)) {
    if (const std::string name = entry.path().stem().string();
        name.starts_with(prefix) && entry.path().extension() == ".json") {
      names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

GoldenCase goldenCase(const std::string& name) {
  std::ifstream file(std::filesystem::path(BACKFLOW_GOLDEN) / (name + ".json"));
  if (!file) {
    throw std::runtime_error("no reference case " + name);
  }
  const Json json = Json::parse(file);
  GoldenCase result;
  result.scenario = scenarioOf(json.at("scenario"));
  for (const auto& [precision, numbers] : json.at("expected").items()) {
    GoldenNumbers& expected = result.expected[precision];
    expected.loss = numbers.at("loss").get<double>();
    expected.normBefore = numbers.at("norm_before").get<double>();
    expected.gradientNorm = numbers.at("gradient_norm").get<std::vector<double>>();
    expected.stateGradients = rowsOf(numbers.at("state_gradients"));
    for (const auto& [parameterName, values] : numbers.at("parameter_gradients").items()) {
      expected.parameterGradients[parameterName] = rowsOf(values);
    }
  }
  return result;
}

} // namespace backflow::test
