// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/attention.h"

#include "core/numeric/emulated.h"

#include <cmath>
#include <utility>

namespace backflow {

namespace {

template <class Left, class Right> auto dot(const Left& left, const Right& right) {
  auto sum = left[0] * right[0];
  for (Eigen::Index i = 1; i < left.size(); ++i) {
    sum += left[i] * right[i];
  }
  return sum;
}

} // namespace

template <class Scalar>
Attention<Scalar>::Attention(MatrixOf<Scalar> states, MatrixOf<Scalar> queries,
                             std::vector<int> steps)
    : m_states(std::move(states)), m_queries(std::move(queries)), m_steps(std::move(steps)) {
  using std::exp;
  const auto count = static_cast<Eigen::Index>(m_steps.size());
  m_readouts.setZero(m_states.rows(), count);
  m_weights.setZero(m_states.cols(), count);
  for (Eigen::Index n = 0; n < count; ++n) {
    const int last = m_steps[static_cast<std::size_t>(n)];
    auto alpha = m_weights.col(n);
    for (int j = 0; j < last; ++j) {
      alpha[j] = dot(m_queries.col(n), m_states.col(j));
    }
    // Shifted by the largest, so that no exponential overflows.
    Scalar most = alpha[0];
    for (int j = 1; j < last; ++j) {
      most = alpha[j] > most ? alpha[j] : most;
    }
    Scalar sum = 0;
    for (int j = 0; j < last; ++j) {
      alpha[j] = exp(alpha[j] - most);
      sum += alpha[j];
    }
    for (int j = 0; j < last; ++j) {
      alpha[j] /= sum;
      m_readouts.col(n) += m_states.col(j) * alpha[j];
    }
  }
}

template <class Scalar>
void Attention<Scalar>::reverse(const MatrixOf<Scalar>& readoutGradients, MatrixOf<Scalar>& states,
                                MatrixOf<Scalar>& queries) const {
  VectorOf<Scalar> alphaGradient(m_states.cols());
  for (Eigen::Index n = 0; n < m_weights.cols(); ++n) {
    const int last = m_steps[static_cast<std::size_t>(n)];
    const auto gradient = readoutGradients.col(n);
    const auto alpha = m_weights.col(n);
    Scalar mean = 0;
    for (int j = 0; j < last; ++j) {
      alphaGradient[j] = dot(gradient, m_states.col(j));
      mean += alpha[j] * alphaGradient[j];
    }
    for (int j = 0; j < last; ++j) {
      const Scalar scoreGradient = alpha[j] * (alphaGradient[j] - mean);
      states.col(j) += gradient * alpha[j];
      states.col(j) += m_queries.col(n) * scoreGradient;
      queries.col(n) += m_states.col(j) * scoreGradient;
    }
  }
}

template class Attention<float>;
template class Attention<double>;
template class Attention<BFloat16>;
template class Attention<Float16>;

} // namespace backflow
