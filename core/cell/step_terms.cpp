// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/step_terms.h"

#include "core/numeric/emulated.h"
#include "core/numeric/kernels/kernels.h"

namespace backflow {

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
std::string valueName(const StepMoment<Scalar>& moment, int reg, Eigen::Index element) {
  return entryNameAt(registerOf(moment, reg).name, timeOfRegister(moment, reg), element);
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

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template ProductRounding stepRounding<Scalar>();                                                 \
  template int timeOfRegister(const StepMoment<Scalar>&, int);                                     \
  template std::string valueName(const StepMoment<Scalar>&, int, Eigen::Index);                    \
  template std::vector<Term<Scalar>> forwardTerms(const StepMoment<Scalar>&, int, Eigen::Index);
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
