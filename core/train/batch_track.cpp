// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/batch_track.h"

#include "core/numeric/kernels/kernels.h"

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

std::size_t asIndex(int number) {
  return static_cast<std::size_t>(number);
}

} // namespace

template <class Scalar>
BatchTrack<Scalar>::BatchTrack(StepProgram program, bool readsBackwards,
                               const std::vector<ParameterShape>& shapes, std::vector<PinSpec> pins,
                               int horizon, int batch)
    : m_program(std::move(program)), m_readsBackwards(readsBackwards), m_pins(std::move(pins)),
      m_horizon(horizon), m_linear(m_program, shapes, batch),
      m_currentOf(m_program.registers.size(), -1), m_initial(m_program.registers.size()),
      m_values(m_program.registers.size()), m_at(m_program.registers.size()),
      m_adjointAt(m_program.registers.size()), m_laterAt(m_program.registers.size()) {
  for (const StepState& state : m_program.states) {
    m_currentOf[asIndex(state.previous)] = state.current;
  }
  int largest = 0;
  for (std::size_t reg = 0; reg < m_program.registers.size(); ++reg) {
    const int size = m_program.registers[reg].size;
    largest = std::max(largest, size);
    m_adjoints.emplace_back(size, batch, 1);
    if (m_currentOf[reg] >= 0) {
      m_initial[reg] = MatrixSeries<Scalar>(size, batch, 1);
      m_initial[reg].at(0).setZero();
    } else if (static_cast<int>(reg) != m_program.input) {
      m_values[reg] =
          MatrixSeries<Scalar>(size, batch, isHeld(static_cast<int>(reg)) ? horizon : 1);
    }
  }
  m_zeros = MatrixSeries<Scalar>(largest, batch, 1);
  m_zeros.at(0).setZero();
  findPassedOn();
}

template <class Scalar> void BatchTrack<Scalar>::findPassedOn() {
  std::vector<int> readers(m_program.registers.size(), 0);
  m_isPassedOn.assign(m_program.registers.size(), false);
  const auto readBy = [&](int reg, bool isSum) {
    if (reg >= 0) {
      m_isPassedOn[asIndex(reg)] = ++readers[asIndex(reg)] == 1 && isSum;
    }
  };
  for (const StepOperation& operation : m_program.operations) {
    const bool isSum = operation.kind == StepOperationKind::Add;
    readBy(operation.left, isSum);
    readBy(operation.right, isSum);
    for (const WeightBlock& block : operation.weights) {
      readBy(block.source, false);
    }
  }
  // What other steps and the loss read has a derivative of its own.
  for (const StepState& state : m_program.states) {
    m_isPassedOn[asIndex(state.current)] = false;
    m_isPassedOn[asIndex(state.previous)] = false;
  }
  m_isPassedOn[asIndex(m_program.output)] = false;
  m_isPassedOn[asIndex(m_program.input)] = false;
}

template <class Scalar>
Eigen::Map<const MatrixOf<Scalar>>
BatchTrack<Scalar>::value(int reg, int u, const MatrixSeries<Scalar>& inputs) const {
  if (reg == m_program.input) {
    return inputs.at(timeOf(u) - 1);
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
  const auto own = m_adjoints[asIndex(reg)].at(0);
  return {adjointAt(reg), own.rows(), own.cols()};
}

template <class Scalar> const Scalar* BatchTrack<Scalar>::adjointAt(int reg) const {
  const Scalar* at = m_adjointAt[asIndex(reg)];
  return at != nullptr ? at : m_zeros.at(0).data();
}

template <class Scalar> Scalar* BatchTrack<Scalar>::adjointTo(int reg) {
  Scalar* own = m_adjoints[asIndex(reg)].at(0).data();
  m_adjointAt[asIndex(reg)] = own;
  return own;
}

template <class Scalar> Eigen::Map<MatrixOf<Scalar>> BatchTrack<Scalar>::begunAdjoint(int reg) {
  auto own = m_adjoints[asIndex(reg)].at(0);
  if (adjointAt(reg) != own.data()) {
    own = adjoint(reg);
    m_adjointAt[asIndex(reg)] = own.data();
  }
  return own;
}

template <class Scalar> bool BatchTrack<Scalar>::isHeld(int reg) const {
  return m_program.registers[asIndex(reg)].held >= 0;
}

template <class Scalar>
const PinSpec* BatchTrack<Scalar>::pinOf(const StepOperation& operation, int t) const {
  const auto pin = std::find_if(m_pins.begin(), m_pins.end(), [&](const PinSpec& one) {
    return operation.gate && one.gate == *operation.gate && one.from <= t && t <= one.to;
  });
  return pin == m_pins.end() ? nullptr : &*pin;
}

/// From here on m_at tells of step u.
template <class Scalar> void BatchTrack<Scalar>::lookAt(int u, const MatrixSeries<Scalar>& inputs) {
  for (std::size_t reg = 0; reg < m_at.size(); ++reg) {
    m_at[reg] = value(static_cast<int>(reg), u, inputs).data();
  }
}

template <class Scalar>
void BatchTrack<Scalar>::forward(const WeightList<Scalar>& weights,
                                 const MatrixSeries<Scalar>& inputs) {
  m_linear.beginForward(weights);
  for (int u = 1; u <= m_horizon; ++u) {
    lookAt(u, inputs);
    for (std::size_t index = 0; index < m_program.operations.size(); ++index) {
      compute(index, u);
    }
  }
}

template <class Scalar> void BatchTrack<Scalar>::recall(int u, const MatrixSeries<Scalar>& inputs) {
  lookAt(u, inputs);
  for (std::size_t index = 0; index < m_program.operations.size(); ++index) {
    if (!isHeld(m_program.operations[index].result)) {
      compute(index, u);
    }
  }
}

template <class Scalar> void BatchTrack<Scalar>::compute(std::size_t index, int u) {
  const StepOperation& operation = m_program.operations[index];
  auto result = m_values[asIndex(operation.result)].at(isHeld(operation.result) ? u - 1 : 0);
  const Kernels<Scalar>& kernel = kernels<Scalar>();
  const auto at = [&](int reg) {
    return m_at[asIndex(reg)];
  };
  switch (operation.kind) {
  case StepOperationKind::Linear:
    m_linear.compute(index, u, m_at, result.data());
    break;
  case StepOperationKind::Activate:
    if (const PinSpec* pin = pinOf(operation, timeOf(u))) {
      result.setConstant(static_cast<Scalar>(pin->value));
    } else {
      const Scalar* operand = at(operation.left);
      switch (operation.activation) {
      case Activation::Tanh:
        kernel.tanh(operand, result.data(), result.size());
        break;
      case Activation::Sigmoid:
        kernel.logistic(operand, result.data(), result.size());
        break;
      case Activation::Relu:
        kernel.relu(operand, result.data(), result.size());
        break;
      case Activation::Identity:
        std::copy_n(operand, result.size(), result.data());
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

template class BatchTrack<float>;
template class BatchTrack<double>;

} // namespace backflow
