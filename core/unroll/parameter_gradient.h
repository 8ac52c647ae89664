// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/rnn_cell.h"
#include "core/record/event.h"

#include <Eigen/Core>

#include <vector>

namespace backflow {

/// Gathers the gradient of the shared weights over the backward pass, in `Scalar`:
///
///   ∂L/∂W_h = Σ_t ∂L/∂a_t h_{t−1}ᵀ,   ∂L/∂W_x = Σ_t ∂L/∂a_t x_tᵀ,   ∂L/∂b = Σ_t ∂L/∂a_t.
///
/// Blocks of time steps become one matrix product each: far cheaper than a rank-one update a step.
template <class Scalar> class ParameterGradient {
public:
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

  enum class Keep { Nothing, ActivationGradients };

  /// states: H×(T + 1), input: D×T; both have to outlive this object.
  ParameterGradient(const Matrix& states, const Matrix& input, Keep keep);

  /// Takes ∂L/∂a_t; t has to come down from T to 1 without a gap.
  void add(int t, const Vector& activationGradient);

  /// ‖∂⁺L/∂θ‖₂ of the t-th copy of the weights, from its ∂L/∂a_t. As the copy's entries are
  /// products of the two vectors, so is its norm; inf or NaN only if an entry is.
  double copyNorm(int t, const Vector& activationGradient) const;

  Matrix& recurrent() { return m_recurrent; }
  Matrix& input() { return m_inputWeights; }
  Vector& bias() { return m_bias; }
  /// H×T, column t − 1 is ∂L/∂a_t; only with Keep::ActivationGradients.
  const Matrix& activationGradients() const { return m_buffer; }
  /// The first inf and the first NaN that came up in gathering, not in what was gathered.
  const std::vector<Event>& events() const { return m_events; }

private:
  void finishBlock(int firstStep, int lastStep);
  void look(const char* name, const Matrix& before, const Matrix& after, const Matrix& factors,
            int factorOffset, int firstStep, int lastStep);

  const Matrix& m_states;
  const Matrix& m_inputs;
  bool m_keep;
  int m_blockLast;
  Matrix m_buffer;
  Matrix m_recurrent;
  Matrix m_inputWeights;
  Vector m_bias;
  std::vector<Event> m_events;
  bool m_sawInf = false;
  bool m_sawNan = false;
};

} // namespace backflow
