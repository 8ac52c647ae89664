// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/batch_linear.h"

#include <algorithm>
#include <stdexcept>
#include <string>
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

// The larger a gradient is, the more it costs to go through it, and the more steps are gathered.
int gatheredStepsOf(const StepProgram& program) {
  int largest = 0;
  for (const StepRegister& reg : program.registers) {
    largest = std::max(largest, reg.size);
  }
  return std::clamp(largest / 16, 8, 32);
}

} // namespace

template <class Scalar>
BatchLinear<Scalar>::BatchLinear(const StepProgram& program,
                                 const std::vector<ParameterShape>& shapes, int batch)
    : m_batch(batch), m_gatheredSteps(gatheredStepsOf(program)),
      m_gatheredSources(program.registers.size()) {
  for (const StepRegister& reg : program.registers) {
    m_sizes.push_back(reg.size);
  }
  for (const StepOperation& operation : program.operations) {
    m_operations.push_back(
        operation.kind == StepOperationKind::Linear ? operationOf(operation, shapes) : Operation());
  }
}

template <class Scalar>
typename BatchLinear<Scalar>::Operation
BatchLinear<Scalar>::operationOf(const StepOperation& operation,
                                 const std::vector<ParameterShape>& shapes) {
  const int rows = m_sizes[asIndex(operation.result)];
  Operation result;
  result.weights = operation.weights;
  result.biases = operation.biases;
  result.sources = sourcesOf(operation);
  std::ptrdiff_t columns = 0;
  for (const WeightBlock& block : operation.weights) {
    result.weightPlaces.push_back(placeOf(shapes, block.parameter));
    result.transposed.emplace_back(FactorSide::Left, block.columns, rows);
    columns += block.columns;
  }
  for (const BiasBlock& block : operation.biases) {
    result.biasPlaces.push_back(placeOf(shapes, block.parameter));
  }
  result.bias.resize(rows);
  result.packed = {FactorSide::Left, rows, columns};
  result.adjoint = {FactorSide::Right, m_batch, rows};
  result.gatheredAdjoints = {FactorSide::Left, rows, m_gatheredSteps * m_batch};
  return result;
}

template <class Scalar> std::size_t BatchLinear<Scalar>::sourcesOf(const StepOperation& operation) {
  Sources sources;
  std::ptrdiff_t size = 0;
  for (const WeightBlock& block : operation.weights) {
    sources.registers.push_back(block.source);
    size += block.columns;
    PackedFactor<Scalar>& gathered = m_gatheredSources[asIndex(block.source)];
    if (gathered.entries() == 0) {
      gathered = {FactorSide::Right, block.columns, m_gatheredSteps * m_batch};
      m_sourceOrder.push_back(block.source);
    }
  }
  const auto known = std::find_if(m_sources.begin(), m_sources.end(), [&](const Sources& other) {
    return other.registers == sources.registers;
  });
  if (known != m_sources.end()) {
    return static_cast<std::size_t>(known - m_sources.begin());
  }
  sources.packed = {FactorSide::Right, m_batch, size};
  m_sources.push_back(std::move(sources));
  return m_sources.size() - 1;
}

template <class Scalar> void BatchLinear<Scalar>::beginForward(const WeightList<Scalar>& weights) {
  for (Operation& operation : m_operations) {
    operation.packed.clear();
    for (std::size_t b = 0; b < operation.weights.size(); ++b) {
      const WeightBlock& block = operation.weights[b];
      const MatrixOf<Scalar>& whole = weights[operation.weightPlaces[b]];
      operation.packed.append({&whole.coeffRef(block.row, block.column), 1, whole.outerStride()},
                              block.columns);
    }
    operation.bias.setZero();
    for (std::size_t b = 0; b < operation.biases.size(); ++b) {
      operation.bias += weights[operation.biasPlaces[b]].col(0).segment(operation.biases[b].row,
                                                                        operation.bias.size());
    }
  }
  for (Sources& sources : m_sources) {
    sources.step = 0;
  }
}

