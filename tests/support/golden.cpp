// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include "core/scenario/enum_names.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace backflow::test {

namespace {

using Json = nlohmann::json;

template <class Enum> Enum named(const Json& value) {
  return enumNamed<Enum>(value.get<std::string>()).value();
}

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
  Scenario scenario;
  scenario.network = {CellKind::Rnn, named<Activation>(json.at("network").at("activation")),
                      json.at("network").at("hidden").get<int>()};
  scenario.weights.init = WeightInit::Explicit;
  for (const auto& [name, values] : json.at("weights").at("parameters").items()) {
    scenario.weights.parameters[name] = rowsOf(values);
  }
  scenario.input.kind = InputKind::Explicit;
  scenario.input.values = rowsOf(json.at("input").at("values"));
  scenario.loss.kind = named<LossKind>(json.at("loss").at("kind"));
  scenario.loss.at = named<LossPlace>(json.at("loss").at("at"));
  scenario.loss.target = rowsOf(json.at("loss").at("target"));
  scenario.unroll.horizon = json.at("unroll").at("horizon").get<int>();
  if (json.at("unroll").contains("truncation")) {
    const Json& truncation = json.at("unroll").at("truncation");
    scenario.unroll.truncation = TruncationSpec{named<TruncationMode>(truncation.at("mode")),
                                                truncation.at("length").get<int>()};
  }
  if (json.contains("clip")) {
    const Json& clip = json.at("clip");
    scenario.clip = ClipSpec{named<ClipMode>(clip.at("mode")), clip.at("threshold").get<double>()};
  }
  return scenario;
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
