// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/gradient_watch.h"

#include "core/numeric/emulated.h"
#include "core/numeric/kernels/kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

template <class Vector, class Predicate> Eigen::Index firstIndex(const Vector& v, Predicate is) {
  return std::distance(v.begin(), std::find_if(v.begin(), v.end(), is));
}

} // namespace

template <class Scalar>
GradientWatch<Scalar>::GradientWatch(const Track<Scalar>& track, const ThresholdsSpec& thresholds,
                                     double lossScale, Watched watched, std::vector<Event>& events)
    : m_track(track), m_thresholds(thresholds), m_lossScale(lossScale), m_watched(watched),
      m_events(events),
      // Not zero, and finite. A little inside, for the quotient below is rounded.
      m_usualLeast(std::max(2 * thresholds.vanish * lossScale, std::numeric_limits<double>::min())),
      m_usualMost(
          std::min(thresholds.explode * lossScale / 2, std::numeric_limits<double>::max())) {
  for (const StepState& state : track.program().states) {
    if (state.current == track.program().output) {
      m_previousTop = state.previous;
      m_size = track.program().registers[static_cast<std::size_t>(state.previous)].size;
    }
  }
}

template <class Scalar>
void GradientWatch<Scalar>::look(const GradientStep<Scalar>& step, const Measure& measured) {
  const auto& delta = step.stateGradient;
  const int u = step.u;
  const double norm = measured.norm / m_lossScale;
  const bool tellsAll = m_watched == Watched::Everything;
  if (tellsAll && !m_sawVanish && norm < m_thresholds.vanish) {
    m_sawVanish = true;
    add(EventKind::ThresholdVanish, u,
        {CauseKind::BelowThreshold, "norm", norm, "threshold", m_thresholds.vanish, 0});
  }
  if (tellsAll && !m_sawExplode && norm > m_thresholds.explode) {
    m_sawExplode = true;
    add(EventKind::ThresholdExplode, u,
        {CauseKind::AboveThreshold, "norm", norm, "threshold", m_thresholds.explode, 0});
  }
  if (tellsAll && !m_sawSubnormal && measured.subnormals > 0) {
    m_sawSubnormal = true;
    const Eigen::Index unit = firstIndex(delta, isSubnormal<Scalar>);
    add(EventKind::UnderflowSubnormal, u, causeOfSubnormal(step, unit)).element =
        static_cast<int>(unit) + 1;
  }
  if (tellsAll && !m_sawZero && measured.zeros == delta.size()) {
    if (auto cause = causeOfZero(step)) {
      m_sawZero = true;
      add(EventKind::UnderflowZero, u, std::move(*cause));
    }
  }
  if (!m_sawInf && measured.infinities > 0) {
    m_sawInf = true;
    const Eigen::Index unit = firstIndex(delta, [](Scalar x) { return std::isinf(x); });
    add(EventKind::OverflowInf, u, causeOfNonfinite(step, unit, Wanted::Inf)).element =
        static_cast<int>(unit) + 1;
  }
  if (!m_sawNan && measured.nans > 0) {
    m_sawNan = true;
    const Eigen::Index unit = firstIndex(delta, [](Scalar x) { return std::isnan(x); });
    add(EventKind::NanOnset, u, causeOfNonfinite(step, unit, Wanted::Nan)).element =
        static_cast<int>(unit) + 1;
  }
}

template <class Scalar>
bool GradientWatch<Scalar>::hasUnusualNews(const Measure& measured, bool isFiniteWithin) const {
  const double norm = measured.norm / m_lossScale;
  if (m_watched == Watched::Everything &&
      ((!m_sawVanish && norm < m_thresholds.vanish) ||
       (!m_sawExplode && norm > m_thresholds.explode) ||
       (!m_sawSubnormal && measured.subnormals > 0) || (!m_sawZero && measured.zeros == m_size))) {
    return true;
  }
  return (!m_sawInf && measured.infinities > 0) || (!m_sawNan && measured.nans > 0) ||
         (!isFiniteWithin && !(m_sawInf && m_sawNan));
}

template <class Scalar>
void GradientWatch<Scalar>::lookWithin(int u, const typename Track<Scalar>::Values& values,
                                       const Scalar* adjoints, const VectorOf<Scalar>& seeds) {
  if ((m_sawInf && m_sawNan) ||
      kernels<Scalar>().allFinite(adjoints, m_track.program().adjointSize)) {
    return;
  }
  if (!m_sawInf && !m_sawInfWithin) {
    m_sawInfWithin = lookWithin(u, values, adjoints, seeds, Wanted::Inf);
  }
  if (!m_sawNan) {
    m_sawNan = lookWithin(u, values, adjoints, seeds, Wanted::Nan);
  }
}

