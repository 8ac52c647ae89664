// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/gradient_watch.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

template <class Vector, class Predicate> Eigen::Index firstIndex(const Vector& v, Predicate is) {
  return std::distance(v.begin(), std::find_if(v.begin(), v.end(), is));
}

template <class Scalar> bool isSubnormal(Scalar value) {
  return value != 0 && std::abs(value) < std::numeric_limits<Scalar>::min();
}

} // namespace

template <class Scalar>
GradientWatch<Scalar>::GradientWatch(const RnnCell<Scalar>& cell, const Matrix& states,
                                     const ThresholdsSpec& thresholds, std::vector<Event>& events)
    : m_cell(cell), m_states(states), m_thresholds(thresholds), m_events(events) {}

template <class Scalar>
void GradientWatch<Scalar>::look(const GradientStep<Scalar>& step, const Measure& measured) {
  const auto& delta = step.stateGradient;
  const int t = step.t;
  if (!m_sawVanish && measured.norm < m_thresholds.vanish) {
    m_sawVanish = true;
    add(EventKind::ThresholdVanish, t,
        {CauseKind::BelowThreshold, "norm", measured.norm, "threshold", m_thresholds.vanish, 0});
  }
  if (!m_sawExplode && measured.norm > m_thresholds.explode) {
    m_sawExplode = true;
    add(EventKind::ThresholdExplode, t,
        {CauseKind::AboveThreshold, "norm", measured.norm, "threshold", m_thresholds.explode, 0});
  }
  if (!m_sawSubnormal && measured.subnormals > 0) {
    m_sawSubnormal = true;
    const Eigen::Index unit = firstIndex(delta, isSubnormal<Scalar>);
    Cause cause = dominantProduct(termsOf(step, unit));
    cause.result = static_cast<double>(delta[unit]);
    add(EventKind::UnderflowSubnormal, t, std::move(cause)).element = static_cast<int>(unit) + 1;
  }
  if (!m_sawZero && measured.zeros == delta.size()) {
    m_sawZero = true;
    add(EventKind::UnderflowZero, t, causeOfZero(step));
  }
  if (!m_sawInf && measured.infinities > 0) {
    m_sawInf = true;
    const Eigen::Index unit = firstIndex(delta, [](Scalar x) { return std::isinf(x); });
    add(EventKind::OverflowInf, t, causeOfNonfinite(step, unit, Wanted::Inf)).element =
        static_cast<int>(unit) + 1;
  }
  if (!m_sawNan && measured.nans > 0) {
    m_sawNan = true;
    const Eigen::Index unit = firstIndex(delta, [](Scalar x) { return std::isnan(x); });
    add(EventKind::NanOnset, t, causeOfNonfinite(step, unit, Wanted::Nan)).element =
        static_cast<int>(unit) + 1;
  }
}

template <class Scalar>
void GradientWatch<Scalar>::lookAtActivationGradient(int t, const Vector& stateGradient,
                                                     const Vector& activationGradient) {
  if (m_sawNan) {
    return;
  }
  const Eigen::Index unit =
      firstIndex(activationGradient, [](Scalar x) { return std::isnan(x); });
  if (unit == activationGradient.size()) {
    return;
  }
  m_sawNan = true;
  const auto derivative = static_cast<double>(m_cell.derivative(m_states(unit, t)));
  const auto gradient = static_cast<double>(stateGradient[unit]);
  const CauseKind kind = std::isnan(derivative) || std::isnan(gradient) ? CauseKind::Inherited
                                                                        : CauseKind::ZeroTimesInf;
  Event& event = add(EventKind::NanOnset, t,
                     {kind, entryNameAt("phi'(a)", t, unit), derivative,
                      entryNameAt("dL/dh", t, unit), gradient, derivative * gradient});
  event.quantity = "dL/da";
  event.element = static_cast<int>(unit) + 1;
}

template <class Scalar>
void GradientWatch<Scalar>::lookAtClipping(int t, double normBefore, double coefficient,
                                           double threshold, const Vector& clipped) {
  if (!m_sawNonfiniteClipped && !std::isfinite(normBefore)) {
    m_sawNonfiniteClipped = true;
    add(EventKind::ClipNonfinite, t,
        {CauseKind::Inherited, "threshold", threshold, "norm", normBefore, coefficient})
        .phase = Phase::Clip;
  }
  if (!m_sawNan && clipped.hasNaN()) {
    m_sawNan = true;
    Event& event = add(EventKind::NanOnset, t,
                       {CauseKind::ZeroTimesInf, "coefficient", coefficient, "dL/dh", normBefore,
                        std::numeric_limits<double>::quiet_NaN()});
    event.phase = Phase::Clip;
    event.element =
        static_cast<int>(firstIndex(clipped, [](Scalar x) { return std::isnan(x); })) + 1;
  }
}

