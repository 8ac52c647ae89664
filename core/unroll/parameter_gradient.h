// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/attribution.h"
#include "core/record/event.h"

#include <Eigen/Core>

#include <vector>

namespace backflow {

/// Gathers the gradient of the shared weights over the backward pass, in `Scalar`:
///
///   ∂L/∂W_h = Σ_t ∂L/∂a_t h_{t−1}ᵀ,   ∂L/∂W_x = Σ_t ∂L/∂a_t x_tᵀ,   ∂L/∂b = Σ_t ∂L/∂a_t.
///
/// Blocks of time steps become one matrix product each: far cheaper than a rank-one update a step.
/// Steps that truncation leaves out add nothing, not even 0 · inf.
template <class Scalar> class ParameterGradient {
 public:
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

  enum class Keep { Nothing, ActivationGradients };

  /// states: H×(T + 1), input: D×T; both have to outlive this object. `earliest` is the first step
  /// that is added.
  ParameterGradient(const Matrix& states, const Matrix& input, int earliest, Keep keep);

  /// Takes ∂L/∂a_t; t has to come down from T to `earliest` without a gap.
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
  enum class Sum { Recurrent, Input, Bias };
  /// Where an entry of one of the sums stopped being finite by an operation of its own.
  struct Onset {
    int t = 0; ///< 0 for nowhere
    Sum sum = Sum::Recurrent;
    Eigen::Index row = 0;
    Eigen::Index column = 0;
  };
  /// The sums before a block, and its steps.
  struct Block {
    int firstStep;
    int lastStep;
    Matrix recurrent;
    Matrix input;
    Matrix bias;
  };

  void finishBlock(int firstStep, int lastStep);
  bool isFinite() const;
  /// One block's replay for the first inf or NaN, in time.
  void look(const Block& before, Wanted wanted, bool& seen);
  void lookAt(Sum sum, const Block& block, const Matrix& before, Wanted wanted, Onset& onset) const;
  void addEvent(const Onset& onset, const Block& block, Scalar before, Wanted wanted);
  Eigen::Index bufferColumn(int t, const Block& block) const {
    return m_keep ? t - 1 : t - block.firstStep;
  }
  Scalar factor(Sum sum, Eigen::Index column, int t) const;

  const Matrix& m_states;
  const Matrix& m_inputs;
  bool m_keep;
  int m_earliest;
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
