// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/batch_track.h"

#include "core/cell/step_engine.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace backflow {

namespace {

std::size_t placeOf(const std::vector<ParameterShape>& shapes, const std::string& name) {
  const auto found = std::find_if(shapes.begin(), shapes.end(),
                                  [&](const ParameterShape& shape) { return shape.name == name; });
  if (found == shapes.end()) {
    throw std::out_of_range("no parameter " + name);
  }
  return static_cast<std::size_t>(found - shapes.begin());
}

std::size_t asIndex(int number) {
  return static_cast<std::size_t>(number);
}

} // namespace

template <class Scalar>
BatchTrack<Scalar>::BatchTrack(StepProgram program, bool readsBackwards,
                               const std::vector<ParameterShape>& shapes, std::vector<PinSpec> pins,
                               int horizon, int batch)
    : m_program(std::move(program)), m_readsBackwards(readsBackwards), m_pins(std::move(pins)),
      m_horizon(horizon), m_currentOf(m_program.registers.size(), -1),
      m_initial(m_program.registers.size()), m_values(m_program.registers.size()) {
  for (const StepOperation& operation : m_program.operations) {
    auto& places = m_weightPlaces.emplace_back();
    for (const WeightBlock& block : operation.weights) {
      places.push_back(placeOf(shapes, block.parameter));
    }
    auto& biases = m_biasPlaces.emplace_back();
    for (const BiasBlock& block : operation.biases) {
      biases.push_back(placeOf(shapes, block.parameter));
    }
  }
  for (const StepState& state : m_program.states) {
    m_currentOf[asIndex(state.previous)] = state.current;
  }
  for (std::size_t reg = 0; reg < m_program.registers.size(); ++reg) {
    const int size = m_program.registers[reg].size;
    m_adjoints.push_back(Matrix::Zero(size, batch));
    if (m_currentOf[reg] >= 0) {
      m_initial[reg] = Matrix::Zero(size, batch);
    } else if (static_cast<int>(reg) != m_program.input) {
      m_values[reg].assign(asIndex(horizon), Matrix(size, batch));
    }
  }
}

template <class Scalar>
const MatrixOf<Scalar>& BatchTrack<Scalar>::value(int reg, int u,
                                                  const std::vector<Matrix>& inputs) const {
  if (reg == m_program.input) {
    return inputs[asIndex(timeOf(u)) - 1];
  }
  const int current = m_currentOf[asIndex(reg)];
  if (current < 0) {
    return m_values[asIndex(reg)][asIndex(u) - 1];
  }
  return u == 1 ? m_initial[asIndex(reg)] : m_values[asIndex(current)][asIndex(u) - 2];
}

template <class Scalar> const MatrixOf<Scalar>& BatchTrack<Scalar>::output(int t) const {
  return m_values[asIndex(m_program.output)][asIndex(timeOf(t)) - 1];
}

template <class Scalar>
const PinSpec* BatchTrack<Scalar>::pinOf(const StepOperation& operation, int t) const {
  const auto pin = std::find_if(m_pins.begin(), m_pins.end(), [&](const PinSpec& one) {
    return operation.gate && one.gate == *operation.gate && one.from <= t && t <= one.to;
  });
  return pin == m_pins.end() ? nullptr : &*pin;
}

template <class Scalar>
void BatchTrack<Scalar>::forward(const WeightList<Scalar>& weights,
                                 const std::vector<Matrix>& inputs) {
  for (int u = 1; u <= m_horizon; ++u) {
    for (std::size_t index = 0; index < m_program.operations.size(); ++index) {
      compute(index, u, weights, inputs);
    }
  }
}

