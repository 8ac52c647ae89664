// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/batch_track.h"

#include "core/cell/step_engine.h"
#include "core/numeric/kernels/kernels.h"

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

// Steps whose products with their sources are added to a gradient at once.
constexpr int gatheredSteps = 8;

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
    auto& products = m_products.emplace_back();
    for (const WeightBlock& block : operation.weights) {
      places.push_back(placeOf(shapes, block.parameter));
      products.push_back({{FactorSide::Left, block.rows, block.columns},
                          {FactorSide::Left, block.columns, block.rows},
                          {FactorSide::Right, batch, block.columns},
                          {FactorSide::Right, batch, block.rows},
                          {FactorSide::Left, block.rows, gatheredSteps * batch},
                          {FactorSide::Right, block.columns, gatheredSteps * batch}});
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
void BatchTrack<Scalar>::packWeights(const WeightList<Scalar>& weights, bool forwards) {
  for (std::size_t index = 0; index < m_program.operations.size(); ++index) {
    for (std::size_t b = 0; b < m_products[index].size(); ++b) {
      const WeightBlock& block = m_program.operations[index].weights[b];
      const Matrix& whole = weights[m_weightPlaces[index][b]];
      const Scalar* first = &whole.coeffRef(block.row, block.column);
      const std::ptrdiff_t stride = whole.outerStride();
      Product& product = m_products[index][b];
      PackedFactor<Scalar>& factor = forwards ? product.weights : product.transposed;
      factor.clear();
      if (forwards) {
        factor.append({first, 1, stride}, block.columns);
      } else {
        factor.append({first, stride, 1}, block.rows);
      }
    }
  }
}

template <class Scalar>
void BatchTrack<Scalar>::forward(const WeightList<Scalar>& weights,
                                 const std::vector<Matrix>& inputs) {
  packWeights(weights, true);
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
  const Kernels<Scalar>& kernel = kernels<Scalar>();
  const auto at = [&](int reg) {
    return value(reg, u, inputs).data();
  };
  switch (operation.kind) {
  case StepOperationKind::Linear:
    result.setZero();
    for (std::size_t b = 0; b < operation.biases.size(); ++b) {
      result.colwise() +=
          weights[m_biasPlaces[index][b]].col(0).segment(operation.biases[b].row, result.rows());
    }
    for (std::size_t b = 0; b < operation.weights.size(); ++b) {
      const Matrix& source = value(operation.weights[b].source, u, inputs);
      Product& product = m_products[index][b];
      product.source.clear();
      product.source.append({source.data(), source.outerStride(), 1}, source.rows());
      addTileProduct(product.weights, product.source, result.data(), result.outerStride());
    }
    break;
  case StepOperationKind::Activate:
    if (const PinSpec* pin = pinOf(operation, timeOf(u))) {
      result.setConstant(static_cast<Scalar>(pin->value));
    } else {
      const Matrix& operand = value(operation.left, u, inputs);
      switch (operation.activation) {
      case Activation::Tanh:
        kernel.tanh(operand.data(), result.data(), result.size());
        break;
      case Activation::Sigmoid:
        kernel.logistic(operand.data(), result.data(), result.size());
        break;
      case Activation::Relu:
        kernel.relu(operand.data(), result.data(), result.size());
        break;
      case Activation::Identity:
        result = operand;
        break;
      }
    }
    break;
  case StepOperationKind::Multiply:
    kernel.multiply(at(operation.left), at(operation.right), result.data(), result.size());
    break;
  case StepOperationKind::Add:
    kernel.add(at(operation.left), at(operation.right), result.data(), result.size());
    break;
  case StepOperationKind::Complement:
    kernel.complement(at(operation.left), result.data(), result.size());
    break;
  }
}

template <class Scalar>
void BatchTrack<Scalar>::backward(const WeightList<Scalar>& weights,
                                  const std::vector<Matrix>& inputs, BatchBackward<Scalar>& way) {
  packWeights(weights, false);
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
      reverse(index, u, inputs, way);
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
      break;
    }
  }
  addAllGathered(*way.gradients);
}

