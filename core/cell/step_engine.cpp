// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/step_engine.h"

#include "core/numeric/kernels/kernels.h"

#include <algorithm>
#include <array>

namespace backflow {

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

template <class Scalar> void StepEngine<Scalar>::forward(int t, const Values& values) const {
  std::array<ProductSegment<Scalar>, mostInProduct> segments;
  std::array<Scalar*, mostInProduct> blocks;
  for (const StepAction& action : m_forward.actions) {
    if (!action.isProduct) {
      compute(m_program.operations[action.index], t, values);
      continue;
    }
    const Product& product = m_forwardProducts[action.index];
    for (std::size_t s = 0; s < product.group.segments.size(); ++s) {
      const int reg = product.group.segments[s];
      segments[s] = {values[static_cast<std::size_t>(reg)], sizeOf(reg), isSplit(product.group, s)};
    }
    for (std::size_t b = 0; b < product.group.blocks.size(); ++b) {
      blocks[b] = values[static_cast<std::size_t>(product.group.blocks[b])];
    }
    product.matrix.addProduct(segments.data(),
                              static_cast<std::ptrdiff_t>(product.group.segments.size()),
                              product.biases.data(), blocks.data());
  }
}

template <class Scalar>
void StepEngine<Scalar>::compute(const StepOperation& operation, int t,
                                 const Values& values) const {
  const auto at = [&](int reg) {
    return values[static_cast<std::size_t>(reg)];
  };
  const Kernels<Scalar>& kernel = kernels<Scalar>();
  Scalar* result = at(operation.result);
  const Scalar* left = at(operation.left);
  const int size = sizeOf(operation.result);
  switch (operation.kind) {
  case StepOperationKind::Linear:
    break; // by its group
  case StepOperationKind::Activate:
    if (const PinSpec* pin = pinOf(operation, t)) {
      std::fill_n(result, size, static_cast<Scalar>(pin->value));
      break;
    }
    switch (operation.activation) {
    case Activation::Tanh:
      kernel.tanh(left, result, size);
      break;
    case Activation::Relu:
      kernel.relu(left, result, size);
      break;
    case Activation::Sigmoid:
      kernel.logistic(left, result, size);
      break;
    case Activation::Identity:
      std::copy_n(left, size, result);
      break;
    }
    break;
  case StepOperationKind::Multiply:
    kernel.multiply(left, at(operation.right), result, size);
    break;
  case StepOperationKind::Add:
    kernel.add(left, at(operation.right), result, size);
    break;
  case StepOperationKind::Complement:
    kernel.complement(left, result, size);
    break;
  }
}

template <class Scalar>
void StepEngine<Scalar>::addReversed(const Product& product, Scalar* adjoints) const {
  std::array<ProductSegment<Scalar>, mostInProduct> segments;
  const auto adjoint = [&](int reg) {
    return adjoints + m_program.registers[static_cast<std::size_t>(reg)].adjoint;
  };
  for (std::size_t s = 0; s < product.group.segments.size(); ++s) {
    const int reg = product.group.segments[s];
    segments[s] = {adjoint(reg), sizeOf(reg)};
  }
  Scalar* target = adjoint(product.group.blocks.front());
  product.matrix.addProduct(segments.data(),
                            static_cast<std::ptrdiff_t>(product.group.segments.size()), nullptr,
                            &target);
}

template <class Scalar> void StepEngine<Scalar>::reverseHead(Scalar* adjoints) const {
  for (const Product& product : m_headProducts) {
    addReversed(product, adjoints);
  }
}

template <class Scalar>
void StepEngine<Scalar>::reverse(int t, const Values& values, Scalar* adjoints, ReverseReach reach,
                                 bool wantsInput) const {
  const bool topAlone = reach == ReverseReach::TopLayer && m_program.firstTop > 0;
  const auto& products = topAlone ? m_topProducts : m_wholeProducts;
  for (const StepAction& action : (topAlone ? m_top : m_whole).actions) {
    if (!action.isProduct) {
      reverse(m_program.operations[action.index], t, values, adjoints);
    } else if (wantsInput || !products[action.index].group.toInput) {
      addReversed(products[action.index], adjoints);
    }
  }
}

template <class Scalar>
void StepEngine<Scalar>::reverse(const StepOperation& operation, int t, const Values& values,
                                 Scalar* adjoints) const {
  const auto adjoint = [&](int reg) {
    return adjoints + m_program.registers[static_cast<std::size_t>(reg)].adjoint;
  };
  const auto value = [&](int reg) {
    return values[static_cast<std::size_t>(reg)];
  };
  const Kernels<Scalar>& kernel = kernels<Scalar>();
  const Scalar* upstream = adjoint(operation.result);
  Scalar* left = adjoint(operation.left);
  const int size = sizeOf(operation.result);
  switch (operation.kind) {
  case StepOperationKind::Linear:
    break; // by its group
  case StepOperationKind::Activate:
    if (pinOf(operation, t) != nullptr) {
      break;
    }
    switch (operation.activation) {
    case Activation::Tanh:
      kernel.reverseTanh(value(operation.result), upstream, left, left, size);
      break;
    case Activation::Relu:
      // A unit of relu that is off passes nothing, not even an inf.
      kernel.reverseRelu(value(operation.result), upstream, left, left, size);
      break;
    case Activation::Sigmoid:
      kernel.reverseLogistic(value(operation.result), upstream, left, left, size);
      break;
    case Activation::Identity:
      kernel.add(left, upstream, left, size);
      break;
    }
    break;
  case StepOperationKind::Multiply:
    kernel.addProduct(value(operation.right), upstream, left, left, size);
    kernel.addProduct(value(operation.left), upstream, adjoint(operation.right),
                      adjoint(operation.right), size);
    break;
  case StepOperationKind::Add:
    kernel.add(left, upstream, left, size);
    kernel.add(adjoint(operation.right), upstream, adjoint(operation.right), size);
    break;
  case StepOperationKind::Complement:
    kernel.subtract(upstream, left, left, size);
    break;
  }
}

#define BACKFLOW_INSTANTIATE(Scalar)                                                               \
  template Scalar activationDerivative(Activation, Scalar);                                        \
  template class StepEngine<Scalar>;
BACKFLOW_INSTANTIATE(float)
BACKFLOW_INSTANTIATE(double)
BACKFLOW_INSTANTIATE(BFloat16)
BACKFLOW_INSTANTIATE(Float16)
#undef BACKFLOW_INSTANTIATE

} // namespace backflow
