// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/dense.h"
#include "core/record/attribution.h"
#include "core/record/event.h"
#include "core/unroll/experiment.h"

#include <optional>
#include <vector>

namespace backflow {

/// The loss over an unrolled sequence, simulated in `Scalar`: Σ over its steps (T only, or every
/// one) of what it makes of that step's readout r_t (h_t, both directions' states, or what
/// attention gives; for `cross_entropy` the output layer's numbers y_t):
///
/// - `inject`: v·r_t;
/// - `squared_error`: ½‖r_t − y_t‖² over the first K units;
/// - `cross_entropy`: −log softmax(y_t)[next character], natural logarithm.
template <class Scalar> class Loss {
 public:
  using Vector = VectorOf<Scalar>;

  explicit Loss(const Experiment& experiment);

  bool actsAt(int t) const { return m_everyStep || t == m_horizon; }
  bool everyStep() const { return m_everyStep; }

  /// Adds the loss of step t, where it acts; t has to go up.
  void take(int t, const Scalar* readout);
  /// The sum of what was taken.
  Scalar value() const { return m_value; }
  /// The step at which the sum stopped being finite and the operation that did it; nothing if it
  /// did not, or if it is NaN or inf only because a readout was.
  const std::optional<Event>& event() const { return m_event; }

  /// Its ∂/∂r_t at a step where it acts, times the loss scale; zero beyond the first K units.
  void gradient(int t, const Scalar* readout, Vector& result) const;

 private:
  /// The addends of twice valueAt() (of valueAt() itself for `inject`).
  std::vector<Term<Scalar>> termsAt(int t, const Scalar* readout) const;
  Scalar valueAt(int t, const Scalar* readout) const;
  Scalar largest(const Scalar* readout) const;
  void noteNonfinite(int t, const Scalar* readout, Scalar value, Scalar next);
  const Scalar* target(int t) const;

  int m_horizon;
  bool m_everyStep;
  LossKind m_kind;
  Scalar m_scale;
  Vector m_injected;
  MatrixOf<Scalar> m_targets;
  std::vector<int> m_characters; ///< entry t is the one that follows x_t
  int m_vocabulary;
  Scalar m_value = 0;
  std::optional<Event> m_event;
};

} // namespace backflow
