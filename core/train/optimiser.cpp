// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimiser.h"

#include <cmath>

namespace backflow {

namespace {

template <class Scalar> WeightList<Scalar> zerosLike(const WeightList<Scalar>& weights) {
  WeightList<Scalar> zeros;
  zeros.reserve(weights.size());
  for (const MatrixOf<Scalar>& weight : weights) {
    zeros.push_back(MatrixOf<Scalar>::Zero(weight.rows(), weight.cols()));
  }
  return zeros;
}

} // namespace

template <class Scalar>
Optimiser<Scalar>::Optimiser(const OptimiserSpec& spec, const WeightList<Scalar>& weights)
    : m_spec(spec) {
  if (spec.kind == OptimiserKind::Momentum || spec.kind == OptimiserKind::Adam) {
    firstMoments = zerosLike(weights);
  }
  if (spec.kind == OptimiserKind::RmsProp || spec.kind == OptimiserKind::Adam) {
    secondMoments = zerosLike(weights);
  }
}

template <class Scalar>
void Optimiser<Scalar>::update(const WeightList<Scalar>& gradients, WeightList<Scalar>& weights) {
  ++steps;
  const auto rate = static_cast<Scalar>(m_spec.rate);
  const auto epsilon = static_cast<Scalar>(m_spec.epsilon);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    auto weight = weights[i].array();
    const auto gradient = gradients[i].array();
    switch (m_spec.kind) {
    case OptimiserKind::Sgd:
      weight -= rate * gradient;
      break;
    case OptimiserKind::Momentum: {
      auto velocity = firstMoments[i].array();
      velocity = static_cast<Scalar>(m_spec.momentum) * velocity + gradient;
      weight -= rate * velocity;
      break;
    }
    case OptimiserKind::RmsProp: {
      auto square = secondMoments[i].array();
      square = static_cast<Scalar>(m_spec.decay) * square +
               static_cast<Scalar>(1 - m_spec.decay) * gradient.square();
      weight -= rate * gradient / (square.sqrt() + epsilon);
      break;
    }
    case OptimiserKind::Adam: {
      auto mean = firstMoments[i].array();
      auto square = secondMoments[i].array();
      mean = static_cast<Scalar>(m_spec.beta1) * mean +
             static_cast<Scalar>(1 - m_spec.beta1) * gradient;
      square = static_cast<Scalar>(m_spec.beta2) * square +
               static_cast<Scalar>(1 - m_spec.beta2) * gradient.square();
      const auto meanShare = static_cast<Scalar>(1 - std::pow(m_spec.beta1, steps));
      const auto squareShare = static_cast<Scalar>(1 - std::pow(m_spec.beta2, steps));
      weight -= rate * (mean / meanShare) / ((square / squareShare).sqrt() + epsilon);
      break;
    }
    }
  }
}

template class Optimiser<float>;
template class Optimiser<double>;

} // namespace backflow
