// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/step_engine.h"

#include "core/numeric/emulated.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace backflow {

template <class Scalar> Scalar activated(Activation activation, Scalar a) {
  using std::exp;
  using std::tanh;
  switch (activation) {
  case Activation::Tanh:
    // The library's, not a faster approximation: it reaches 1 only where tanh rounds to 1, and
    // saturation is one of the things that are reported.
    return tanh(a);
  case Activation::Relu:
    return a < Scalar(0) ? Scalar(0) : a; // so written that NaN stays NaN
  case Activation::Sigmoid:
    return Scalar(1) / (Scalar(1) + exp(-a));
  case Activation::Identity:
    break;
  }
  return a;
}

template <class Scalar> Scalar activationDerivative(Activation activation, Scalar h) {
  switch (activation) {
  case Activation::Tanh:
    return Scalar(1) - h * h;
  case Activation::Relu:
    return h <= Scalar(0) ? Scalar(0) : Scalar(1);
  case Activation::Sigmoid:
    return h * (Scalar(1) - h);
  case Activation::Identity:
    break;
  }
  return Scalar(1);
}

template <class Scalar>
StepEngine<Scalar>::StepEngine(StepProgram program, const Parameters& parameters,
                               std::vector<PinSpec> pins)
    : m_program(std::move(program)), m_pins(std::move(pins)) {
  for (const StepOperation& operation : m_program.operations) {
    std::vector<Block> blocks;
    for (const WeightBlock& block : operation.weights) {
      const Matrix values = parameter(parameters, block.parameter)
                                .block(block.row, block.column, block.rows, block.columns)
                                .template cast<Scalar>();
      blocks.push_back(
          {values, PackedMatrix<Scalar>(values), PackedMatrix<Scalar>(values.transpose())});
    }
    m_blocks.push_back(std::move(blocks));
    std::vector<Vector> biases;
    const int size = m_program.registers[static_cast<std::size_t>(operation.result)].size;
    for (const BiasBlock& bias : operation.biases) {
      biases.push_back(parameter(parameters, bias.parameter)
                           .col(0)
                           .segment(bias.row, size)
                           .template cast<Scalar>());
    }
    m_biases.push_back(std::move(biases));
  }
}

template <class Scalar>
const PinSpec* StepEngine<Scalar>::pinOf(const StepOperation& operation, int t) const {
  if (!operation.gate) {
    return nullptr;
  }
  for (const PinSpec& pin : m_pins) {
    if (pin.gate == *operation.gate && pin.from <= t && t <= pin.to) {
      return &pin;
    }
  }
  return nullptr;
}

template <class Scalar>
Scalar StepEngine<Scalar>::weight(int operation, int block, Eigen::Index row,
                                  Eigen::Index column) const {
  return m_blocks[static_cast<std::size_t>(operation)][static_cast<std::size_t>(block)].values(
      row, column);
}

template <class Scalar>
Scalar StepEngine<Scalar>::bias(int operation, int block, Eigen::Index row) const {
  return m_biases[static_cast<std::size_t>(operation)][static_cast<std::size_t>(block)][row];
}

template <class Scalar> void StepEngine<Scalar>::forward(int t, const Values& values) const {
  for (std::size_t k = 0; k < m_program.operations.size(); ++k) {
    const StepOperation& operation = m_program.operations[k];
    const auto at = [&](int reg) {
      return values[static_cast<std::size_t>(reg)];
    };
    Scalar* result = at(operation.result);
    const int size = m_program.registers[static_cast<std::size_t>(operation.result)].size;
    switch (operation.kind) {
    case StepOperationKind::Linear:
      if (m_biases[k].empty()) {
        std::fill_n(result, size, Scalar(0));
      }
      for (std::size_t b = 0; b < m_biases[k].size(); ++b) {
        for (int i = 0; i < size; ++i) {
          result[i] = b == 0 ? m_biases[k][b][i] : result[i] + m_biases[k][b][i];
        }
      }
      for (std::size_t b = 0; b < m_blocks[k].size(); ++b) {
        m_blocks[k][b].packed.addProduct(at(operation.weights[b].source), result);
      }
      break;
    case StepOperationKind::Activate:
      if (const PinSpec* pin = pinOf(operation, t)) {
        std::fill_n(result, size, static_cast<Scalar>(pin->value));
      } else {
        const Scalar* operand = at(operation.left);
        for (int i = 0; i < size; ++i) {
          result[i] = activated(operation.activation, operand[i]);
        }
      }
      break;
    case StepOperationKind::Multiply: {
      const Scalar* left = at(operation.left);
      const Scalar* right = at(operation.right);
      for (int i = 0; i < size; ++i) {
        result[i] = left[i] * right[i];
      }
      break;
    }
    case StepOperationKind::Add: {
      const Scalar* left = at(operation.left);
      const Scalar* right = at(operation.right);
      for (int i = 0; i < size; ++i) {
        result[i] = left[i] + right[i];
      }
      break;
    }
    case StepOperationKind::Complement: {
      const Scalar* operand = at(operation.left);
      for (int i = 0; i < size; ++i) {
        result[i] = Scalar(1) - operand[i];
      }
      break;
    }
    }
  }
}

