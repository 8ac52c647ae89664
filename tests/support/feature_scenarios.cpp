// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/feature_scenarios.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/parameter_shapes.h"
#include "tests/support/experiments.h"

namespace backflow::test {

namespace {

constexpr int horizon = 23; // no multiple of a window below

Scenario with(NetworkSpec network, double gain = 1) {
  Scenario scenario = drawn(network.activation, 5, horizon, gain);
  network.hidden = 5;
  scenario.network = network;
  scenario.weights.init = WeightInit::Uniform; // biases too
  scenario.weights.gain = gain;
  return scenario;
}

NetworkSpec cell(CellKind kind, Variant variant = Variant::Course, int layers = 1,
                 bool bidirectional = false, Readout readout = Readout::State) {
  return {kind, Activation::Tanh, 5, variant, layers, bidirectional, readout};
}

/// ½‖r_t − y_t‖² on the first three units.
Scenario regression(Scenario scenario, LossPlace at) {
  scenario.loss.kind = LossKind::SquaredError;
  scenario.loss.at = at;
  scenario.loss.target.clear();
  for (int t = 1; t <= (at == LossPlace::Every ? horizon : 1); ++t) {
    scenario.loss.target.push_back({0.1 * t, -0.3, 1.0 / t});
  }
  return scenario;
}

Scenario everyStep(Scenario scenario) {
  scenario.loss.at = LossPlace::Every;
  return scenario;
}

Scenario characters(Scenario scenario, const std::string& textFile, LossPlace at) {
  scenario.input.kind = InputKind::Text;
  scenario.input.text = textFile;
  scenario.loss.kind = LossKind::CrossEntropy;
  scenario.loss.at = at;
  return scenario;
}

void addCells(std::vector<NamedScenario>& cases) {
  for (const Activation activation :
       {Activation::Tanh, Activation::Relu, Activation::Sigmoid, Activation::Identity}) {
    NetworkSpec network = cell(CellKind::Rnn);
    network.activation = activation;
    cases.push_back({"rnn-" + std::to_string(static_cast<int>(activation)), with(network, 1.2)});
  }
  for (const CellKind kind : enumValues<CellKind>()) {
    if (kind == CellKind::Rnn) {
      continue;
    }
    for (const Variant variant : enumValues<Variant>()) {
      if (variant == Variant::PyTorch && !hasVariants(kind)) {
        continue;
      }
      Scenario scenario = with(cell(kind, variant));
      scenario.initialState.kind = InitialStateKind::Explicit;
      scenario.initialState.values = {0.1, -0.2, 0.3, 0.4, -0.5};
      if (hasCellState(kind)) {
        scenario.initialState.cell = {1, -1, 0.5, 0.25, 0};
      }
      const std::string name = std::string(enumName(kind)) + "-" + std::string(enumName(variant));
      cases.push_back({name, scenario});
      const std::vector<Gate> gates = gatesOf(kind);
      scenario.pins = {{gates.front(), 0.25, 3, 9}, {gates.front(), 0.75, 8, 12}};
      if (gates.size() > 1) {
        scenario.pins.push_back({gates[1], 1, 1, horizon});
      }
      cases.push_back({name + "-pins", scenario});
    }
  }
}

void addNetworks(std::vector<NamedScenario>& cases, const std::string& textFile) {
  const auto gru = Variant::PyTorch;
  cases.push_back({"layers", with(cell(CellKind::Gru, gru, 3))});
  cases.push_back({"bidirectional", with(cell(CellKind::Rnn, {}, 1, true))});
  cases.push_back({"bidirectional-layers-every",
                   everyStep(with(cell(CellKind::Lstm, Variant::Course, 2, true)))});
  const NetworkSpec attending = cell(CellKind::Rnn, {}, 1, false, Readout::Attention);
  const NetworkSpec both = cell(CellKind::Gru, {}, 2, true, Readout::Attention);
  cases.push_back({"attention", with(attending)});
  cases.push_back({"attention-every", everyStep(with(attending))});
  cases.push_back({"attention-bidirectional", with(both)});
  cases.push_back({"attention-bidirectional-every", everyStep(with(both))});
  cases.push_back({"regression", regression(with(cell(CellKind::Rnn)), LossPlace::Last)});
  cases.push_back({"regression-every", regression(with(cell(CellKind::Rnn)), LossPlace::Every)});
  cases.push_back(
      {"characters", characters(with(cell(CellKind::Lstm)), textFile, LossPlace::Every)});
  cases.push_back({"characters-attention", characters(with(both), textFile, LossPlace::Every)});
  cases.push_back({"characters-bidirectional",
                   characters(with(cell(CellKind::Rnn, {}, 1, true)), textFile, LossPlace::Last)});
  Scenario sine = with(cell(CellKind::Rnn));
  sine.input.kind = InputKind::Sine;
  cases.push_back({"sine", sine});
  Scenario impulse = with(cell(CellKind::Rnn));
  impulse.input.kind = InputKind::Impulse;
  impulse.input.step = 4;
  cases.push_back({"impulse", impulse});
}

void addTruncations(std::vector<NamedScenario>& cases) {
  const NetworkSpec lstm = cell(CellKind::Lstm);
  const NetworkSpec stack = cell(CellKind::Lstm, Variant::PyTorch, 2);
  const NetworkSpec both = cell(CellKind::Gru, Variant::Course, 2, true);
  const NetworkSpec bothOnce = cell(CellKind::Rnn, {}, 1, true);
  const NetworkSpec attending = cell(CellKind::Rnn, {}, 2, false, Readout::Attention);
  const NetworkSpec attendingBoth = cell(CellKind::Gru, {}, 1, true, Readout::Attention);
  const auto add = [&](const std::string& name, Scenario scenario, int length) {
    cases.push_back({"windows-" + name, truncated(scenario, TruncationMode::Windows, length)});
    cases.push_back(
        {"from-loss-" + name, truncated(std::move(scenario), TruncationMode::FromLoss, length)});
  };
  add("last", with(lstm), 6);
  add("every", everyStep(with(lstm)), 6);
  add("every-1", everyStep(with(lstm)), 1);
  add("longer", everyStep(with(lstm)), horizon);
  add("layers-every", everyStep(with(stack)), 4);
  add("layers-last", with(stack), 4);
  add("bidirectional-last", with(bothOnce), 6);
  add("bidirectional-layers-last", with(both), 6);
  add("bidirectional-layers-every", everyStep(with(both)), 5);
  add("attention-last", with(attending), 4);
  add("attention-bidirectional-every", everyStep(with(attendingBoth)), 4);
}

void addClipping(std::vector<NamedScenario>& cases) {
  Scenario scaled = with(cell(CellKind::Lstm));
  scaled.loss.scale = 1000;
  cases.push_back({"scale", scaled});
  for (const ClipMode mode : {ClipMode::Norm, ClipMode::Value, ClipMode::StateNorm}) {
    const std::string name = "clip-" + std::to_string(static_cast<int>(mode));
    cases.push_back({name, clipped(everyStep(with(cell(CellKind::Lstm))), mode, 0.05)});
    cases.push_back({name + "-scale", clipped(scaled, mode, 0.05)});
    cases.push_back({name + "-high", clipped(with(cell(CellKind::Rnn)), mode, 1e6)});
  }
  const auto state = [&](const char* name, const Scenario& scenario) {
    cases.push_back(
        {"clip-state-" + std::string(name), clipped(scenario, ClipMode::StateNorm, 0.05)});
  };
  // Open forget gates and a growing recurrence, so that what comes back along c and below the top
  // layer is clipped too.
  Scenario stack = everyStep(with(cell(CellKind::Lstm, Variant::PyTorch, 3)));
  Scenario both = everyStep(with(cell(CellKind::Lstm, Variant::Course, 2, true)));
  stack.weights.forgetBias = both.weights.forgetBias = 3;
  NetworkSpec linear = cell(CellKind::Rnn, {}, 3);
  linear.activation = Activation::Identity;
  state("layers-linear", everyStep(with(linear, 3)));
  state("layers", stack);
  state("bidirectional", everyStep(with(cell(CellKind::Gru, {}, 1, true))));
  state("bidirectional-layers", both);
  state("windows", truncated(stack, TruncationMode::Windows, 5));
  state("from-loss-layers", truncated(stack, TruncationMode::FromLoss, 5));
  state("from-loss-bidirectional-layers", truncated(both, TruncationMode::FromLoss, 5));
}

} // namespace

std::vector<NamedScenario> featureScenarios(const std::string& textFile) {
  std::vector<NamedScenario> cases;
  addCells(cases);
  addNetworks(cases, textFile);
  addTruncations(cases);
  addClipping(cases);
  return cases;
}

} // namespace backflow::test