template <class Scalar>
void BatchTrack<Scalar>::addGathered(std::size_t index, std::size_t block,
                                     WeightList<Scalar>& gradients) {
  const WeightBlock& weights = m_program.operations[index].weights[block];
  Matrix& gradient = gradients[m_weightPlaces[index][block]];
  Product& product = m_products[index][block];
  addTileProduct(product.gatheredAdjoints, product.gatheredSources,
                 &gradient.coeffRef(weights.row, weights.column), gradient.outerStride());
  product.gatheredAdjoints.clear();
  product.gatheredSources.clear();
}

template <class Scalar> void BatchTrack<Scalar>::addAllGathered(WeightList<Scalar>& gradients) {
  for (std::size_t index = 0; index < m_products.size(); ++index) {
    for (std::size_t block = 0; block < m_products[index].size(); ++block) {
      addGathered(index, block, gradients);
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
void BatchTrack<Scalar>::reverse(std::size_t index, int u, const std::vector<Matrix>& inputs,
                                 BatchBackward<Scalar>& way) {
  const StepOperation& operation = m_program.operations[index];
  const Matrix& adjoint = m_adjoints[asIndex(operation.result)];
  const Kernels<Scalar>& kernel = kernels<Scalar>();
  const auto at = [&](int reg) {
    return value(reg, u, inputs).data();
  };
  const auto target = [&](int reg) {
    return m_adjoints[asIndex(reg)].data();
  };
  switch (operation.kind) {
  case StepOperationKind::Linear:
    reverseLinear(index, u, inputs, way);
    break;
  case StepOperationKind::Activate: {
    if (pinOf(operation, timeOf(u)) != nullptr) {
      break;
    }
    const Scalar* result = at(operation.result);
    switch (operation.activation) {
    case Activation::Tanh:
      kernel.reverseTanh(result, adjoint.data(), target(operation.left), adjoint.size());
      break;
    case Activation::Sigmoid:
      kernel.reverseLogistic(result, adjoint.data(), target(operation.left), adjoint.size());
      break;
    case Activation::Relu:
      // A mask and no factor: 0 · inf does not happen in it.
      kernel.reverseRelu(result, adjoint.data(), target(operation.left), adjoint.size());
      break;
    case Activation::Identity:
      m_adjoints[asIndex(operation.left)] += adjoint;
      break;
    }
    break;
  }
  case StepOperationKind::Multiply:
    kernel.addProduct(at(operation.right), adjoint.data(), target(operation.left), adjoint.size());
    kernel.addProduct(at(operation.left), adjoint.data(), target(operation.right), adjoint.size());
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
void BatchTrack<Scalar>::reverseLinear(std::size_t index, int u, const std::vector<Matrix>& inputs,
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
    Product& product = m_products[index][b];
    const Matrix& source = value(block.source, u, inputs);
    product.gatheredAdjoints.append({adjoint.data(), 1, adjoint.outerStride()}, adjoint.cols());
    product.gatheredSources.append({source.data(), 1, source.outerStride()}, source.cols());
    if (product.gatheredSources.isFull()) {
      addGathered(index, b, *way.gradients);
    }
    if (block.source == m_program.input && way.inputGradients == nullptr) {
      continue;
    }
    product.adjoint.clear();
    product.adjoint.append({adjoint.data(), adjoint.outerStride(), 1}, adjoint.rows());
    if (way.regulariser > 0 && m_currentOf[asIndex(block.source)] >= 0) {
      Matrix earlier = Matrix::Zero(block.columns, adjoint.cols());
      addTileProduct(product.transposed, product.adjoint, earlier.data(), earlier.outerStride());
      regularise(adjoint, earlier, way, (*way.gradients)[place]);
      m_adjoints[asIndex(block.source)] += earlier;
    } else {
      Matrix& target = m_adjoints[asIndex(block.source)];
      addTileProduct(product.transposed, product.adjoint, target.data(), target.outerStride());
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