template <class Scalar>
void BatchTrack<Scalar>::compute(std::size_t index, int u, const WeightList<Scalar>& weights,
                                 const std::vector<Matrix>& inputs) {
  const StepOperation& operation = m_program.operations[index];
  Matrix& result = m_values[asIndex(operation.result)][asIndex(u) - 1];
  switch (operation.kind) {
  case StepOperationKind::Linear:
    result.setZero();
    for (std::size_t b = 0; b < operation.biases.size(); ++b) {
      result.colwise() +=
          weights[m_biasPlaces[index][b]].col(0).segment(operation.biases[b].row, result.rows());
    }
    for (std::size_t b = 0; b < operation.weights.size(); ++b) {
      const WeightBlock& block = operation.weights[b];
      result.noalias() += weights[m_weightPlaces[index][b]].block(block.row, block.column,
                                                                  block.rows, block.columns) *
                          value(block.source, u, inputs);
    }
    break;
  case StepOperationKind::Activate:
    if (const PinSpec* pin = pinOf(operation, timeOf(u))) {
      result.setConstant(static_cast<Scalar>(pin->value));
    } else {
      result = value(operation.left, u, inputs).unaryExpr([&](Scalar a) {
        return activated(operation.activation, a);
      });
    }
    break;
  case StepOperationKind::Multiply:
    result = value(operation.left, u, inputs).cwiseProduct(value(operation.right, u, inputs));
    break;
  case StepOperationKind::Add:
    result = value(operation.left, u, inputs) + value(operation.right, u, inputs);
    break;
  case StepOperationKind::Complement:
    result = (Scalar(1) - value(operation.left, u, inputs).array()).matrix();
    break;
  }
}

template <class Scalar>
void BatchTrack<Scalar>::backward(const WeightList<Scalar>& weights,
                                  const std::vector<Matrix>& inputs, BatchBackward<Scalar>& way) {
  std::vector<Matrix> carried;
  for (const StepState& state : m_program.states) {
    carried.push_back(Matrix::Zero(m_adjoints[asIndex(state.current)].rows(),
                                   m_adjoints[asIndex(state.current)].cols()));
  }
  for (int u = m_horizon; u >= 1; --u) {
    for (Matrix& adjoint : m_adjoints) {
      adjoint.setZero();
    }
    for (std::size_t k = 0; k < carried.size(); ++k) {
      m_adjoints[asIndex(m_program.states[k].current)] = carried[k];
    }
    Matrix& output = m_adjoints[asIndex(m_program.output)];
    Matrix& outer = (*way.outputGradients)[asIndex(timeOf(u)) - 1];
    output += outer;
    if (way.stateNormThreshold) {
      clipStates(static_cast<Scalar>(*way.stateNormThreshold));
    }
    outer = output;
    m_total = output;
    for (std::size_t index = m_program.operations.size(); index-- > 0;) {
      reverse(index, u, weights, inputs, way);
    }
    if (way.inputGradients != nullptr) {
      (*way.inputGradients)[asIndex(timeOf(u)) - 1] += m_adjoints[asIndex(m_program.input)];
    }
    const bool cut = way.truncation != nullptr && way.truncation->cutsBefore(u);
    for (std::size_t k = 0; k < carried.size(); ++k) {
      carried[k] = m_adjoints[asIndex(m_program.states[k].previous)];
      if (cut) {
        carried[k].setZero();
      }
    }
    if (watch && watch(u)) {
      return;
    }
  }
}

/// As the single path does: each state of each sequence by its own norm, computed in `Scalar`.
template <class Scalar> void BatchTrack<Scalar>::clipStates(Scalar threshold) {
  for (const StepState& state : m_program.states) {
    Matrix& adjoint = m_adjoints[asIndex(state.current)];
    for (Eigen::Index b = 0; b < adjoint.cols(); ++b) {
      const Scalar norm = adjoint.col(b).norm();
      if (norm > threshold) {
        adjoint.col(b) *= threshold / norm;
      }
    }
  }
}

