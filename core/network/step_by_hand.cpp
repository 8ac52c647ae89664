// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/step_by_hand.h"

#include "core/cell/step_engine.h"
#include "core/cell/step_terms.h"
#include "core/network/architecture.h"
#include "core/scenario/cell_traits.h"
#include "core/scenario/parameter_shapes.h"

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

std::vector<PinSpec> pinsOf(const HandStep& step, int horizon) {
  std::vector<PinSpec> pins;
  for (const auto& [gate, value] : step.givenGates) {
    pins.push_back({gate, value, 1, horizon});
  }
  return pins;
}

Eigen::VectorXd fitted(const Eigen::VectorXd& values, Eigen::Index size) {
  Eigen::VectorXd result = Eigen::VectorXd::Zero(size);
  const Eigen::Index kept = std::min(size, values.size());
  result.head(kept) = values.head(kept);
  return result;
}

/// The entries of one gate's weights for one source, where they stand in the parameter.
void copyBlock(const Eigen::MatrixXd& from, const WeightBlock& old, Eigen::MatrixXd& to,
               const WeightBlock& now) {
  const int rows = std::min(old.rows, now.rows);
  const int columns = std::min(old.columns, now.columns);
  to.block(now.row, now.column, rows, columns) = from.block(old.row, old.column, rows, columns);
}

/// Puts what `old` had into the weights of another size, operation by operation: in the rows and
/// columns of a stacked weight a size moves what comes after it.
void keepWeights(const HandStep& old, HandStep& now) {
  const StepProgram before = programOf(old.network, static_cast<int>(old.input.size()));
  const StepProgram after = programOf(now.network, static_cast<int>(now.input.size()));
  const auto matrix = [&](const std::string& name) -> Eigen::MatrixXd& {
    return std::find_if(now.weights.begin(), now.weights.end(),
                        [&](const NamedMatrix& one) { return one.name == name; })
        ->values;
  };
  for (std::size_t k = 0; k < after.operations.size(); ++k) {
    const StepOperation& from = before.operations[k];
    const StepOperation& to = after.operations[k];
    for (std::size_t b = 0; b < to.weights.size(); ++b) {
      copyBlock(parameter(old.weights, from.weights[b].parameter), from.weights[b],
                matrix(to.weights[b].parameter), to.weights[b]);
    }
    for (std::size_t b = 0; b < to.biases.size(); ++b) {
      const int kept = std::min(old.network.hidden, now.network.hidden);
      matrix(to.biases[b].parameter).block(to.biases[b].row, 0, kept, 1) =
          parameter(old.weights, from.biases[b].parameter).block(from.biases[b].row, 0, kept, 1);
    }
  }
}

/// Weights of the same name of another cell, as far as they fit.
void keepNamed(const HandStep& old, HandStep& now) {
  for (NamedMatrix& weight : now.weights) {
    const auto same = std::find_if(old.weights.begin(), old.weights.end(),
                                   [&](const NamedMatrix& one) { return one.name == weight.name; });
    if (same != old.weights.end() && same->values.rows() == weight.values.rows() &&
        same->values.cols() == weight.values.cols()) {
      weight.values = same->values;
    }
  }
}

bool hasGate(const StepProgram& program, Gate gate) {
  return std::any_of(program.operations.begin(), program.operations.end(),
                     [gate](const StepOperation& operation) { return operation.gate == gate; });
}

Rows rowsOf(const Eigen::MatrixXd& matrix) {
  Rows rows;
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    rows.emplace_back();
    for (Eigen::Index j = 0; j < matrix.cols(); ++j) {
      rows.back().push_back(matrix(i, j));
    }
  }
  return rows;
}

} // namespace

StepProgram programOf(const NetworkSpec& network, int inputs) {
  Scenario scenario;
  scenario.network = network;
  scenario.network.layers = 1;
  scenario.network.bidirectional = false;
  NetworkPlan plan = planNetwork(scenario, inputs);
  return std::move(plan.stages.front().front().program);
}

