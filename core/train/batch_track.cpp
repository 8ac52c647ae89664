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

// Steps whose products with their sources are added to a gradient at once: the more, the larger the
// gradient, since it is read and written each time.
int gatheredStepsOf(const StepProgram& program) {
  int largest = 0;
  for (const StepRegister& reg : program.registers) {
    largest = std::max(largest, reg.size);
  }
  return std::clamp(largest / 16, 8, 32);
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
      m_horizon(horizon), m_gatheredSteps(gatheredStepsOf(m_program)),
      m_gatheredSources(m_program.registers.size()), m_currentOf(m_program.registers.size(), -1),
      m_initial(m_program.registers.size()), m_values(m_program.registers.size()) {
  for (const StepOperation& operation : m_program.operations) {
    m_linear.push_back(operation.kind == StepOperationKind::Linear
                           ? linearOf(operation, shapes, batch)
                           : Linear());
  }
  std::vector<bool> isState(m_program.registers.size(), false);
  for (const StepState& state : m_program.states) {
    m_currentOf[asIndex(state.previous)] = state.current;
    isState[asIndex(state.current)] = true;
  }
  for (std::size_t reg = 0; reg < m_program.registers.size(); ++reg) {
    const int size = m_program.registers[reg].size;
    m_adjoints.emplace_back(size, batch, 1).at(0).setZero();
    if (m_currentOf[reg] >= 0) {
      m_initial[reg] = MatrixSeries<Scalar>(size, batch, 1);
      m_initial[reg].at(0).setZero();
    } else if (static_cast<int>(reg) != m_program.input) {
      m_values[reg] =
          MatrixSeries<Scalar>(size, batch, isHeld(static_cast<int>(reg)) ? horizon : 1);
    }
    if (!isState[reg]) {
      m_startAtZero.push_back(static_cast<int>(reg));
    }
  }
}

template <class Scalar>
typename BatchTrack<Scalar>::Linear
BatchTrack<Scalar>::linearOf(const StepOperation& operation,
                             const std::vector<ParameterShape>& shapes, int batch) {
  const int rows = m_program.registers[asIndex(operation.result)].size;
  Linear linear;
  linear.sources = sourcesOf(operation, batch);
  std::ptrdiff_t columns = 0;
  for (const WeightBlock& block : operation.weights) {
    linear.weightPlaces.push_back(placeOf(shapes, block.parameter));
    linear.transposed.emplace_back(FactorSide::Left, block.columns, rows);
    columns += block.columns;
  }
  for (const BiasBlock& block : operation.biases) {
    linear.biasPlaces.push_back(placeOf(shapes, block.parameter));
  }
  linear.weights = {FactorSide::Left, rows, columns};
  linear.adjoint = {FactorSide::Right, batch, rows};
  linear.gatheredAdjoints = {FactorSide::Left, rows, m_gatheredSteps * batch};
  return linear;
}

template <class Scalar>
std::size_t BatchTrack<Scalar>::sourcesOf(const StepOperation& operation, int batch) {
  Sources sources;
  std::ptrdiff_t size = 0;
  for (const WeightBlock& block : operation.weights) {
    sources.registers.push_back(block.source);
    size += block.columns;
    PackedFactor<Scalar>& gathered = m_gatheredSources[asIndex(block.source)];
    if (gathered.entries() == 0) {
      gathered = {FactorSide::Right, block.columns, m_gatheredSteps * batch};
      m_sourceOrder.push_back(block.source);
    }
  }
  const auto known = std::find_if(m_sources.begin(), m_sources.end(), [&](const Sources& other) {
    return other.registers == sources.registers;
  });
  if (known != m_sources.end()) {
    return static_cast<std::size_t>(known - m_sources.begin());
  }
  sources.packed = {FactorSide::Right, batch, size};
  m_sources.push_back(std::move(sources));
  return m_sources.size() - 1;
}

template <class Scalar>
Eigen::Map<const MatrixOf<Scalar>>
BatchTrack<Scalar>::value(int reg, int u, const std::vector<Matrix>& inputs) const {
  if (reg == m_program.input) {
    const Matrix& input = inputs[asIndex(timeOf(u)) - 1];
    return {input.data(), input.rows(), input.cols()};
  }
  const int current = m_currentOf[asIndex(reg)];
  if (current < 0) {
    return m_values[asIndex(reg)].at(isHeld(reg) ? u - 1 : 0);
  }
  return u == 1 ? m_initial[asIndex(reg)].at(0) : m_values[asIndex(current)].at(u - 2);
}

template <class Scalar> Eigen::Map<const MatrixOf<Scalar>> BatchTrack<Scalar>::output(int t) const {
  return m_values[asIndex(m_program.output)].at(timeOf(t) - 1);
}

template <class Scalar>
Eigen::Map<const MatrixOf<Scalar>> BatchTrack<Scalar>::adjoint(int reg) const {
  return m_adjoints[asIndex(reg)].at(0);
}

template <class Scalar> Eigen::Map<MatrixOf<Scalar>> BatchTrack<Scalar>::adjointOf(int reg) {
  return m_adjoints[asIndex(reg)].at(0);
}

template <class Scalar>
const PinSpec* BatchTrack<Scalar>::pinOf(const StepOperation& operation, int t) const {
  const auto pin = std::find_if(m_pins.begin(), m_pins.end(), [&](const PinSpec& one) {
    return operation.gate && one.gate == *operation.gate && one.from <= t && t <= one.to;
  });
  return pin == m_pins.end() ? nullptr : &*pin;
}

template <class Scalar> void BatchTrack<Scalar>::packForwards(const WeightList<Scalar>& weights) {
  for (std::size_t index = 0; index < m_linear.size(); ++index) {
    const StepOperation& operation = m_program.operations[index];
    Linear& linear = m_linear[index];
    linear.weights.clear();
    for (std::size_t b = 0; b < operation.weights.size(); ++b) {
      const WeightBlock& block = operation.weights[b];
      const Matrix& whole = weights[linear.weightPlaces[b]];
      linear.weights.append({&whole.coeffRef(block.row, block.column), 1, whole.outerStride()},
                            block.columns);
    }
    linear.bias = VectorOf<Scalar>::Zero(linear.weights.entries());
    for (std::size_t b = 0; b < operation.biases.size(); ++b) {
      linear.bias +=
          weights[linear.biasPlaces[b]].col(0).segment(operation.biases[b].row, linear.bias.size());
    }
  }
}

template <class Scalar> void BatchTrack<Scalar>::packBackwards(const WeightList<Scalar>& weights) {
  for (std::size_t index = 0; index < m_linear.size(); ++index) {
    Linear& linear = m_linear[index];
    for (std::size_t b = 0; b < linear.transposed.size(); ++b) {
      const WeightBlock& block = m_program.operations[index].weights[b];
      const Matrix& whole = weights[linear.weightPlaces[b]];
      linear.transposed[b].clear();
      linear.transposed[b].append(
          {&whole.coeffRef(block.row, block.column), whole.outerStride(), 1}, block.rows);
    }
  }
}

template <class Scalar>
void BatchTrack<Scalar>::forward(const WeightList<Scalar>& weights,
                                 const std::vector<Matrix>& inputs) {
  packForwards(weights);
  for (Sources& sources : m_sources) {
    sources.step = 0;
  }
  for (int u = 1; u <= m_horizon; ++u) {
    for (std::size_t index = 0; index < m_program.operations.size(); ++index) {
      compute(index, u, inputs);
    }
  }
}

template <class Scalar> void BatchTrack<Scalar>::recall(int u, const std::vector<Matrix>& inputs) {
  for (std::size_t index = 0; index < m_program.operations.size(); ++index) {
    if (!isHeld(m_program.operations[index].result)) {
      compute(index, u, inputs);
    }
  }
}

template <class Scalar>
Eigen::Map<MatrixOf<Scalar>> BatchTrack<Scalar>::resultOf(std::size_t index, int u) {
  const int reg = m_program.operations[index].result;
  return m_values[asIndex(reg)].at(isHeld(reg) ? u - 1 : 0);
}

template <class Scalar>
void BatchTrack<Scalar>::computeLinear(std::size_t index, int u,
                                       const std::vector<Matrix>& inputs) {
  Linear& linear = m_linear[index];
  Sources& sources = m_sources[linear.sources];
  if (sources.step != u) {
    sources.step = u;
    sources.packed.clear();
    for (const int reg : sources.registers) {
      const ConstMap source = value(reg, u, inputs);
      sources.packed.append({source.data(), source.outerStride(), 1}, source.rows());
    }
  }
  auto result = resultOf(index, u);
  result.colwise() = linear.bias;
  addTileProduct(linear.weights, sources.packed, result.data(), result.outerStride());
}

template <class Scalar>
void BatchTrack<Scalar>::compute(std::size_t index, int u, const std::vector<Matrix>& inputs) {
  const StepOperation& operation = m_program.operations[index];
  auto result = resultOf(index, u);
  const Kernels<Scalar>& kernel = kernels<Scalar>();
  const auto at = [&](int reg) {
    return value(reg, u, inputs).data();
  };
  switch (operation.kind) {
  case StepOperationKind::Linear:
    computeLinear(index, u, inputs);
    break;
  case StepOperationKind::Activate:
    if (const PinSpec* pin = pinOf(operation, timeOf(u))) {
      result.setConstant(static_cast<Scalar>(pin->value));
    } else {
      const ConstMap operand = value(operation.left, u, inputs);
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
  packBackwards(weights);
  clearGathered();
  for (int u = m_horizon; u >= 1; --u) {
    beginReverseStep(u, inputs, way);
    for (std::size_t index = m_program.operations.size(); index-- > 0;) {
      reverse(index, u, inputs, way);
    }
    if (way.inputGradients != nullptr) {
      (*way.inputGradients)[asIndex(timeOf(u)) - 1] += adjoint(m_program.input);
    }
    if (watch && watch(u)) {
      break;
    }
  }
  endGathering(*way.gradients);
}

/// ∂L/∂ of the states from the step after and from above; of everything else nothing as yet.
template <class Scalar>
void BatchTrack<Scalar>::beginReverseStep(int u, const std::vector<Matrix>& inputs,
                                          BatchBackward<Scalar>& way) {
  const bool isCut =
      u == m_horizon || (way.truncation != nullptr && way.truncation->cutsBefore(u + 1));
  for (const StepState& state : m_program.states) {
    if (isCut) {
      adjointOf(state.current).setZero();
    } else {
      std::swap(m_adjoints[asIndex(state.current)], m_adjoints[asIndex(state.previous)]);
    }
  }
  for (const int reg : m_startAtZero) {
    // ∂L/∂x that nobody asks for stays zero.
    if (reg != m_program.input || way.inputGradients != nullptr) {
      adjointOf(reg).setZero();
    }
  }
  auto output = adjointOf(m_program.output);
  Matrix& outer = (*way.outputGradients)[asIndex(timeOf(u)) - 1];
  output += outer;
  if (way.stateNormThreshold) {
    clipStates(static_cast<Scalar>(*way.stateNormThreshold));
  }
  outer = output;
  if (way.regulariser > 0) {
    m_total = output;
  }
  if (m_gathered == m_gatheredSteps) {
    clearGathered();
  }
  ++m_gathered;
  for (const int reg : m_sourceOrder) {
    const ConstMap source = value(reg, u, inputs);
    m_gatheredSources[asIndex(reg)].append({source.data(), 1, source.outerStride()}, source.cols());
  }
}

template <class Scalar>
void BatchTrack<Scalar>::addGathered(std::size_t index, std::size_t block,
                                     WeightList<Scalar>& gradients) const {
  const WeightBlock& weights = m_program.operations[index].weights[block];
  const Linear& linear = m_linear[index];
  Matrix& gradient = gradients[linear.weightPlaces[block]];
  addTileProduct(linear.gatheredAdjoints, m_gatheredSources[asIndex(weights.source)],
                 &gradient.coeffRef(weights.row, weights.column), gradient.outerStride());
}

/// What is gathered and not yet added, since it was never complete.
template <class Scalar> void BatchTrack<Scalar>::endGathering(WeightList<Scalar>& gradients) {
  for (std::size_t index = 0; m_gathered < m_gatheredSteps && index < m_linear.size(); ++index) {
    for (std::size_t block = 0; block < m_linear[index].weightPlaces.size(); ++block) {
      addGathered(index, block, gradients);
    }
  }
}

template <class Scalar> void BatchTrack<Scalar>::clearGathered() {
  m_gathered = 0;
  for (Linear& linear : m_linear) {
    linear.gatheredAdjoints.clear();
  }
  for (PackedFactor<Scalar>& sources : m_gatheredSources) {
    sources.clear();
  }
}

/// As the single path does: each state of each sequence by its own norm, computed in `Scalar`.
template <class Scalar> void BatchTrack<Scalar>::clipStates(Scalar threshold) {
  for (const StepState& state : m_program.states) {
    auto adjoint = adjointOf(state.current);
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
  const ConstMap adjoint = this->adjoint(operation.result);
  const Kernels<Scalar>& kernel = kernels<Scalar>();
  const auto at = [&](int reg) {
    return value(reg, u, inputs).data();
  };
  const auto target = [&](int reg) {
    return adjointOf(reg).data();
  };
  switch (operation.kind) {
  case StepOperationKind::Linear:
    reverseLinear(index, way);
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
      adjointOf(operation.left) += adjoint;
      break;
    }
    break;
  }
  case StepOperationKind::Multiply:
    kernel.addProduct(at(operation.right), adjoint.data(), target(operation.left), adjoint.size());
    kernel.addProduct(at(operation.left), adjoint.data(), target(operation.right), adjoint.size());
    break;
  case StepOperationKind::Add:
    adjointOf(operation.left) += adjoint;
    adjointOf(operation.right) += adjoint;
    break;
  case StepOperationKind::Complement:
    adjointOf(operation.left) -= adjoint;
    break;
  }
}

template <class Scalar>
void BatchTrack<Scalar>::reverseLinear(std::size_t index, BatchBackward<Scalar>& way) {
  const StepOperation& operation = m_program.operations[index];
  const ConstMap adjoint = this->adjoint(operation.result);
  Linear& linear = m_linear[index];
  for (std::size_t b = 0; b < operation.biases.size(); ++b) {
    (*way.gradients)[linear.biasPlaces[b]].col(0).segment(
        operation.biases[b].row, adjoint.rows()) += adjoint.rowwise().sum();
  }
  linear.gatheredAdjoints.append({adjoint.data(), 1, adjoint.outerStride()}, adjoint.cols());
  linear.adjoint.clear();
  for (std::size_t b = 0; b < operation.weights.size(); ++b) {
    const WeightBlock& block = operation.weights[b];
    if (m_gathered == m_gatheredSteps) {
      addGathered(index, b, *way.gradients);
    }
    if (block.source == m_program.input && way.inputGradients == nullptr) {
      continue;
    }
    if (!linear.adjoint.isFull()) {
      linear.adjoint.append({adjoint.data(), adjoint.outerStride(), 1}, adjoint.rows());
    }
    auto target = adjointOf(block.source);
    if (way.regulariser > 0 && m_currentOf[asIndex(block.source)] >= 0) {
      Matrix earlier = Matrix::Zero(block.columns, adjoint.cols());
      addTileProduct(linear.transposed[b], linear.adjoint, earlier.data(), earlier.outerStride());
      regularise(adjoint, earlier, way, (*way.gradients)[linear.weightPlaces[b]]);
      target += earlier;
    } else {
      addTileProduct(linear.transposed[b], linear.adjoint, target.data(), target.outerStride());
    }
  }
}

/// Pascanu et al. 2013, equations 9 and 10: Ω = Σ_t (‖∂L/∂h_{t−1}‖ / ‖∂L/∂h_t‖ − 1)², and of its
/// derivative the immediate part alone: ∂L/∂h_t and φ′ count as constants.
template <class Scalar>
void BatchTrack<Scalar>::regularise(const Eigen::Ref<const Matrix>& preActivation,
                                    const Matrix& earlier, BatchBackward<Scalar>& way,
                                    Matrix& gradient) {
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
