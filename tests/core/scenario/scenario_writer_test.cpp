// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace backflow {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Scenario accepted(std::string_view text) {
  const ScenarioOrProblems result = readScenario(text);
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&result)) {
    ADD_FAILURE() << describe(*problems) << "\n" << text;
    return {};
  }
  return std::get<Scenario>(result);
}

/// Two units, three steps, and explicit numbers wherever there can be some.
Scenario explicitScenario() {
  Scenario scenario;
  scenario.title = "\"Ünï\"\n\t∂";
  scenario.network = {CellKind::Rnn, Activation::Relu, 2};
  scenario.weights.init = WeightInit::Explicit;
  scenario.weights.parameters = {{"W_h", {{0.1, -0.0}, {5e-324, inf}}},
                                 {"W_x", {{1}, {1.7976931348623157e308}}},
                                 {"b", {{-inf}, {1.0 / 3}}}};
  scenario.input.kind = InputKind::Explicit;
  scenario.input.values = {{1}, {2.5}, {-3}};
  scenario.initialState.kind = InitialStateKind::Explicit;
  scenario.initialState.values = {1, inf};
  scenario.loss.gradient = {3, -inf};
  scenario.unroll = {3, TruncationSpec{TruncationMode::Windows, 2}, {}};
  scenario.clip = ClipSpec{ClipMode::Value, 0.3};
  scenario.precisions = {Precision::Float64};
  scenario.thresholds = {0, inf};
  return scenario;
}

std::vector<Scenario> scenariosOfEveryKind() {
  std::vector<Scenario> all{Scenario{}, explicitScenario()};
  for (const WeightInit init :
       {WeightInit::Orthogonal, WeightInit::Identity, WeightInit::Uniform}) {
    all.emplace_back().weights.init = init;
    all.back().weights.gain = 1.0 / 3;
    all.back().weights.seed = 9007199254740991;
  }
  for (const InputKind kind : {InputKind::Impulse, InputKind::Constant, InputKind::Sine}) {
    InputSpec& input = all.emplace_back().input;
    input.kind = kind;
    input.size = 3;
    input.amplitude = -0.25;
    input.step = kind == InputKind::Impulse ? 7 : input.step;
    input.period = kind == InputKind::Sine ? 12.5 : input.period;
  }
  Scenario& noise = all.emplace_back();
  noise.input.std = 1e-7;
  noise.initialState = {InitialStateKind::Noise, 0.7, 12, {}, {}};
  noise.clip = ClipSpec{ClipMode::StateNorm, 1e-300};
  noise.unroll.truncation = TruncationSpec{};
  Scenario& csv = all.emplace_back();
  csv.input.kind = InputKind::Csv;
  csv.input.csv = {"data/a, b.csv", {"x", "y z"}, false};
  csv.loss.kind = LossKind::SquaredError;
  csv.loss.at = LossPlace::Every;
  csv.loss.csvTarget = CsvTarget{{"data/a, b.csv", {"x"}, true}, 0};
  Scenario& target = all.emplace_back(explicitScenario());
  target.loss = LossSpec{};
  target.loss.kind = LossKind::SquaredError;
  target.loss.at = LossPlace::Every;
  target.loss.target = {{1, 2}, {3, inf}, {5, 6}};
  all.emplace_back().loss.kind = LossKind::SquaredError;
  return all;
}

TEST(WriteScenario, IsReadBackTheSame) {
  for (const Scenario& scenario : scenariosOfEveryKind()) {
    const std::string text = writeScenario(scenario);
    EXPECT_EQ(accepted(text), scenario) << text;
    EXPECT_EQ(writeScenario(accepted(text)), text);
  }
}

TEST(WriteScenario, KeepsNanAndTheSignOfZero) {
  Scenario scenario = explicitScenario();
  scenario.loss.gradient = {nan, -0.0};
  const Scenario back = accepted(writeScenario(scenario));
  ASSERT_EQ(back.loss.gradient.size(), 2U);
  EXPECT_TRUE(std::isnan(back.loss.gradient[0]));
  EXPECT_TRUE(std::signbit(back.loss.gradient[1]));
}

TEST(WriteScenario, WritesTheKeysOfTheKindOnly) {
  EXPECT_EQ(writeScenario(Scenario{}), R"({
  "format": "backflow-scenario",
  "version": 1,
  "title": "",
  "network": {
    "cell": "rnn",
    "activation": "tanh",
    "hidden": 64,
    "layers": 1,
    "bidirectional": false,
    "readout": "state"
  },
  "weights": {
    "init": "gaussian",
    "gain": 0.9,
    "seed": 1
  },
  "input": {
    "kind": "noise",
    "size": 1,
    "std": 0.1,
    "seed": 2
  },
  "initial_state": {
    "kind": "zero"
  },
  "loss": {
    "kind": "inject",
    "at": "last",
    "seed": 3
  },
  "unroll": {
    "horizon": 100,
    "truncation": null
  },
  "clip": null,
  "precision": ["float32", "float64"],
  "thresholds": {
    "vanish": 4.656612873077393e-10,
    "explode": 2147483648
  },
  "pins": []
}
)");
}

TEST(WriteScenario, PutsEachRowOnALine) {
  const std::string text = writeScenario(explicitScenario());
  EXPECT_NE(text.find(R"("W_h": [
        [0.1, -0.0],
        [5e-324, "inf"]
      ],)"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(R"("b": ["-inf", 0.3333333333333333])"), std::string::npos) << text;
}

TEST(WriteScenario, ReplacesWhatIsNotUtf8) {
  Scenario scenario;
  scenario.title = "a\xFF";
  EXPECT_EQ(accepted(writeScenario(scenario)).title, "a\uFFFD");
}

} // namespace
} // namespace backflow
