// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_scenarios.h"

#include "core/numeric/random.h"
#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/parameter_shapes.h"

#include <initializer_list>

namespace backflow::test {

namespace {

class Drawer {
 public:
  explicit Drawer(std::uint64_t seed) : m_random(seed, RandomStream::HeldOut) {}

  int whole(int least, int most) {
    return least + static_cast<int>(m_random.uniform() * (most - least + 1));
  }
  double number(double least, double most) { return least + m_random.uniform() * (most - least); }
  bool chance(double probability) { return m_random.uniform() < probability; }
  template <class Value> Value oneOf(std::initializer_list<Value> values) {
    return oneAmong(values);
  }
  template <class Values> auto oneAmong(const Values& values) {
    return values.begin()[whole(0, static_cast<int>(values.size()) - 1)];
  }
  Rows table(int rows, int columns) {
    Rows result(static_cast<std::size_t>(rows));
    for (std::vector<double>& row : result) {
      for (int column = 0; column < columns; ++column) {
        row.push_back(number(-1, 1));
      }
    }
    return result;
  }

 private:
  PortableRandom m_random;
};

NetworkSpec randomNetwork(Drawer& draw) {
  NetworkSpec network;
  network.cell = draw.oneAmong(enumValues<CellKind>());
  if (network.cell == CellKind::Rnn) {
    network.activation =
        draw.oneOf({Activation::Tanh, Activation::Relu, Activation::Sigmoid, Activation::Identity});
  } else if (hasVariants(network.cell)) {
    network.variant = draw.oneOf({Variant::Course, Variant::PyTorch});
  }
  network.hidden = draw.whole(1, 6);
  network.layers = draw.whole(1, 3);
  network.bidirectional = draw.chance(0.4);
  network.readout = draw.chance(0.3) ? Readout::Attention : Readout::State;
  return network;
}

void pinAGate(Drawer& draw, Scenario& scenario) {
  PinSpec& pin = scenario.pins.emplace_back();
  pin.gate = draw.oneAmong(gatesOf(scenario.network.cell));
  pin.value = draw.number(0, 1);
  pin.to = draw.whole(1, scenario.unroll.horizon);
  pin.from = draw.whole(1, pin.to);
}

} // namespace

Scenario randomScenario(std::uint64_t seed) {
  Drawer draw(seed);
  Scenario scenario;
  scenario.network = randomNetwork(draw);
  scenario.unroll.horizon = draw.whole(1, 9);
  scenario.precisions = {Precision::Float64};
  scenario.weights.init =
      draw.oneOf({WeightInit::Gaussian, WeightInit::Orthogonal, WeightInit::Uniform});
  scenario.weights.gain = draw.number(0.3, 1.6);
  scenario.weights.inputGain = draw.number(0.3, 1.5);
  scenario.weights.seed = seed;
  if (hasGate(scenario.network.cell, Gate::Forget) && draw.chance(0.5)) {
    scenario.weights.forgetBias = draw.number(-1, 2);
  }
  scenario.input.kind =
      draw.oneOf({InputKind::Noise, InputKind::Impulse, InputKind::Constant, InputKind::Sine});
  scenario.input.size = draw.whole(1, 4);
  scenario.input.std = draw.number(0.1, 1);
  scenario.input.step = draw.whole(1, scenario.unroll.horizon);
  scenario.input.period = draw.number(2, 9);
  scenario.input.seed = seed + 1;
  if (draw.chance(0.7)) {
    scenario.initialState.kind = InitialStateKind::Noise;
    scenario.initialState.std = draw.number(0.1, 0.8);
  }
  scenario.loss.at = draw.oneOf({LossPlace::Last, LossPlace::Every});
  if (draw.chance(0.5)) {
    scenario.loss.kind = LossKind::SquaredError;
    const int rows = scenario.loss.at == LossPlace::Every ? scenario.unroll.horizon : 1;
    scenario.loss.target = draw.table(rows, readoutSize(scenario.network));
  }
  if (hasGates(scenario.network.cell) && draw.chance(0.4)) {
    pinAGate(draw, scenario);
  }
  return scenario;
}

} // namespace backflow::test
