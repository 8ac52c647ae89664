// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/reverse_plan.h"
#include "core/network/parameters.h"
#include "core/record/trace.h"
#include "core/unroll/gradient_watch.h"
#include "core/unroll/parameter_gradient.h"
#include "core/unroll/reference.h"
#include "core/unroll/track.h"
#include "core/unroll/truncation.h"

#include <cmath>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace backflow {

/// Where gradient comes into a track from outside: a loss, attention, or the layer above.
template <class Scalar> struct GradientSource {
  bool everyStep = false; ///< whether it acts anywhere but at the last step, in own time
  std::function<bool(int)> actsAt;
  /// ∂/∂ of the output layer's result if the track has one, else of h, at a step where it acts.
  std::function<void(int, const typename Track<Scalar>::Values&, VectorOf<Scalar>&)> gradient;
};

/// How many steps forward take as long as one back, about.
inline constexpr int backwardWork = 2;

struct BackwardOptions {
  bool keepStateGradients = false;
  bool gathersParameters = true;
  bool wantsInputGradient = false;
  Watched watched = Watched::Everything;
  std::optional<TruncationSpec> truncation;
  std::optional<ClipSpec> clip;
  PassProgress* progress = nullptr; ///< told of every step, as backwardWork steps forward
};

/// `extreme`, but `candidate` if that is NaN: std::max and std::min would pass over it. A NaN that
/// came earlier stays, as they return their first argument when they cannot compare.
inline double orNan(double extreme, double candidate) {
  return std::isnan(candidate) ? candidate : extreme;
}

/// Back-propagation through time over a computed track, in `Scalar`, u = T..1, with truncation and
/// `state_norm` clipping. Leaves its records in own time; the other modes of clipping need the
/// gradient of the whole network.
template <class Scalar> class BackwardPass {
 public:
  using Values = typename Track<Scalar>::Values;

  /// All arguments but the options have to outlive this object.
  BackwardPass(const Scenario& scenario, Track<Scalar>& track,
               const std::vector<ParameterShape>& shapes, const GradientSource<Scalar>& source,
               BackwardOptions options);

  /// False if stopped.
  bool walk(const std::stop_token& stop);

  /// Has the reference curve computed on the way (float64 only).
  void followReference();

  StepRecords steps;              ///< norms are those of the unscaled loss
  Eigen::MatrixXd stateGradients; ///< H×T in own time
  MatrixOf<Scalar> inputGradient; ///< D×T in own time
  std::vector<Event> events;
  std::vector<double> referenceLog2;

  ParameterGradient<Scalar>& parameters() { return m_gathered; }
  int earliest() const { return m_truncation.earliest(); }
  double largestBefore() const { return m_largestBefore; }
  double largestAfter() const { return m_largestAfter; }
  double smallestCoefficient() const { return m_smallestCoefficient; }
  bool sawInf() const { return m_watch.sawInf(); }
  bool sawNan() const { return m_watch.sawNan(); }

 private:
  const StepRegister& reg(int index) const {
    return m_track.program().registers[static_cast<std::size_t>(index)];
  }
  /// ∂L/∂ of a register.
  Eigen::Map<VectorOf<Scalar>> adjoint(int index) {
    return {m_adjoints.data() + reg(index).adjoint, reg(index).size};
  }
  bool clipsState() const { return m_options.clip && m_options.clip->mode == ClipMode::StateNorm; }
  void leaveZero(int u);
  void step(int u);
  bool takeLoss(int u, const Values& values, Eigen::Index slot);
  double clipStates(int u, const Measure& measured);
  void record(int u, const Measure& measured);
  void recordParts(int u, bool lossActs);
  void recordCellParts(int u, const Scalar* state, const Scalar* loss);
  void reverse(int u, const Values& values, const VectorOf<Scalar>& states, Scalar* adjoints);
  void gather(const Scalar* adjoints, Eigen::Ref<VectorOf<Scalar>> states) const;
  void cutOrCarry(int u);
  void goOn(int u, const Values& values);

  // Many steps in one call.
  enum class PlannedNorms { Known, Unknown };
  void planSteps();
  int plannedDownTo(int u) const;
  int followPlan(int last, int first);
  void followReference(int last, int first, PlannedNorms norms);
  bool isOver(int first) const;
  bool readsValuesAtRest() const { return m_reference || !steps.cellGradientDirectNorm.empty(); }
  int rest(int last);
  Measure plannedMeasure(int k) const;
  void take(int last, int count);
  void recordPlanned(int last, int count);

  const Scenario& m_scenario;
  Track<Scalar>& m_track;
  const GradientSource<Scalar>& m_source;
  BackwardOptions m_options;
  Truncation m_truncation;
  ParameterGradient<Scalar> m_gathered;
  GradientWatch<Scalar> m_watch;
  std::unique_ptr<ReferenceCurve> m_reference;
  double m_scale;

  Eigen::Index m_top = 0; ///< the row of the top layer's h among the states
  Eigen::Index m_hidden;
  MatrixOf<Scalar> m_flows; ///< states×F
  std::vector<bool> m_flowActive;
  VectorOf<Scalar> m_states; ///< ∂L/∂ of the states, all flows together
  VectorOf<Scalar> m_carriedTop;
  VectorOf<Scalar> m_stateGradient;
  VectorOf<Scalar> m_lossGradient;
  VectorOf<Scalar> m_sourceGradient;
  AlignedArray<Scalar> m_adjoints;
  std::vector<AlignedArray<Scalar>> m_flowAdjoints; ///< of the step before this one on the way
  Values m_values;
  Values m_laterValues;
  bool m_carried = false;
  std::unique_ptr<ReversePlan<Scalar>> m_plan; ///< null where steps are computed one by one
  MatrixOf<Scalar> m_planned; ///< ∂L/∂ of the states: one column a step, then the one before
  AlignedArray<Scalar> m_unusedPlace; ///< for derivatives that no gradient is made of
  bool m_isOver = false;              ///< whether every derivative is exactly zero from here on
  Eigen::VectorXd m_directCell;
  Eigen::VectorXd m_gatesCell;
  Eigen::VectorXd m_keepLater;
  double m_largestBefore = 0;
  double m_largestAfter = 0;
  double m_smallestCoefficient = 1;
};

} // namespace backflow
