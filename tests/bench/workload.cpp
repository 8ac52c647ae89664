// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload.h"

#include "core/scenario/enum_names.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <variant>

namespace backflow::bench {

std::string nameOf(CellKind cell) {
  return std::string(enumName(cell));
}

template <class Scalar> std::string nameOfPrecision() {
  return std::is_same_v<Scalar, float> ? "float32" : "float64";
}
template std::string nameOfPrecision<float>();
template std::string nameOfPrecision<double>();

template <class Scalar> std::string nameOf(const char* kind, CellKind cell, int hidden) {
  return std::string(kind) + "/" + nameOf(cell) + "/" + std::to_string(hidden) + "/" +
         nameOfPrecision<Scalar>();
}
template std::string nameOf<float>(const char*, CellKind, int);
template std::string nameOf<double>(const char*, CellKind, int);

int horizonFor(int hidden) {
  return hidden <= 256 ? 500 : 200;
}

Scenario healthyScenario(CellKind cell, int hidden, int horizon) {
  Scenario scenario;
  scenario.network.cell = cell;
  scenario.network.variant = Variant::PyTorch;
  scenario.network.hidden = hidden;
  scenario.weights.init = WeightInit::Orthogonal;
  // With gates half open the Jacobian is ½ + ¼W of both gated cells.
  scenario.weights.gain = cell == CellKind::Rnn ? 1 : 2;
  scenario.input.size = inputSize;
  scenario.input.std = 0.01;
  scenario.unroll.horizon = horizon;
  scenario.unroll.checkpointing = false;
  return scenario;
}

const Experiment& healthyExperiment(CellKind cell, int hidden) {
  static std::map<std::pair<CellKind, int>, Experiment> prepared;
  const std::pair key(cell, hidden);
  if (const auto known = prepared.find(key); known != prepared.end()) {
    return known->second;
  }
  return prepared.emplace(key, experimentOf(healthyScenario(cell, hidden, horizonFor(hidden))))
      .first->second;
}

Experiment subnormalExperiment(CellKind cell, int hidden, int horizon, Precision precision) {
  Experiment experiment = experimentOf(healthyScenario(cell, hidden, horizon));
  // Entries of about a thousandth of the smallest normal number.
  experiment.injected *= precision == Precision::Float32 ? 1e-40 : 1e-310;
  return experiment;
}

Scenario vanishingScenario(CellKind cell, int hidden, int horizon, Precision precision) {
  Scenario scenario = healthyScenario(cell, hidden, horizon);
  scenario.weights.init = WeightInit::Uniform;
  scenario.weights.gain = 1;
  if (precision == Precision::Float64) {
    scenario.weights.gain = 0.03;
    // Gates that let little through.
    scenario.weights.forgetBias = cell == CellKind::Lstm ? -4 : 0;
    scenario.weights.updateBias = cell == CellKind::Gru ? -4 : 0;
  }
  return scenario;
}

SweepSpec sweepSpec() {
  SweepSpec spec;
  spec.scenario = healthyScenario(CellKind::Rnn, 64, 256);
  spec.scenario.weights.init = WeightInit::Gaussian;
  spec.scenario.precisions = {Precision::Float32};
  spec.axes = {{"weights.gain", evenlySpaced(0.5, 2, 64, true)}};
  spec.seeds = 8;
  return spec;
}

Experiment experimentOf(const Scenario& scenario) {
  auto prepared = prepare(scenario, {});
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&prepared)) {
    throw std::invalid_argument(problems->front().field + " " + problems->front().complaint);
  }
  return std::get<Experiment>(std::move(prepared));
}

bool areHealthy(const std::vector<double>& norms) {
  return std::all_of(norms.begin(), norms.end(),
                     [](double norm) { return norm >= 1e-12 && norm <= 1e12; });
}

} // namespace backflow::bench