template <class Scalar>
std::vector<Term<Scalar>> GradientWatch<Scalar>::termsOf(const GradientStep<Scalar>& step,
                                                         Eigen::Index unit) const {
  std::vector<Term<Scalar>> terms;
  const Eigen::Index flows = step.flows.cols();
  Eigen::Index flow = 0;
  if (flows > 1) {
    // Each flow is a sum of its own; a number that is still sound in all of them went wrong, or
    // became subnormal, when they were added up.
    while (flow < flows && std::isfinite(step.flows(unit, flow))) {
      ++flow;
    }
    if (flow == flows) {
      for (Eigen::Index k = 0; k < flows; ++k) {
        terms.push_back({"flow " + std::to_string(k + 1), step.flows(unit, k), {}, {}});
      }
      return terms;
    }
  }
  if (step.carried) {
    for (Eigen::Index j = 0; j < m_cell.hidden(); ++j) {
      terms.push_back({entryName("W_h", j, unit), m_cell.recurrent()(j, unit),
                       entryNameAt("dL/da", step.t + 1, j),
                       step.laterActivationGradients(j, flow)});
    }
  }
  if (step.lossActs && (flows == 1 || !step.carried)) {
    terms.push_back({entryNameAt("loss gradient", step.t, unit), step.lossGradient[unit], {}, {}});
  }
  return terms;
}

template <class Scalar>
Cause GradientWatch<Scalar>::causeOfNonfinite(const GradientStep<Scalar>& step, Eigen::Index unit,
                                              Wanted wanted) const {
  const auto found = firstOperation(termsOf(step, unit), wanted);
  if (found) {
    return found->cause;
  }
  Cause cause;
  cause.result = static_cast<double>(step.stateGradient[unit]);
  return cause;
}

template <class Scalar>
Cause GradientWatch<Scalar>::causeOfZero(const GradientStep<Scalar>& step) const {
  if (!step.carried) {
    return {};
  }
  // First what φ′ left of δ_{t+1}, then what W_hᵀ left of that.
  std::vector<Term<Scalar>> products;
  bool anythingLeft = false;
  for (Eigen::Index i = 0; i < m_cell.hidden(); ++i) {
    const Scalar later = step.laterStateGradient[i];
    const Scalar derivative = m_cell.derivative(m_states(i, step.t + 1));
    anythingLeft = anythingLeft || step.laterActivationGradients(i, 0) != 0;
    if (later != 0) {
      products.push_back({entryNameAt("phi'(a)", step.t + 1, i), derivative,
                          entryNameAt("dL/dh", step.t + 1, i), later});
    }
  }
  if (!anythingLeft) {
    Cause cause = dominantProduct(products);
    if (cause.kind == CauseKind::ZeroFactor) {
      cause.kind = CauseKind::ZeroDerivative;
    }
    return cause;
  }
  products.clear();
  for (Eigen::Index j = 0; j < m_cell.hidden(); ++j) {
    const Scalar gradient = step.laterActivationGradients(j, 0);
    if (gradient == 0) {
      continue;
    }
    for (Eigen::Index i = 0; i < m_cell.hidden(); ++i) {
      products.push_back({entryName("W_h", j, i), m_cell.recurrent()(j, i),
                          entryNameAt("dL/da", step.t + 1, j), gradient});
    }
  }
  Cause cause = dominantProduct(products);
  if (cause.kind == CauseKind::ProductUnderflow && cause.result != 0) {
    cause.kind = CauseKind::Cancellation;
    cause.result = 0;
  }
  return cause;
}

template <class Scalar>
Event& GradientWatch<Scalar>::add(EventKind kind, int t, Cause cause) {
  Event event;
  event.kind = kind;
  event.phase = Phase::Backward;
  event.precision = precisionOf<Scalar>();
  event.quantity = "dL/dh";
  event.t = t;
  event.stepsBack = static_cast<int>(m_states.cols()) - 1 - t;
  event.cause = std::move(cause);
  return m_events.emplace_back(std::move(event));
}

template class GradientWatch<float>;
template class GradientWatch<double>;

} // namespace backflow
