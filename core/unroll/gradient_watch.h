// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/rnn_cell.h"
#include "core/numeric/measure.h"
#include "core/record/attribution.h"
#include "core/record/event.h"
#include "core/scenario/scenario.h"

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace backflow {

/// What the backward pass has at hand at one step, for the replay of its operations.
template <class Scalar> struct GradientStep {
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

  int t;
  const Vector& stateGradient;            ///< δ_t
  const Matrix& flows;                    ///< H×F: δ_t is the sum of its columns
  const Matrix& laterActivationGradients; ///< H×F: ∂L/∂a_{t+1} of each flow
  const Vector& laterStateGradient;       ///< δ_{t+1}
  const Vector& lossGradient;             ///< the loss's own part of δ_t; zero if none acts here
  Eigen::Index lossFlow; ///< the flow that this step's loss joins, or with several starts
  bool lossActs;
  bool carried; ///< whether anything came from step t + 1
};

/// Watches δ_t on its way back for the first crossing of each threshold, the first subnormal
/// entry, the step at which all is zero, the first inf and the first NaN, each with its cause.
template <class Scalar> class GradientWatch {
 public:
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

  GradientWatch(const RnnCell<Scalar>& cell, const Matrix& states, const ThresholdsSpec& thresholds,
                std::vector<Event>& events);

  void look(const GradientStep<Scalar>& step, const Measure& measured);
  /// φ′ ⊙ δ_t can make a NaN of its own: 0 · inf at a saturated unit.
  void lookAtActivationGradient(int t, const Vector& stateGradient,
                                const Vector& activationGradient);

  /// `state_norm` clipping of a δ_t that is not finite: coefficient 0, and inf · 0 is a NaN.
  void lookAtClipping(int t, double normBefore, double coefficient, double threshold,
                      const Vector& clipped);

  /// The norm that `state_norm` clips by is computed in the simulated precision: it can be inf or
  /// zero where `exactNorm` is neither.
  void lookAtClipNorm(int t, double exactNorm, double simulatedNorm, const Vector& stateGradient);

  bool sawInf() const { return m_sawInf; }
  bool sawNan() const { return m_sawNan; }

 private:
  /// The addends of entry `unit` of δ_t. With several flows: those of the flow in which `isWanted`
  /// already holds, or else the flows themselves.
  template <class Predicate>
  std::vector<Term<Scalar>> termsOf(const GradientStep<Scalar>& step, Eigen::Index unit,
                                    Predicate isWanted) const;
  std::vector<Term<Scalar>> termsOfFlow(const GradientStep<Scalar>& step, Eigen::Index unit,
                                        Eigen::Index flow) const;
  Cause causeOfCancellation(const GradientStep<Scalar>& step) const;
  /// Nothing if truncation, not arithmetic, made it zero.
  std::optional<Cause> causeOfZero(const GradientStep<Scalar>& step) const;
  Cause causeOfNonfinite(const GradientStep<Scalar>& step, Eigen::Index unit, Wanted wanted) const;
  Event& add(EventKind kind, int t, Cause cause);

  const RnnCell<Scalar>& m_cell;
  const Matrix& m_states;
  ThresholdsSpec m_thresholds;
  std::vector<Event>& m_events;
  bool m_sawVanish = false;
  bool m_sawExplode = false;
  bool m_sawSubnormal = false;
  bool m_sawZero = false;
  bool m_sawInf = false;
  bool m_sawNan = false;
  bool m_sawNonfiniteClipped = false;
  bool m_sawNormOverflow = false;
  bool m_sawNormUnderflow = false;
};

} // namespace backflow
