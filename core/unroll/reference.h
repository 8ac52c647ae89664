// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/reverse_plan.h"
#include "core/scenario/scenario.h"
#include "core/unroll/track.h"
#include "core/unroll/truncation.h"

#include <memory>
#include <vector>

namespace backflow {

/// A vector v · 2^e, the largest entry of v being in [1, 2) unless v is zero or not finite.
class ScaledVector {
 public:
  explicit ScaledVector(Eigen::Index size) : m_values(Eigen::VectorXd::Zero(size)) {}

  void setZero();
  void set(const Eigen::VectorXd& values, long exponent);
  void add(const ScaledVector& other);
  /// `size` entries from `first` on. power: −inf stands for a factor of zero, which leaves NaN of
  /// an inf.
  void multiplyBy2ToThe(double power, Eigen::Index first, Eigen::Index size);
  /// log₂ of the norm of `size` entries from `first` on.
  double log2Norm(Eigen::Index first, Eigen::Index size) const;

  const Eigen::VectorXd& values() const { return m_values; }
  long exponent() const { return m_exponent; }

 private:
  void normalise();

  Eigen::VectorXd m_values;
  long m_exponent = 0;
};

/// log₂ ‖δ_u‖₂ for u = T..1 with an unbounded exponent: what the gradient would be if numbers could
/// neither vanish nor overflow. The backward pass is linear in the gradient, so rescaling it by a
/// power of two at each step and adding up the exponents is exact (computed with float64 digits).
/// Truncation and `state_norm` clipping, of each state by its own norm, act as in the runs. −inf
/// where δ is exactly zero, NaN or inf only where the float64 states or the loss's own gradient
/// already are.
///
/// Follows the top layer alone, since nothing comes back into it from below.
class ReferenceCurve {
 public:
  ReferenceCurve(const Scenario& scenario, Track<double>& track, const Truncation& truncation);

  /// One step, u coming down from T; lossGradient: of ∂L/∂h_u, or null if no loss acts there.
  /// states: ∂L/∂ of the track's states as the float64 run has it. As long as that is far from both
  /// ends of float64 it is the curve itself, and nothing is computed twice. laterValues: of step
  /// u + 1, or null if nothing came from there.
  void follow(int u, const Track<double>::Values& values, const Eigen::VectorXd* lossGradient,
              const Eigen::VectorXd& states, const Track<double>::Values* laterValues);

  /// The first of `count` steps from `last` down that the run's plan has computed, ∂L/∂ of the
  /// states one column a step, as follow() would take them: as many as are plainly far from both
  /// ends of float64, by norms that are known. Returns how many.
  int ride(int last, int count, const Eigen::MatrixXd& planned, const ReversePlan<double>& plan);

  /// Whether the run's own derivatives still serve.
  bool rides() const { return m_rides; }
  /// Steps `last` down to `first` of one block once the run's own derivatives no longer serve. One
  /// flow, no pins, no clipping of states, no loss that acts and no cut between the steps; there
  /// may be one before `first`.
  void followQuietly(int last, int first);

  /// By own time, entry u − 1.
  const std::vector<double>& log2Norms() const { return m_log2; }

 private:
  bool isFarFromLimits(const Eigen::Ref<const Eigen::VectorXd>& states, bool carried) const;
  void step(int u, const Track<double>::Values& values, const Eigen::VectorXd* lossGradient);
  void clipStates(const ScaledVector& whole);
  ScaledVector total() const;
  void goBack(int u, const Track<double>::Values& values, ScaledVector& flow);
  int followPlan(int last, int first);
  void cut();

  const Scenario& m_scenario;
  Track<double>& m_track;
  const Truncation& m_truncation;
  std::vector<StepState> m_states; ///< of the top layer; the first is h
  Eigen::Index m_size = 0;
  Eigen::Index m_hidden; ///< of them those of h, which come first
  double m_log2Scale;    ///< of the loss
  std::vector<ScaledVector> m_flows;
  std::vector<bool> m_active;
  Eigen::VectorXd m_adjoints;
  std::vector<double> m_log2;
  bool m_rides;
  Eigen::VectorXd m_ridden; ///< the run's own derivatives at the step before on the way
  std::unique_ptr<ReversePlan<double>> m_plan; ///< made when it is first needed
  Eigen::MatrixXd m_planned; ///< ∂L/∂ of all states: one column a step, then the one before
  AlignedArray<double> m_unusedPlace;
  int m_plannedSteps = ReversePlan<double>::mostSteps; ///< as many as stayed safe of late
  Track<double>::Values m_values;
};

} // namespace backflow
