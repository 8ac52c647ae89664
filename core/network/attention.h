// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/dense.h"

#include <vector>

namespace backflow {

/// A readout by dot-product attention over the states (Luong et al. 2015, "dot"), simulated in
/// `Scalar`. The query of step τ is its own state; the keys and values are the states of 1..τ, or
/// for the last step of all of them:
///
///   e_j = h_τ · h_j,   α = softmax(e),   r_τ = Σ_j α_j h_j.
template <class Scalar> class Attention {
 public:
  /// states: O×T. queries: O×n, one for each of the steps.
  Attention(MatrixOf<Scalar> states, MatrixOf<Scalar> queries, std::vector<int> steps);

  /// r, O×n.
  const MatrixOf<Scalar>& readouts() const { return m_readouts; }
  /// α, T×n; zero for the states that a step does not read.
  const MatrixOf<Scalar>& weights() const { return m_weights; }

  /// From ∂L/∂r (O×n) the part of ∂L/∂h that comes through attention: by way of the values and the
  /// keys into `states` (O×T), by way of the queries into `queries` (O×n). Both are added to.
  void reverse(const MatrixOf<Scalar>& readoutGradients, MatrixOf<Scalar>& states,
               MatrixOf<Scalar>& queries) const;

 private:
  MatrixOf<Scalar> m_states;
  MatrixOf<Scalar> m_queries;
  std::vector<int> m_steps;
  MatrixOf<Scalar> m_readouts;
  MatrixOf<Scalar> m_weights;
};

} // namespace backflow
