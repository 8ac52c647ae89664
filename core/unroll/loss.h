// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/attribution.h"
#include "core/record/event.h"
#include "core/unroll/experiment.h"

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace backflow {

/// The loss over an unrolled sequence, simulated in `Scalar`: Σ over its steps (T only, or every
/// one) of v·h_t for `inject`, of ½‖h_t − y_t‖² over the first K units for `squared_error`.
template <class Scalar> class Loss {
 public:
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

  explicit Loss(const Experiment& experiment);

  bool actsAt(int t) const { return m_everyStep || t == m_horizon; }
  /// states: H×(T + 1), column t is h_t.
  Scalar value(const Matrix& states) const;
  /// The step at which value() stops being finite and the operation that did it; nothing if it
  /// does not, or if it is NaN or inf only because a state was.
  std::optional<Event> firstNonfinite(const Matrix& states) const;
  /// The loss's own ∂/∂h_t at a step where it acts; zero beyond the first K units.
  void gradient(int t, const Scalar* state, Vector& result) const;

 private:
  /// The addends of twice valueAt() (of valueAt() itself for `inject`).
  std::vector<Term<Scalar>> termsAt(int t, const Scalar* state) const;
  Scalar valueAt(int t, const Scalar* state) const;
  const Scalar* target(int t) const;

  int m_horizon;
  bool m_everyStep;
  bool m_injects;
  Vector m_injected;
  Matrix m_targets;
};

} // namespace backflow