template <class Scalar>
bool GradientWatch<Scalar>::lookWithin(int u, const typename Track<Scalar>::Values& values,
                                       const Scalar* adjoints, const VectorOf<Scalar>& seeds,
                                       Wanted wanted) {
  const StepProgram& program = m_track.program();
  const StepMoment<Scalar> moment = m_track.momentAt(u, values);
  // Registers stand in the order of computation, so that the last is the first to be reversed; the
  // top layer's state of the step before is looked at when its turn comes.
  for (auto reg = static_cast<int>(program.registers.size()) - 1; reg >= 0; --reg) {
    const StepRegister& here = program.registers[static_cast<std::size_t>(reg)];
    if (reg == m_previousTop || reg == program.input) {
      continue;
    }
    for (int i = 0; i < here.size; ++i) {
      const Scalar value = adjoints[here.adjoint + i];
      if (wanted == Wanted::Nan ? !std::isnan(value) : !std::isinf(value)) {
        continue;
      }
      std::vector<Term<Scalar>> terms;
      Eigen::Index seed = 0;
      for (const StepState& state : program.states) {
        if (state.current == reg) {
          terms.push_back(
              {entryNameAt("carried dL/d" + here.name, moment.t, i), seeds[seed + i], {}, {}});
        }
        seed += program.registers[static_cast<std::size_t>(state.current)].size;
      }
      const auto more = adjointTerms(moment, adjoints, reg, i);
      terms.insert(terms.end(), more.begin(), more.end());
      const auto found = firstOperation(terms, wanted, stepRounding<Scalar>());
      const int t = timeOfRegister(moment, reg);
      if (t < 1 || t > m_track.horizon()) {
        return false;
      }
      Event& event = add(wanted == Wanted::Nan ? EventKind::NanOnset : EventKind::OverflowInf,
                         t == moment.t ? u : u - 1, found ? found->cause : Cause{});
      event.quantity = "dL/d" + here.name;
      event.element = i + 1;
      return true;
    }
  }
  return false;
}

template <class Scalar>
void GradientWatch<Scalar>::lookAtClipping(int u, double normBefore, double coefficient,
                                           double threshold, const VectorOf<Scalar>& clipped) {
  if (!m_sawNonfiniteClipped && !std::isfinite(normBefore)) {
    m_sawNonfiniteClipped = true;
    add(EventKind::ClipNonfinite, u,
        {CauseKind::Inherited, "threshold", threshold, "norm", normBefore, coefficient})
        .phase = Phase::Clip;
  }
  const Eigen::Index unit = firstIndex(clipped, [](Scalar x) { return std::isnan(x); });
  if (!m_sawNan && unit < clipped.size()) {
    m_sawNan = true;
    Event& event = add(EventKind::NanOnset, u,
                       {CauseKind::ZeroTimesInf, "coefficient", coefficient, "dL/dh", normBefore,
                        std::numeric_limits<double>::quiet_NaN()});
    event.phase = Phase::Clip;
    event.element = static_cast<int>(unit) + 1;
  }
}

template <class Scalar>
void GradientWatch<Scalar>::lookAtClipNorm(int u, double exactNorm, double simulatedNorm,
                                           const VectorOf<Scalar>& stateGradient) {
  const bool overflows = std::isfinite(exactNorm) && std::isinf(simulatedNorm);
  const bool underflows = exactNorm > 0 && simulatedNorm == 0;
  if ((!overflows || m_sawNormOverflow) && (!underflows || m_sawNormUnderflow)) {
    return;
  }
  (overflows ? m_sawNormOverflow : m_sawNormUnderflow) = true;
  // The zero that such clipping leaves is no underflow: this event tells of it.
  m_sawZero = m_sawZero || overflows;
  double largest = 0;
  for (const Scalar entry : stateGradient) {
    largest = std::max(largest, std::abs(static_cast<double>(entry)));
  }
  Event& event = add(overflows ? EventKind::NormOverflow : EventKind::NormUnderflow, u,
                     {overflows ? CauseKind::SquareOverflow : CauseKind::SquareUnderflow,
                      "largest entry", largest, "norm", exactNorm, simulatedNorm});
  event.phase = Phase::Clip;
  event.quantity = "norm";
}

template <class Scalar> Event& GradientWatch<Scalar>::add(EventKind kind, int u, Cause cause) {
  Event event;
  event.kind = kind;
  event.phase = Phase::Backward;
  event.precision = precisionOf<Scalar>();
  event.quantity = "dL/dh";
  event.t = m_track.timeOf(u);
  event.stepsBack = m_track.horizon() - u;
  event.cause = std::move(cause);
  if (m_watched == Watched::Nothing) {
    m_untold = std::move(event);
    return m_untold;
  }
  return m_events.emplace_back(std::move(event));
}

template class GradientWatch<float>;
template class GradientWatch<double>;
template class GradientWatch<BFloat16>;
template class GradientWatch<Float16>;

} // namespace backflow
