// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/numeric/packed_matrix.h"
#include "core/scenario/scenario.h"

#include <Eigen/Core>

namespace backflow {

/// The plain recurrent layer (Elman 1990), simulated in `Scalar`:
///
///   a_t = W_h h_{t−1} + W_x x_t + b,   h_t = φ(a_t)
///
/// and backwards, with δ_t = ∂L/∂h_t the total derivative,
///
///   ∂L/∂a_t = φ′(a_t) ⊙ δ_t,   δ_{t−1} ← W_hᵀ ∂L/∂a_t  (+ the loss at t − 1).
///
/// W_h: H×H, W_x: H×D, b: H. φ′ is computed from h_t as frameworks do (1 − h² for tanh, h(1 − h)
/// for sigmoid, a mask for relu), so it loses digits near saturation as theirs does.
/// Inf and NaN pass through as IEEE 754 has it. Instantiated for float and double.
template <class Scalar> class RnnCell {
 public:
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

  /// The weights are rounded to `Scalar` once. @throws std::out_of_range if one is missing.
  RnnCell(const Parameters& parameters, Activation activation);

  /// a_t, H numbers, summed in the order b, W_x x_t, W_h h_{t−1}.
  void preActivation(const Scalar* input, const Scalar* previousState, Scalar* result) const;
  /// h_t = φ(a_t).
  void activate(const Scalar* preActivation, Scalar* state) const;
  /// ∂L/∂a_t from h_t and δ_t. For relu a unit that is off passes nothing, not even an inf.
  void activationGradient(const Scalar* state, const Scalar* stateGradient, Scalar* result) const;
  /// result = W_hᵀ ∂L/∂a_t.
  void previousStateGradient(const Scalar* activationGradient, Scalar* result) const;

  /// φ′ at the pre-activation that gave the state h.
  Scalar derivative(Scalar h) const;

  Activation activation() const { return m_activation; }
  const Matrix& recurrent() const { return m_recurrent; }
  const Matrix& inputWeights() const { return m_inputWeights; }
  const Vector& bias() const { return m_bias; }
  Eigen::Index hidden() const { return m_recurrent.rows(); }

 private:
  Activation m_activation;
  Matrix m_recurrent;
  Matrix m_inputWeights;
  Vector m_bias;
  PackedMatrix<Scalar> m_packedRecurrent;
  PackedMatrix<Scalar> m_packedTranspose;
  PackedMatrix<Scalar> m_packedInput;
};

} // namespace backflow
