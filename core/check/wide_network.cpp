// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/wide_network.h"

#include "core/network/step_by_hand.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace backflow {

namespace {

WideNumber activate(Activation activation, WideNumber a) {
  switch (activation) {
  case Activation::Tanh:
    return std::tanh(a);
  case Activation::Relu:
    return std::max(a, WideNumber(0));
  case Activation::Sigmoid:
    return 1 / (1 + std::exp(-a));
  case Activation::Identity:
    break;
  }
  return a;
}

} // namespace

WideNetwork::WideNetwork(const Experiment& experiment)
    : m_program(programOf(experiment.scenario.network, static_cast<int>(experiment.input.rows()))),
      m_input(experiment.input.cast<WideNumber>()),
      m_initialState(experiment.initialState.cast<WideNumber>()),
      m_initialCell(experiment.initialCell.cast<WideNumber>()),
      m_injected(experiment.injected.cast<WideNumber>()) {
  for (const NamedMatrix& weight : experiment.weights) {
    parameters.push_back({weight.name, weight.values.cast<WideNumber>()});
  }
}

const WideMatrix& WideNetwork::valuesOf(const std::string& parameter) const {
  const auto found =
      std::find_if(parameters.begin(), parameters.end(),
                   [&](const Parameter& candidate) { return candidate.name == parameter; });
  if (found == parameters.end()) {
    throw std::out_of_range("no parameter " + parameter);
  }
  return found->values;
}

WideVector WideNetwork::compute(const StepOperation& operation,
                                const std::vector<WideVector>& registers) const {
  const auto at = [&](int reg) -> const WideVector& {
    return registers[static_cast<std::size_t>(reg)];
  };
  WideVector result =
      WideVector::Zero(m_program.registers[static_cast<std::size_t>(operation.result)].size);
  switch (operation.kind) {
  case StepOperationKind::Linear:
    for (const BiasBlock& block : operation.biases) {
      result += valuesOf(block.parameter).col(0).segment(block.row, result.size());
    }
    for (const WeightBlock& block : operation.weights) {
      const WideMatrix& weight = valuesOf(block.parameter);
      for (int i = 0; i < block.rows; ++i) {
        for (int j = 0; j < block.columns; ++j) {
          result[i] += weight(block.row + i, block.column + j) * at(block.source)[j];
        }
      }
    }
    break;
  case StepOperationKind::Activate:
    for (Eigen::Index i = 0; i < result.size(); ++i) {
      result[i] = activate(operation.activation, at(operation.left)[i]);
    }
    break;
  case StepOperationKind::Multiply:
    result = at(operation.left).cwiseProduct(at(operation.right));
    break;
  case StepOperationKind::Add:
    result = at(operation.left) + at(operation.right);
    break;
  case StepOperationKind::Complement:
    result = WideVector::Ones(result.size()) - at(operation.left);
    break;
  }
  return result;
}

WideNumber WideNetwork::loss() const {
  std::vector<WideVector> registers(m_program.registers.size());
  const auto at = [&](int reg) -> WideVector& {
    return registers[static_cast<std::size_t>(reg)];
  };
  for (const StepState& state : m_program.states) {
    at(state.current) = state.isCell ? m_initialCell : m_initialState;
  }
  for (Eigen::Index t = 0; t < m_input.cols(); ++t) {
    at(m_program.input) = m_input.col(t);
    for (const StepState& state : m_program.states) {
      at(state.previous) = at(state.current);
    }
    for (const StepOperation& operation : m_program.operations) {
      at(operation.result) = compute(operation, registers);
    }
  }
  return m_injected.dot(at(m_program.output));
}

} // namespace backflow
