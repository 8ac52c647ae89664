// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/loss.h"

#include <cmath>
#include <string>

namespace backflow {

template <class Scalar>
Loss<Scalar>::Loss(const Experiment& experiment)
    : m_horizon(experiment.scenario.unroll.horizon),
      m_everyStep(experiment.scenario.loss.at == LossPlace::Every),
      m_injects(experiment.scenario.loss.kind == LossKind::Inject),
      m_injected(experiment.injected.cast<Scalar>()), m_targets(experiment.targets.cast<Scalar>()) {
}

template <class Scalar> const Scalar* Loss<Scalar>::target(int t) const {
  return m_targets.col(m_everyStep ? t - 1 : 0).data();
}

template <class Scalar> Scalar Loss<Scalar>::valueAt(int t, const Scalar* state) const {
  Scalar sum = 0;
  if (m_injects) {
    for (Eigen::Index i = 0; i < m_injected.size(); ++i) {
      sum += m_injected[i] * state[i];
    }
    return sum;
  }
  const Scalar* wanted = target(t);
  for (Eigen::Index i = 0; i < m_targets.rows(); ++i) {
    const Scalar difference = state[i] - wanted[i];
    sum += difference * difference;
  }
  return sum / 2;
}

template <class Scalar> Scalar Loss<Scalar>::value(const Matrix& states) const {
  Scalar sum = 0;
  for (int t = m_everyStep ? 1 : m_horizon; t <= m_horizon; ++t) {
    sum += valueAt(t, states.col(t).data());
  }
  return sum;
}

template <class Scalar>
std::vector<Term<Scalar>> Loss<Scalar>::termsAt(int t, const Scalar* state) const {
  std::vector<Term<Scalar>> terms;
  for (Eigen::Index i = 0; m_injects && i < m_injected.size(); ++i) {
    terms.push_back(
        {"v[" + std::to_string(i + 1) + "]", m_injected[i], entryNameAt("h", t, i), state[i]});
  }
  for (Eigen::Index i = 0; !m_injects && i < m_targets.rows(); ++i) {
    const Scalar difference = state[i] - target(t)[i];
    std::string name = entryNameAt("h", t, i);
    name.append("-").append(entryNameAt("y", t, i));
    terms.push_back({name, difference, name, difference});
  }
  return terms;
}

template <class Scalar>
std::optional<Event> Loss<Scalar>::firstNonfinite(const Matrix& states) const {
  Scalar sum = 0;
  for (int t = m_everyStep ? 1 : m_horizon; t <= m_horizon; ++t) {
    const Scalar value = valueAt(t, states.col(t).data());
    const Scalar next = sum + value;
    if (std::isfinite(next)) {
      sum = next;
      continue;
    }
    const Wanted wanted = std::isnan(next) ? Wanted::Nan : Wanted::Inf;
    std::optional<Attribution> found;
    if (std::isfinite(value)) {
      found = firstOperation<Scalar>(
          {{"partial sum", sum, {}, {}}, {"loss_" + std::to_string(t), value, {}, {}}}, wanted);
    } else {
      found = firstOperation(termsAt(t, states.col(t).data()), wanted);
    }
    if (!found || found->cause.kind == CauseKind::Inherited) {
      return std::nullopt;
    }
    Event event;
    event.kind = wanted == Wanted::Nan ? EventKind::NanOnset : EventKind::OverflowInf;
    event.phase = Phase::Forward;
    event.precision = precisionOf<Scalar>();
    event.quantity = "loss";
    event.t = t;
    event.stepsBack = m_horizon - t;
    event.cause = found->cause;
    return event;
  }
  return std::nullopt;
}

template <class Scalar>
void Loss<Scalar>::gradient(int t, const Scalar* state, Vector& result) const {
  if (m_injects) {
    result = m_injected;
    return;
  }
  const Scalar* wanted = target(t);
  result.setZero();
  for (Eigen::Index i = 0; i < m_targets.rows(); ++i) {
    result[i] = state[i] - wanted[i];
  }
}

template class Loss<float>;
template class Loss<double>;

} // namespace backflow
