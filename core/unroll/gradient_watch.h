// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/adjoint_terms.h"
#include "core/numeric/measure.h"
#include "core/record/event.h"
#include "core/scenario/scenario.h"
#include "core/unroll/track.h"

#include <optional>
#include <vector>

namespace backflow {

/// What the backward pass has at hand at one step, for the replay of its operations.
template <class Scalar> struct GradientStep {
  int u;
  const VectorOf<Scalar>& stateGradient; ///< δ_u of the top layer
  const MatrixOf<Scalar>& flows;         ///< states×F: their sum is ∂L/∂ of the states
  Eigen::Index top;                      ///< the row of the top layer's h in them
  const std::vector<AlignedArray<Scalar>>& laterAdjoints; ///< by flow, of step u + 1
  const typename Track<Scalar>::Values& laterValues;      ///< of step u + 1
  const VectorOf<Scalar>& lossGradient; ///< the loss's own part of δ_u; zero if none acts here
  Eigen::Index lossFlow; ///< the flow that this step's loss joins, or with several starts
  bool lossActs;
  bool carried; ///< whether anything came from step u + 1
};

/// Which events of a way back are told.
enum class Watched { Everything, NonfiniteOnly, Nothing };

/// Watches δ on its way back for the first crossing of each threshold, the first subnormal entry,
/// the step at which all is zero, the first inf and the first NaN, each with its cause; and every
/// other derivative of a step for the first inf and NaN.
template <class Scalar> class GradientWatch {
 public:
  GradientWatch(const Track<Scalar>& track, const ThresholdsSpec& thresholds, double lossScale,
                Watched watched, std::vector<Event>& events);

  void look(const GradientStep<Scalar>& step, const Measure& measured);
  /// Whether look() or lookWithin() would have anything to tell of a step whose δ is `measured`.
  bool hasNews(const Measure& measured, bool isFiniteWithin) const {
    const bool isUsual = isFiniteWithin && measured.norm >= m_usualLeast &&
                         measured.norm <= m_usualMost && measured.subnormals == 0;
    return !isUsual && hasUnusualNews(measured, isFiniteWithin);
  }

  /// All derivatives of step u, as the reverse of the step left them; `seeds` are those of the
  /// states before it, one state after another.
  void lookWithin(int u, const typename Track<Scalar>::Values& values, const Scalar* adjoints,
                  const VectorOf<Scalar>& seeds);

  /// `state_norm` clipping of a δ that is not finite: coefficient 0, and inf · 0 is a NaN.
  void lookAtClipping(int u, double normBefore, double coefficient, double threshold,
                      const VectorOf<Scalar>& clipped);

  /// The norm that `state_norm` clips by is computed in the simulated precision: it can be inf or
  /// zero where `exactNorm` is neither.
  void lookAtClipNorm(int u, double exactNorm, double simulatedNorm,
                      const VectorOf<Scalar>& stateGradient);

  bool sawInf() const { return m_sawInf || m_sawInfWithin; }
  bool sawNan() const { return m_sawNan; }

 private:
  /// The addends of entry `unit` of δ. With several flows: those of the flow in which `isWanted`
  /// already holds, or else the flows themselves.
  template <class Predicate>
  std::vector<Term<Scalar>> termsOf(const GradientStep<Scalar>& step, Eigen::Index unit,
                                    Predicate isWanted, NamedTerms named) const;
  std::vector<Term<Scalar>> termsOfFlow(const GradientStep<Scalar>& step, Eigen::Index unit,
                                        Eigen::Index flow, NamedTerms named) const;
  Cause causeOfSubnormal(const GradientStep<Scalar>& step, Eigen::Index unit) const;
  Cause causeOfCancellation(const GradientStep<Scalar>& step) const;
  /// Nothing if truncation, not arithmetic, made it zero.
  std::optional<Cause> causeOfZero(const GradientStep<Scalar>& step) const;
  /// By the largest of all products that take part in δ (TermKinds::Others), or in any derivative
  /// of an activation, and whose gradient is not zero; nothing if there is none.
  std::optional<Cause> causeOfLiving(const GradientStep<Scalar>& step, TermKinds kinds) const;
  Cause causeOfNonfinite(const GradientStep<Scalar>& step, Eigen::Index unit, Wanted wanted) const;
  bool lookWithin(int u, const typename Track<Scalar>::Values& values, const Scalar* adjoints,
                  const VectorOf<Scalar>& seeds, Wanted wanted);
  Event& add(EventKind kind, int u, Cause cause);
  bool hasUnusualNews(const Measure& measured, bool isFiniteWithin) const;

  const Track<Scalar>& m_track;
  ThresholdsSpec m_thresholds;
  double m_lossScale;
  Watched m_watched;
  std::vector<Event>& m_events;
  Event m_untold;
  int m_previousTop = 0; ///< register of the top layer's h at the step before
  int m_size = 0;        ///< of δ
  double m_usualLeast;   ///< a norm of the scaled loss's δ within these crosses no threshold
  double m_usualMost;
  bool m_sawVanish = false;
  bool m_sawExplode = false;
  bool m_sawSubnormal = false;
  bool m_sawZero = false;
  bool m_sawInf = false;
  bool m_sawInfWithin = false;
  bool m_sawNan = false;
  bool m_sawNonfiniteClipped = false;
  bool m_sawNormOverflow = false;
  bool m_sawNormUnderflow = false;
};

} // namespace backflow
