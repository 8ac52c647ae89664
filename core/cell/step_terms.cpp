// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/step_terms.h"

#include "core/numeric/emulated.h"
#include "core/numeric/kernels/kernels.h"

#include <cmath>

namespace backflow {

namespace {

template <class Scalar> const StepRegister& registerOf(const StepMoment<Scalar>& moment, int reg) {
  return moment.engine.program().registers[static_cast<std::size_t>(reg)];
}

template <class Scalar>
std::string valueName(const StepMoment<Scalar>& moment, int reg, Eigen::Index element) {
  return entryNameAt(registerOf(moment, reg).name, timeOfRegister(moment, reg), element);
}

template <class Scalar>
std::string adjointName(const StepMoment<Scalar>& moment, int reg, Eigen::Index element) {
  return entryNameAt("dL/d" + registerOf(moment, reg).name, timeOfRegister(moment, reg), element);
}

/// Appends the addends that one operation contributes to ∂L/∂ of one of its operands.
template <class Scalar> class AdjointTerms {
 public:
  AdjointTerms(const StepMoment<Scalar>& moment, const Scalar* adjoints, int reg,
               Eigen::Index element, TermNames names)
      : m_moment(moment), m_adjoints(adjoints), m_register(reg), m_element(element),
        m_isNamed(names == TermNames::Full) {}

  void append(int index, const StepOperation& operation, std::vector<Term<Scalar>>& terms) const {
    switch (operation.kind) {
    case StepOperationKind::Linear:
      for (std::size_t b = 0; b < operation.weights.size(); ++b) {
        if (operation.weights[b].source == m_register) {
          appendWeights(index, static_cast<int>(b), operation, terms);
        }
      }
      break;
    case StepOperationKind::Activate:
      if (operation.left == m_register && m_moment.engine.pinOf(operation, m_moment.t) == nullptr) {
        appendDerivative(operation, terms);
      }
      break;
    case StepOperationKind::Multiply:
      if (operation.left == m_register) {
        terms.push_back({valueNamed(operation.right, m_element), value(operation.right),
                         adjointNamed(operation.result, m_element), upstream(operation)});
      }
      if (operation.right == m_register) {
        terms.push_back({valueNamed(operation.left, m_element), value(operation.left),
                         adjointNamed(operation.result, m_element), upstream(operation)});
      }
      break;
    case StepOperationKind::Add:
      if (operation.left == m_register || operation.right == m_register) {
        terms.push_back({adjointNamed(operation.result, m_element), upstream(operation), {}, {}});
      }
      break;
    case StepOperationKind::Complement:
      if (operation.left == m_register) {
        terms.push_back(
            {"-" + adjointNamed(operation.result, m_element), -upstream(operation), {}, {}});
      }
      break;
    }
  }

 private:
  std::string valueNamed(int reg, Eigen::Index element) const {
    return m_isNamed ? valueName(m_moment, reg, element) : std::string();
  }
  /// Of a product's right factor: never empty.
  std::string adjointNamed(int reg, Eigen::Index element) const {
    return m_isNamed ? adjointName(m_moment, reg, element) : std::string("*");
  }
  Scalar value(int reg) const { return m_moment.values[static_cast<std::size_t>(reg)][m_element]; }
  Scalar adjoint(int reg, Eigen::Index element) const {
    return m_adjoints[registerOf(m_moment, reg).adjoint + element];
  }
  Scalar upstream(const StepOperation& operation) const {
    return adjoint(operation.result, m_element);
  }

  void appendWeights(int index, int block, const StepOperation& operation,
                     std::vector<Term<Scalar>>& terms) const {
    const WeightBlock& weights = operation.weights[static_cast<std::size_t>(block)];
    const auto gathering = m_moment.engine.reverseGathering(index, block, m_element);
    for (Eigen::Index j = 0; j < weights.rows; ++j) {
      terms.push_back(
          {m_isNamed ? entryName(weights.parameter, weights.row + j, weights.column + m_element)
                     : std::string(),
           m_moment.engine.weight(index, block, j, m_element), adjointNamed(operation.result, j),
           adjoint(operation.result, j), gathering.product,
           static_cast<int>(j % gathering.partialSums)});
    }
  }

  void appendDerivative(const StepOperation& operation, std::vector<Term<Scalar>>& terms) const {
    const Scalar derivative = activationDerivative(operation.activation, value(operation.result));
    const Scalar gradient = upstream(operation);
    // A mask is no multiplication: 0 · inf does not happen there.
    if (operation.activation == Activation::Relu && derivative == Scalar(0) &&
        !std::isfinite(gradient)) {
      return;
    }
    terms.push_back({m_isNamed
                         ? entryNameAt("phi'(" + registerOf(m_moment, operation.left).name + ")",
                                       m_moment.t, m_element)
                         : std::string(),
                     derivative, adjointNamed(operation.result, m_element), gradient});
  }

  const StepMoment<Scalar>& m_moment;
  const Scalar* m_adjoints;
  int m_register;
  Eigen::Index m_element;
  bool m_isNamed;
};

} // namespace

template <class Scalar> ProductRounding stepRounding() {
  return kernelFuses<Scalar>() ? ProductRounding::Fused : ProductRounding::Separate;
}

template <class Scalar> int timeOfRegister(const StepMoment<Scalar>& moment, int reg) {
  for (const StepState& state : moment.engine.program().states) {
    if (state.previous == reg) {
      return moment.previousTime;
    }
  }
  return moment.t;
}

template <class Scalar>
std::vector<Term<Scalar>> forwardTerms(const StepMoment<Scalar>& moment, int index,
                                       Eigen::Index element) {
  const StepOperation& operation =
      moment.engine.program().operations[static_cast<std::size_t>(index)];
  const auto name = [&](int reg) {
    return valueName(moment, reg, element);
  };
  const auto value = [&](int reg) {
    return moment.values[static_cast<std::size_t>(reg)][element];
  };
  std::vector<Term<Scalar>> terms;
  switch (operation.kind) {
  case StepOperationKind::Linear:
    for (std::size_t b = 0; b < operation.biases.size(); ++b) {
      const BiasBlock& bias = operation.biases[b];
      terms.push_back({bias.parameter + "[" + std::to_string(bias.row + element + 1) + "]",
                       moment.engine.bias(index, static_cast<int>(b), element),
                       {},
                       {}});
    }
    for (std::size_t b = 0; b < operation.weights.size(); ++b) {
      const WeightBlock& weights = operation.weights[b];
      const auto gathering = moment.engine.gathering(index, static_cast<int>(b), element);
      for (Eigen::Index j = 0; j < weights.columns; ++j) {
        terms.push_back({entryName(weights.parameter, weights.row + element, weights.column + j),
                         moment.engine.weight(index, static_cast<int>(b), element, j),
                         valueName(moment, weights.source, j),
                         moment.values[static_cast<std::size_t>(weights.source)][j],
                         gathering.product, static_cast<int>(j % gathering.partialSums)});
      }
    }
    break;
  case StepOperationKind::Multiply:
    terms.push_back({name(operation.left), value(operation.left), name(operation.right),
                     value(operation.right)});
    break;
  case StepOperationKind::Add:
    terms.push_back({name(operation.left), value(operation.left), {}, {}});
    terms.push_back({name(operation.right), value(operation.right), {}, {}});
    break;
  case StepOperationKind::Complement:
    terms.push_back({"1", Scalar(1), {}, {}});
    terms.push_back({"-" + name(operation.left), -value(operation.left), {}, {}});
    break;
  case StepOperationKind::Activate:
    terms.push_back({name(operation.left), value(operation.left), {}, {}});
    break;
  }
  return terms;
}

template <class Scalar>
std::vector<Term<Scalar>> adjointTerms(const StepMoment<Scalar>& moment, const Scalar* adjoints,
                                       int reg, Eigen::Index element, TermKinds kinds,
                                       TermNames names) {
  const AdjointTerms<Scalar> from(moment, adjoints, reg, element, names);
  const auto& operations = moment.engine.program().operations;
  std::vector<Term<Scalar>> terms;
  for (auto index = static_cast<int>(operations.size()) - 1; index >= 0; --index) {
    const StepOperation& operation = operations[static_cast<std::size_t>(index)];
    const bool isDerivative = operation.kind == StepOperationKind::Activate;
    if (kinds == TermKinds::All || isDerivative == (kinds == TermKinds::Derivatives)) {
      from.append(index, operation, terms);
    }
  }
  return terms;
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template ProductRounding stepRounding<Scalar>();                                                 \
  template int timeOfRegister(const StepMoment<Scalar>&, int);                                     \
  template std::vector<Term<Scalar>> forwardTerms(const StepMoment<Scalar>&, int, Eigen::Index);   \
  template std::vector<Term<Scalar>> adjointTerms(const StepMoment<Scalar>&, const Scalar*, int,   \
                                                  Eigen::Index, TermKinds, TermNames);
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