std::vector<HandVector> stepByHand(const HandStep& step) {
  const StepEngine<double> engine(programOf(step.network, static_cast<int>(step.input.size())),
                                  step.weights, pinsOf(step, 1));
  const StepProgram& program = engine.program();
  std::vector<Eigen::VectorXd> numbers;
  for (const StepRegister& reg : program.registers) {
    numbers.emplace_back(Eigen::VectorXd::Zero(reg.size));
  }
  numbers[static_cast<std::size_t>(program.input)] = step.input;
  for (const StepState& state : program.states) {
    numbers[static_cast<std::size_t>(state.previous)] = state.isCell ? step.cell : step.state;
  }
  StepEngine<double>::Values values;
  for (Eigen::VectorXd& vector : numbers) {
    values.push_back(vector.data());
  }
  engine.forward(1, values);

  const StepMoment<double> moment{engine, values, 1, 0};
  std::vector<HandVector> vectors;
  for (std::size_t k = 0; k < program.operations.size(); ++k) {
    const StepOperation& operation = program.operations[k];
    const auto result = static_cast<std::size_t>(operation.result);
    HandVector vector{program.registers[result].name,
                      operation,
                      engine.pinOf(operation, 1) != nullptr,
                      numbers[result],
                      {}};
    for (Eigen::Index i = 0; i < vector.values.size(); ++i) {
      vector.terms.push_back(forwardTerms(moment, static_cast<int>(k), i));
    }
    vectors.push_back(std::move(vector));
  }
  return vectors;
}

HandStep refitted(const HandStep& step, const NetworkSpec& network, int inputs) {
  HandStep result;
  result.network = network;
  Scenario scenario;
  scenario.network = network;
  for (const ParameterShape& shape : parameterShapes(scenario, inputs)) {
    result.weights.push_back({shape.name, Eigen::MatrixXd::Zero(shape.rows, shape.columns)});
  }
  result.input = fitted(step.input, inputs);
  result.state = fitted(step.state, network.hidden);
  result.cell = fitted(step.cell, network.hidden);
  if (step.network.cell == network.cell && step.network.variant == network.variant) {
    keepWeights(step, result);
  } else {
    keepNamed(step, result);
  }
  const StepProgram program = programOf(network, inputs);
  for (const auto& [gate, value] : step.givenGates) {
    if (hasGate(program, gate)) {
      result.givenGates[gate] = value;
    }
  }
  return result;
}

HandStep exerciseTen() {
  NetworkSpec network;
  network.cell = CellKind::Gru;
  network.variant = Variant::Course;
  network.hidden = 2;
  HandStep step = refitted({}, network, 1);
  for (NamedMatrix& weight : step.weights) {
    if (weight.name == "W_c") {
      weight.values << 1, 1, 2, 0, 1, 0;
    } else if (weight.name == "W_u") {
      weight.values << 1, 0, 3, 2, 0, 0;
    }
  }
  step.input[0] = 3;
  step.givenGates[Gate::Reset] = 1;
  return step;
}

Scenario scenarioByHand(const HandStep& step, int horizon) {
  Scenario scenario;
  scenario.network = step.network;
  scenario.weights.init = WeightInit::Explicit;
  for (const NamedMatrix& weight : step.weights) {
    scenario.weights.parameters[weight.name] = rowsOf(weight.values);
  }
  const std::vector<double> input(step.input.begin(), step.input.end());
  scenario.input.kind = InputKind::Explicit;
  scenario.input.size = static_cast<int>(input.size());
  scenario.input.values.assign(static_cast<std::size_t>(horizon), input);
  scenario.initialState.kind = InitialStateKind::Explicit;
  scenario.initialState.values.assign(step.state.begin(), step.state.end());
  if (hasCellState(step.network.cell)) {
    scenario.initialState.cell.assign(step.cell.begin(), step.cell.end());
  }
  scenario.loss.gradient.assign(static_cast<std::size_t>(step.network.hidden), 1.0);
  scenario.unroll.horizon = horizon;
  scenario.pins = pinsOf(step, horizon);
  return scenario;
}

} // namespace backflow
