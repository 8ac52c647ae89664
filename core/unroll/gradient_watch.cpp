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
    Cause cause = dominantProduct(termsOf(step, unit, isSubnormal<Scalar>));
    cause.result = static_cast<double>(delta[unit]);
    add(EventKind::UnderflowSubnormal, t, std::move(cause)).element = static_cast<int>(unit) + 1;
  }
  if (!m_sawZero && measured.zeros == delta.size()) {
    if (auto cause = causeOfZero(step)) {
      m_sawZero = true;
      add(EventKind::UnderflowZero, t, std::move(*cause));
    }
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
  const Eigen::Index unit = firstIndex(activationGradient, [](Scalar x) { return std::isnan(x); });
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
void GradientWatch<Scalar>::lookAtClipNorm(int t, double exactNorm, double simulatedNorm,
                                           const Vector& stateGradient) {
  const bool overflows = std::isfinite(exactNorm) && std::isinf(simulatedNorm);
  const bool underflows = exactNorm > 0 && simulatedNorm == 0;
  if ((!overflows || m_sawNormOverflow) && (!underflows || m_sawNormUnderflow)) {
    return;
  }
  (overflows ? m_sawNormOverflow : m_sawNormUnderflow) = true;
  // The zero that such clipping leaves is no underflow: this event tells of it.
  m_sawZero = m_sawZero || overflows;
  const auto largest = static_cast<double>(stateGradient.cwiseAbs().maxCoeff());
  Event& event = add(overflows ? EventKind::NormOverflow : EventKind::NormUnderflow, t,
                     {overflows ? CauseKind::SquareOverflow : CauseKind::SquareUnderflow,
                      "largest entry", largest, "norm", exactNorm, simulatedNorm});
  event.phase = Phase::Clip;
  event.quantity = "norm";
}

template <class Scalar>
template <class Predicate>
std::vector<Term<Scalar>> GradientWatch<Scalar>::termsOf(const GradientStep<Scalar>& step,
                                                         Eigen::Index unit,
                                                         Predicate isWanted) const {
  const Eigen::Index flows = step.flows.cols();
  if (flows == 1) {
    return termsOfFlow(step, unit, 0);
  }
  for (Eigen::Index flow = 0; flow < flows; ++flow) {
    if (isWanted(step.flows(unit, flow))) {
      return termsOfFlow(step, unit, flow);
    }
  }
  // Each flow is a sum of its own; what is sound in all of them went wrong when they were added.
  std::vector<Term<Scalar>> terms;
  for (Eigen::Index flow = 0; flow < flows; ++flow) {
    terms.push_back({"flow " + std::to_string(flow + 1), step.flows(unit, flow), {}, {}});
  }
  return terms;
}

template <class Scalar>
std::vector<Term<Scalar>> GradientWatch<Scalar>::termsOfFlow(const GradientStep<Scalar>& step,
                                                             Eigen::Index unit,
                                                             Eigen::Index flow) const {
  std::vector<Term<Scalar>> terms;
  const bool startsHere = step.flows.cols() > 1 && flow == step.lossFlow;
  if (step.carried && !startsHere) {
    for (Eigen::Index j = 0; j < m_cell.hidden(); ++j) {
      terms.push_back({entryName("W_h", j, unit), m_cell.recurrent()(j, unit),
                       entryNameAt("dL/da", step.t + 1, j),
                       step.laterActivationGradients(j, flow)});
    }
  }
  if (step.lossActs && flow == step.lossFlow) {
    terms.push_back({entryNameAt("loss gradient", step.t, unit), step.lossGradient[unit], {}, {}});
  }
  return terms;
}

template <class Scalar>
Cause GradientWatch<Scalar>::causeOfNonfinite(const GradientStep<Scalar>& step, Eigen::Index unit,
                                              Wanted wanted) const {
  const auto terms = termsOf(step, unit, [wanted](Scalar x) {
    return wanted == Wanted::Nan ? std::isnan(x) : std::isinf(x);
  });
  if (const auto found = firstOperation(terms, wanted)) {
    return found->cause;
  }
  Cause cause;
  cause.result = static_cast<double>(step.stateGradient[unit]);
  return cause;
}

template <class Scalar>
std::optional<Cause> GradientWatch<Scalar>::causeOfZero(const GradientStep<Scalar>& step) const {
  if (!step.carried) {
    return Cause{};
  }
  // First what φ′ left of δ_{t+1}, then what W_hᵀ left of that, over all flows that go on.
  std::vector<Term<Scalar>> derivatives;
  std::vector<Term<Scalar>> products;
  for (Eigen::Index flow = 0; flow < step.flows.cols(); ++flow) {
    if (step.flows.cols() > 1 && flow == step.lossFlow) {
      continue;
    }
    for (Eigen::Index j = 0; j < m_cell.hidden(); ++j) {
      const Scalar gradient = step.laterActivationGradients(j, flow);
      for (Eigen::Index i = 0; gradient != 0 && i < m_cell.hidden(); ++i) {
        products.push_back({entryName("W_h", j, i), m_cell.recurrent()(j, i),
                            entryNameAt("dL/da", step.t + 1, j), gradient});
      }
    }
  }
  if (products.empty()) {
    for (Eigen::Index i = 0; i < m_cell.hidden(); ++i) {
      if (const Scalar later = step.laterStateGradient[i]; later != 0) {
        derivatives.push_back({entryNameAt("phi'(a)", step.t + 1, i),
                               m_cell.derivative(m_states(i, step.t + 1)),
                               entryNameAt("dL/dh", step.t + 1, i), later});
      }
    }
    if (derivatives.empty() && step.flows.cols() > 1) {
      return std::nullopt; // zero already, which was no underflow either
    }
    Cause cause = dominantProduct(derivatives);
    if (cause.kind == CauseKind::ZeroFactor) {
      cause.kind = CauseKind::ZeroDerivative;
    } else if (cause.result != 0) {
      return std::nullopt; // it was there, in a flow that truncation ended
    }
    return cause;
  }
  Cause cause = dominantProduct(products);
  return cause.kind == CauseKind::ProductUnderflow && cause.result != 0 ? causeOfCancellation(step)
                                                                        : cause;
}

template <class Scalar>
Cause GradientWatch<Scalar>::causeOfCancellation(const GradientStep<Scalar>& step) const {
  Cause cause{CauseKind::Cancellation, {}, 0, {}, 0, 0};
  Scalar largest = 0;
  for (Eigen::Index unit = 0; unit < m_cell.hidden(); ++unit) {
    const auto terms = termsOf(step, unit, [](Scalar x) { return x != 0; });
    Scalar sum = 0;
    for (const Term<Scalar>& term : terms) {
      const Scalar value = term.isProduct() ? term.left * term.right : term.left;
      if (sum + value == 0 && std::abs(value) > largest) {
        largest = std::abs(value);
        const std::string name =
            term.isProduct() ? term.leftName + "*" + term.rightName : term.leftName;
        cause = {CauseKind::Cancellation,    "partial sum",
                 static_cast<double>(sum),   name,
                 static_cast<double>(value), 0};
      }
      sum += value;
    }
  }
  return cause;
}

template <class Scalar> Event& GradientWatch<Scalar>::add(EventKind kind, int t, Cause cause) {
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
