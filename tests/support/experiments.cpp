// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/experiments.h"

#include <stdexcept>

namespace backflow::test {

Scenario linear(const Rows& recurrent, const std::vector<double>& injected, int horizon) {
  Scenario scenario;
  scenario.network = {CellKind::Rnn, Activation::Identity, static_cast<int>(injected.size())};
  scenario.weights.init = WeightInit::Explicit;
  scenario.weights.parameters = {{"W_h", recurrent}};
  scenario.input.kind = InputKind::Constant;
  scenario.input.amplitude = 0;
  scenario.loss.gradient = injected;
  scenario.unroll.horizon = horizon;
  return scenario;
}

Scenario scalar(double factor, int horizon, double start) {
  return linear({{factor}}, {start}, horizon);
}

Scenario drawn(Activation activation, int hidden, int horizon, double gain, std::uint64_t seed) {
  Scenario scenario;
  scenario.network = {CellKind::Rnn, activation, hidden};
  scenario.weights.gain = gain;
  scenario.weights.seed = seed;
  scenario.input.size = 2;
  scenario.input.std = 0.5;
  scenario.initialState.kind = InitialStateKind::Noise;
  scenario.initialState.std = 0.3;
  scenario.unroll.horizon = horizon;
  return scenario;
}

Scenario squaredError(Scenario scenario, LossPlace at, double target) {
  const auto rows = static_cast<std::size_t>(at == LossPlace::Every ? scenario.unroll.horizon : 1);
  const auto columns = static_cast<std::size_t>(scenario.network.hidden);
  scenario.loss.kind = LossKind::SquaredError;
  scenario.loss.at = at;
  scenario.loss.target.assign(rows, std::vector<double>(columns, target));
  return scenario;
}

Scenario truncated(Scenario scenario, TruncationMode mode, int length) {
  scenario.unroll.truncation = TruncationSpec{mode, length};
  return scenario;
}

Scenario clipped(Scenario scenario, ClipMode mode, double threshold) {
  scenario.clip = ClipSpec{mode, threshold};
  return scenario;
}

Experiment experimentOf(const Scenario& scenario) {
  auto result = prepare(scenario, {});
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&result)) {
    std::string fields;
    for (const FieldProblem& problem : *problems) {
      fields += problem.field + ": " + problem.value + " " + problem.complaint + "\n";
    }
    throw std::invalid_argument(fields);
  }
  return std::get<Experiment>(std::move(result));
}

Trace traceOf(const Experiment& experiment) {
  return run(experiment, {.keepStateGradients = true, .keepParameterGradients = true}).value();
}

Trace traceOf(const Scenario& scenario) {
  return traceOf(experimentOf(scenario));
}

const RunTrace& runOf(const Trace& trace, Precision precision) {
  for (const RunTrace& run : trace.runs) {
    if (run.precision == precision) {
      return run;
    }
  }
  throw std::out_of_range("no run in that precision");
}

std::vector<Event> eventsOf(const RunTrace& run, EventKind kind, const std::string& quantity) {
  std::vector<Event> result;
  for (const Event& event : run.events) {
    if (event.kind == kind && (quantity.empty() || event.quantity == quantity)) {
      result.push_back(event);
    }
  }
  return result;
}

} // namespace backflow::test
