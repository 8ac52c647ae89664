// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/adjoint_terms.h"

#include "core/numeric/emulated.h"
#include "core/numeric/kernels/kernels.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace backflow {

namespace {

template <class Scalar>
std::string adjointName(const StepMoment<Scalar>& moment, int reg, Eigen::Index element) {
  return entryNameAt("dL/d" + registerOf(moment, reg).name, timeOfRegister(moment, reg), element);
}

template <class Scalar>
Scalar adjointAt(const StepMoment<Scalar>& moment, const Scalar* adjoints, int reg,
                 Eigen::Index element) {
  return adjoints[registerOf(moment, reg).adjoint + element];
}

/// Gathers the addends that operations contribute to ∂L/∂ of one of their operands.
template <class Scalar> class AdjointTerms {
 public:
  AdjointTerms(const StepMoment<Scalar>& moment, const Scalar* adjoints, int reg,
               Eigen::Index element, NamedTerms named)
      : m_moment(moment), m_adjoints(adjoints), m_register(reg), m_element(element),
        m_named(named) {}

  void append(int index, const StepOperation& operation) {
    switch (operation.kind) {
    case StepOperationKind::Linear:
      for (std::size_t b = 0; b < operation.weights.size(); ++b) {
        if (operation.weights[b].source == m_register) {
          appendWeights(index, static_cast<int>(b), operation);
        }
      }
      break;
    case StepOperationKind::Activate:
      if (operation.left == m_register && m_moment.engine.pinOf(operation, m_moment.t) == nullptr) {
        appendDerivative(operation);
      }
      break;
    case StepOperationKind::Multiply:
      if (operation.left == m_register) {
        m_terms.push_back({valueNamed(operation.right), value(operation.right),
                           adjointNamed(operation.result, m_element), upstream(operation)});
      }
      if (operation.right == m_register) {
        m_terms.push_back({valueNamed(operation.left), value(operation.left),
                           adjointNamed(operation.result, m_element), upstream(operation)});
      }
      break;
    case StepOperationKind::Add:
      if (operation.left == m_register || operation.right == m_register) {
        m_terms.push_back({adjointNamed(operation.result, m_element), upstream(operation), {}, {}});
      }
      break;
    case StepOperationKind::Complement:
      if (operation.left == m_register) {
        m_terms.push_back(
            {"-" + adjointNamed(operation.result, m_element), -upstream(operation), {}, {}});
      }
      break;
    }
  }

  std::vector<Term<Scalar>> take() { return std::move(m_terms); }

 private:
  /// Whether the next term carries its names.
  bool isNamed() const { return m_named.have(m_terms.size()); }
  std::string valueNamed(int reg) const {
    return isNamed() ? valueName(m_moment, reg, m_element) : std::string();
  }
  /// Of a product's right factor: never empty.
  std::string adjointNamed(int reg, Eigen::Index element) const {
    return isNamed() ? adjointName(m_moment, reg, element) : std::string("*");
  }
  Scalar value(int reg) const { return m_moment.values[static_cast<std::size_t>(reg)][m_element]; }
  Scalar upstream(const StepOperation& operation) const {
    return adjointAt(m_moment, m_adjoints, operation.result, m_element);
  }

  void appendWeights(int index, int block, const StepOperation& operation) {
    const WeightBlock& weights = operation.weights[static_cast<std::size_t>(block)];
    const auto gathering = m_moment.engine.reverseGathering(index, block, m_element);
    m_terms.reserve(m_terms.size() + static_cast<std::size_t>(weights.rows));
    for (Eigen::Index j = 0; j < weights.rows; ++j) {
      m_terms.push_back(
          {isNamed() ? entryName(weights.parameter, weights.row + j, weights.column + m_element)
                     : std::string(),
           m_moment.engine.weight(index, block, j, m_element), adjointNamed(operation.result, j),
           adjointAt(m_moment, m_adjoints, operation.result, j), gathering.product,
           static_cast<int>(j % gathering.partialSums)});
    }
  }

  void appendDerivative(const StepOperation& operation) {
    const Scalar derivative = activationDerivative(operation.activation, value(operation.result));
    const Scalar gradient = upstream(operation);
    // A mask is no multiplication: 0 · inf does not happen there.
    if (operation.activation == Activation::Relu && derivative == Scalar(0) &&
        !std::isfinite(gradient)) {
      return;
    }
    m_terms.push_back({isNamed()
                           ? entryNameAt("phi'(" + registerOf(m_moment, operation.left).name + ")",
                                         m_moment.t, m_element)
                           : std::string(),
                       derivative, adjointNamed(operation.result, m_element), gradient});
  }

  const StepMoment<Scalar>& m_moment;
  const Scalar* m_adjoints;
  int m_register;
  Eigen::Index m_element;
  NamedTerms m_named;
  std::vector<Term<Scalar>> m_terms;
};

/// Keeps the largest living addend of a register of those that it is shown.
template <class Scalar> class LargestTerm {
 public:
  LargestTerm(const StepMoment<Scalar>& moment, const Scalar* adjoints, int reg)
      : m_moment(moment), m_adjoints(adjoints), m_register(reg) {}

  /// Of entry `element` the terms of one operation, of which the first has this number: the number
  /// of the next.
  std::size_t show(Eigen::Index element, std::size_t number, int index,
                   const StepOperation& operation) {
    if (operation.kind == StepOperationKind::Linear) {
      return showWeights(element, number, index, operation);
    }
    AdjointTerms<Scalar> from(m_moment, m_adjoints, m_register, element, NamedTerms::none());
    from.append(index, operation);
    for (const Term<Scalar>& term : from.take()) {
      if ((term.isProduct() ? term.right : term.left) != Scalar(0)) {
        keep({element, number, exactSize(term)});
      }
      ++number;
    }
    return number;
  }

  std::optional<TermPlace> found() const { return m_found; }

 private:
  /// Most of these many terms have died where somebody asks: their weights are not read.
  std::size_t showWeights(Eigen::Index element, std::size_t number, int index,
                          const StepOperation& operation) {
    for (std::size_t b = 0; b < operation.weights.size(); ++b) {
      if (operation.weights[b].source != m_register) {
        continue;
      }
      for (Eigen::Index j = 0; j < operation.weights[b].rows; ++j, ++number) {
        const Scalar gradient = adjointAt(m_moment, m_adjoints, operation.result, j);
        if (gradient != Scalar(0)) {
          keep({element, number,
                ExactSize(static_cast<double>(
                              m_moment.engine.weight(index, static_cast<int>(b), j, element)),
                          static_cast<double>(gradient))});
        }
      }
    }
    return number;
  }

  void keep(const TermPlace& place) {
    if (!m_found || place.size > m_found->size) {
      m_found = place;
    }
  }

  const StepMoment<Scalar>& m_moment;
  const Scalar* m_adjoints;
  int m_register;
  std::optional<TermPlace> m_found;
};

bool takesPart(TermKinds kinds, const StepOperation& operation) {
  const bool isDerivative = operation.kind == StepOperationKind::Activate;
  return kinds == TermKinds::All || isDerivative == (kinds == TermKinds::Derivatives);
}

} // namespace