template <class Scalar>
void StepEngine<Scalar>::reverseLinear(std::size_t index, Scalar* adjoints, bool wantsInput) const {
  const StepOperation& operation = m_program.operations[index];
  const auto offset = [&](int reg) {
    return m_program.registers[static_cast<std::size_t>(reg)].adjoint;
  };
  for (std::size_t b = 0; b < operation.weights.size(); ++b) {
    const int source = operation.weights[b].source;
    if (source != m_program.input || wantsInput) {
      m_blocks[index][b].transposed.addProduct(adjoints + offset(operation.result),
                                               adjoints + offset(source));
    }
  }
}

template <class Scalar> void StepEngine<Scalar>::reverseHead(Scalar* adjoints) const {
  reverseLinear(static_cast<std::size_t>(m_program.headOperation), adjoints, true);
}

template <class Scalar>
void StepEngine<Scalar>::reverse(int t, const Values& values, Scalar* adjoints, int first,
                                 bool wantsInput) const {
  const auto count = static_cast<int>(m_program.operations.size());
  for (int k = (m_program.headOperation >= 0 ? count - 1 : count) - 1; k >= first; --k) {
    const StepOperation& operation = m_program.operations[static_cast<std::size_t>(k)];
    const auto adjoint = [&](int reg) {
      return adjoints + m_program.registers[static_cast<std::size_t>(reg)].adjoint;
    };
    const auto value = [&](int reg) {
      return values[static_cast<std::size_t>(reg)];
    };
    const Scalar* upstream = adjoint(operation.result);
    const int size = m_program.registers[static_cast<std::size_t>(operation.result)].size;
    switch (operation.kind) {
    case StepOperationKind::Linear:
      reverseLinear(static_cast<std::size_t>(k), adjoints, wantsInput);
      break;
    case StepOperationKind::Activate: {
      if (pinOf(operation, t) != nullptr) {
        break;
      }
      const bool masks = operation.activation == Activation::Relu;
      const Scalar* result = value(operation.result);
      Scalar* target = adjoint(operation.left);
      for (int i = 0; i < size; ++i) {
        // A unit of relu that is off passes nothing, not even an inf.
        if (!masks) {
          target[i] += activationDerivative(operation.activation, result[i]) * upstream[i];
        } else if (!(result[i] <= Scalar(0))) {
          target[i] += upstream[i];
        }
      }
      break;
    }
    case StepOperationKind::Multiply: {
      const Scalar* left = value(operation.left);
      const Scalar* right = value(operation.right);
      Scalar* leftTarget = adjoint(operation.left);
      Scalar* rightTarget = adjoint(operation.right);
      for (int i = 0; i < size; ++i) {
        leftTarget[i] += right[i] * upstream[i];
        rightTarget[i] += left[i] * upstream[i];
      }
      break;
    }
    case StepOperationKind::Add: {
      Scalar* leftTarget = adjoint(operation.left);
      Scalar* rightTarget = adjoint(operation.right);
      for (int i = 0; i < size; ++i) {
        leftTarget[i] += upstream[i];
        rightTarget[i] += upstream[i];
      }
      break;
    }
    case StepOperationKind::Complement: {
      Scalar* target = adjoint(operation.left);
      for (int i = 0; i < size; ++i) {
        target[i] -= upstream[i];
      }
      break;
    }
    }
  }
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template Scalar activated(Activation, Scalar);                                                   \
  template Scalar activationDerivative(Activation, Scalar);                                        \
  template class StepEngine<Scalar>;
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
