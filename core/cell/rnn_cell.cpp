// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/rnn_cell.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

template <class Scalar> Scalar activated(Activation activation, Scalar a) {
  switch (activation) {
  case Activation::Tanh:
    // The library's, not a faster approximation: it reaches 1 only where tanh rounds to 1, and
    // saturation is one of the things that are reported.
    return std::tanh(a);
  case Activation::Relu:
    return a < 0 ? Scalar(0) : a; // so written that NaN stays NaN
  case Activation::Sigmoid:
    return 1 / (1 + std::exp(-a));
  case Activation::Identity:
    break;
  }
  return a;
}

} // namespace

template <class Scalar>
RnnCell<Scalar>::RnnCell(const Parameters& parameters, Activation activation)
    : m_activation(activation), m_recurrent(parameter(parameters, "W_h").template cast<Scalar>()),
      m_inputWeights(parameter(parameters, "W_x").template cast<Scalar>()),
      m_bias(parameter(parameters, "b").template cast<Scalar>()), m_packedRecurrent(m_recurrent),
      m_packedTranspose(m_recurrent.transpose()), m_packedInput(m_inputWeights) {}

template <class Scalar>
void RnnCell<Scalar>::preActivation(const Scalar* input, const Scalar* previousState,
                                    Scalar* result) const {
  std::copy_n(m_bias.data(), hidden(), result);
  m_packedInput.addProduct(input, result);
  m_packedRecurrent.addProduct(previousState, result);
}

template <class Scalar>
void RnnCell<Scalar>::activate(const Scalar* preActivation, Scalar* state) const {
  std::transform(preActivation, preActivation + hidden(), state,
                 [this](Scalar a) { return activated(m_activation, a); });
}

template <class Scalar> Scalar RnnCell<Scalar>::derivative(Scalar h) const {
  switch (m_activation) {
  case Activation::Tanh:
    return 1 - h * h;
  case Activation::Relu:
    return h <= 0 ? Scalar(0) : Scalar(1);
  case Activation::Sigmoid:
    return h * (1 - h);
  case Activation::Identity:
    break;
  }
  return 1;
}

template <class Scalar>
void RnnCell<Scalar>::activationGradient(const Scalar* state, const Scalar* stateGradient,
                                         Scalar* result) const {
  const bool masks = m_activation == Activation::Relu;
  for (Eigen::Index i = 0; i < hidden(); ++i) {
    if (masks) {
      result[i] = state[i] <= 0 ? Scalar(0) : stateGradient[i];
    } else {
      result[i] = derivative(state[i]) * stateGradient[i];
    }
  }
}

template <class Scalar>
void RnnCell<Scalar>::previousStateGradient(const Scalar* activationGradient,
                                            Scalar* result) const {
  std::fill_n(result, hidden(), Scalar(0));
  m_packedTranspose.addProduct(activationGradient, result);
}

template class RnnCell<float>;
template class RnnCell<double>;

} // namespace backflow