template <class Scalar>
void BatchLinear<Scalar>::compute(std::size_t index, int u, const Values& values, Scalar* result) {
  const Operation& operation = m_operations[index];
  Sources& sources = m_sources[operation.sources];
  if (sources.step != u) {
    sources.step = u;
    sources.packed.clear();
    for (const int reg : sources.registers) {
      const int size = m_sizes[asIndex(reg)];
      sources.packed.append({values[asIndex(reg)], size, 1}, size);
    }
  }
  setTileProduct(operation.packed, sources.packed, operation.bias.data(), result,
                 operation.bias.size());
}

template <class Scalar> void BatchLinear<Scalar>::beginBackward(const WeightList<Scalar>& weights) {
  for (Operation& operation : m_operations) {
    for (std::size_t b = 0; b < operation.transposed.size(); ++b) {
      const WeightBlock& block = operation.weights[b];
      const MatrixOf<Scalar>& whole = weights[operation.weightPlaces[b]];
      operation.transposed[b].clear();
      operation.transposed[b].append(
          {&whole.coeffRef(block.row, block.column), whole.outerStride(), 1}, block.rows);
    }
  }
  clearGathered();
}

template <class Scalar> void BatchLinear<Scalar>::beginReverseStep(const Values& values) {
  if (m_gathered == m_gatheredSteps) {
    clearGathered();
  }
  ++m_gathered;
  for (const int reg : m_sourceOrder) {
    m_gatheredSources[asIndex(reg)].append({values[asIndex(reg)], 1, m_sizes[asIndex(reg)]},
                                           m_batch);
  }
}

template <class Scalar>
void BatchLinear<Scalar>::gather(std::size_t index, const Scalar* adjoint,
                                 WeightList<Scalar>& gradients) {
  Operation& operation = m_operations[index];
  const Eigen::Index rows = operation.bias.size();
  const Eigen::Map<const MatrixOf<Scalar>> columns(adjoint, rows, m_batch);
  for (std::size_t b = 0; b < operation.biases.size(); ++b) {
    gradients[operation.biasPlaces[b]].col(0).segment(operation.biases[b].row, rows) +=
        columns.rowwise().sum();
  }
  operation.gatheredAdjoints.append({adjoint, 1, rows}, m_batch);
  operation.adjoint.clear();
  if (m_gathered == m_gatheredSteps) {
    addGathered(operation, gradients);
  }
}

template <class Scalar>
void BatchLinear<Scalar>::addReverseProduct(std::size_t index, std::size_t block,
                                            const Scalar* adjoint, Scalar* target) {
  Operation& operation = m_operations[index];
  if (!operation.adjoint.isFull()) {
    const Eigen::Index rows = operation.bias.size();
    operation.adjoint.append({adjoint, rows, 1}, rows);
  }
  addTileProduct(operation.transposed[block], operation.adjoint, target,
                 operation.transposed[block].entries());
}

template <class Scalar>
void BatchLinear<Scalar>::addGathered(const Operation& operation,
                                      WeightList<Scalar>& gradients) const {
  for (std::size_t b = 0; b < operation.weights.size(); ++b) {
    const WeightBlock& block = operation.weights[b];
    MatrixOf<Scalar>& gradient = gradients[operation.weightPlaces[b]];
    addTileProduct(operation.gatheredAdjoints, m_gatheredSources[asIndex(block.source)],
                   &gradient.coeffRef(block.row, block.column), gradient.outerStride());
  }
}

template <class Scalar> void BatchLinear<Scalar>::endBackward(WeightList<Scalar>& gradients) {
  if (m_gathered == m_gatheredSteps) {
    return; // gather() has added them
  }
  for (const Operation& operation : m_operations) {
    addGathered(operation, gradients);
  }
}

template <class Scalar> void BatchLinear<Scalar>::clearGathered() {
  m_gathered = 0;
  for (Operation& operation : m_operations) {
    operation.gatheredAdjoints.clear();
  }
  for (PackedFactor<Scalar>& sources : m_gatheredSources) {
    sources.clear();
  }
}

template class BatchLinear<float>;
template class BatchLinear<double>;

} // namespace backflow