template <class Scalar>
void BatchTrack<Scalar>::reverse(std::size_t index, int u, const WeightList<Scalar>& weights,
                                 const std::vector<Matrix>& inputs, BatchBackward<Scalar>& way) {
  const StepOperation& operation = m_program.operations[index];
  const Matrix& adjoint = m_adjoints[asIndex(operation.result)];
  switch (operation.kind) {
  case StepOperationKind::Linear:
    reverseLinear(index, u, weights, inputs, way);
    break;
  case StepOperationKind::Activate: {
    if (pinOf(operation, timeOf(u)) != nullptr) {
      break;
    }
    const Matrix& result = value(operation.result, u, inputs);
    Matrix& operand = m_adjoints[asIndex(operation.left)];
    if (operation.activation == Activation::Relu) {
      // A mask and no factor: 0 · inf does not happen in it.
      operand += (result.array() > Scalar(0))
                     .select(adjoint, Matrix::Zero(adjoint.rows(), adjoint.cols()));
    } else {
      operand += adjoint.cwiseProduct(result.unaryExpr(
          [&](Scalar h) { return activationDerivative(operation.activation, h); }));
    }
    break;
  }
  case StepOperationKind::Multiply:
    m_adjoints[asIndex(operation.left)] += adjoint.cwiseProduct(value(operation.right, u, inputs));
    m_adjoints[asIndex(operation.right)] += adjoint.cwiseProduct(value(operation.left, u, inputs));
    break;
  case StepOperationKind::Add:
    m_adjoints[asIndex(operation.left)] += adjoint;
    m_adjoints[asIndex(operation.right)] += adjoint;
    break;
  case StepOperationKind::Complement:
    m_adjoints[asIndex(operation.left)] -= adjoint;
    break;
  }
}

template <class Scalar>
void BatchTrack<Scalar>::reverseLinear(std::size_t index, int u, const WeightList<Scalar>& weights,
                                       const std::vector<Matrix>& inputs,
                                       BatchBackward<Scalar>& way) {
  const StepOperation& operation = m_program.operations[index];
  const Matrix& adjoint = m_adjoints[asIndex(operation.result)];
  for (std::size_t b = 0; b < operation.biases.size(); ++b) {
    (*way.gradients)[m_biasPlaces[index][b]].col(0).segment(
        operation.biases[b].row, adjoint.rows()) += adjoint.rowwise().sum();
  }
  for (std::size_t b = 0; b < operation.weights.size(); ++b) {
    const WeightBlock& block = operation.weights[b];
    const std::size_t place = m_weightPlaces[index][b];
    (*way.gradients)[place].block(block.row, block.column, block.rows, block.columns).noalias() +=
        adjoint * value(block.source, u, inputs).transpose();
    if (block.source == m_program.input && way.inputGradients == nullptr) {
      continue;
    }
    const auto values = weights[place].block(block.row, block.column, block.rows, block.columns);
    if (way.regulariser > 0 && m_currentOf[asIndex(block.source)] >= 0) {
      const Matrix earlier = values.transpose() * adjoint;
      regularise(adjoint, earlier, way, (*way.gradients)[place]);
      m_adjoints[asIndex(block.source)] += earlier;
    } else {
      m_adjoints[asIndex(block.source)].noalias() += values.transpose() * adjoint;
    }
  }
}

/// Pascanu et al. 2013, equations 9 and 10: Ω = Σ_t (‖∂L/∂h_{t−1}‖ / ‖∂L/∂h_t‖ − 1)², and of its
/// derivative the immediate part alone: ∂L/∂h_t and φ′ count as constants.
template <class Scalar>
void BatchTrack<Scalar>::regularise(const Matrix& preActivation, const Matrix& earlier,
                                    BatchBackward<Scalar>& way, Matrix& gradient) {
  const Eigen::Index sequences = earlier.cols();
  for (Eigen::Index b = 0; b < sequences; ++b) {
    const Scalar before = earlier.col(b).stableNorm();
    const Scalar after = m_total.col(b).stableNorm();
    if (!(before > Scalar(0)) || !(after > Scalar(0))) {
      continue;
    }
    const Scalar excess = before / after - Scalar(1);
    way.omega += static_cast<double>(excess * excess) / static_cast<double>(sequences);
    const Scalar factor =
        static_cast<Scalar>(way.regulariser) * Scalar(2) * excess / static_cast<Scalar>(sequences);
    // Each vector by its own norm: the product of the norms underflows long before they do.
    const VectorOf<Scalar> left = preActivation.col(b) / after;
    const VectorOf<Scalar> right = earlier.col(b) / before;
    gradient.noalias() += factor * left * right.transpose();
  }
}

template class BatchTrack<float>;
template class BatchTrack<double>;

} // namespace backflow