template <class Scalar>
std::vector<Term<Scalar>> adjointTerms(const StepMoment<Scalar>& moment, const Scalar* adjoints,
                                       int reg, Eigen::Index element, TermKinds kinds,
                                       NamedTerms named) {
  AdjointTerms<Scalar> from(moment, adjoints, reg, element, named);
  const auto& operations = moment.engine.program().operations;
  for (auto index = static_cast<int>(operations.size()) - 1; index >= 0; --index) {
    const StepOperation& operation = operations[static_cast<std::size_t>(index)];
    if (takesPart(kinds, operation)) {
      from.append(index, operation);
    }
  }
  return from.take();
}

template <class Scalar>
std::optional<TermPlace> largestLivingTerm(const StepMoment<Scalar>& moment, const Scalar* adjoints,
                                           int reg, TermKinds kinds) {
  LargestTerm<Scalar> largest(moment, adjoints, reg);
  const auto& operations = moment.engine.program().operations;
  const int elements = registerOf(moment, reg).size;
  for (Eigen::Index element = 0; element < elements; ++element) {
    std::size_t number = 0;
    for (auto index = static_cast<int>(operations.size()) - 1; index >= 0; --index) {
      const StepOperation& operation = operations[static_cast<std::size_t>(index)];
      if (takesPart(kinds, operation)) {
        number = largest.show(element, number, index, operation);
      }
    }
  }
  return largest.found();
}

template <class Scalar>
std::optional<Term<Scalar>> largestStoppedTerm(const StepMoment<Scalar>& moment,
                                               const Scalar* adjoints) {
  int factor = 0;
  int result = 0;
  std::optional<Eigen::Index> entry;
  Scalar largest(0);
  const auto& operations = moment.engine.program().operations;
  // What a pin holds, or an earlier step has left, passes nothing on to this step's weights.
  const auto leadsOn = [&](int operand) {
    return std::any_of(operations.begin(), operations.end(), [&](const StepOperation& operation) {
      return operation.result == operand && moment.engine.pinOf(operation, moment.t) == nullptr;
    });
  };
  const auto look = [&](int otherFactor, int operand, int product) {
    if (!leadsOn(operand)) {
      return;
    }
    for (Eigen::Index e = 0; e < registerOf(moment, product).size; ++e) {
      const Scalar gradient = adjointAt(moment, adjoints, product, e);
      const bool isStopped = moment.values[static_cast<std::size_t>(otherFactor)][e] == Scalar(0);
      if (isStopped && std::abs(gradient) > std::abs(largest)) {
        factor = otherFactor;
        result = product;
        entry = e;
        largest = gradient;
      }
    }
  };
  for (const StepOperation& operation : operations) {
    if (operation.kind == StepOperationKind::Multiply) {
      look(operation.left, operation.right, operation.result);
      look(operation.right, operation.left, operation.result);
    }
  }
  if (!entry) {
    return std::nullopt;
  }
  return Term<Scalar>{valueName(moment, factor, *entry), Scalar(0),
                      adjointName(moment, result, *entry), largest};
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template std::vector<Term<Scalar>> adjointTerms(const StepMoment<Scalar>&, const Scalar*, int,   \
                                                  Eigen::Index, TermKinds, NamedTerms);            \
  template std::optional<TermPlace> largestLivingTerm(const StepMoment<Scalar>&, const Scalar*,    \
                                                      int, TermKinds);                             \
  template std::optional<Term<Scalar>> largestStoppedTerm(const StepMoment<Scalar>&, const Scalar*);
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
