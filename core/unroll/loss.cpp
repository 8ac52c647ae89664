// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/loss.h"

#include "core/numeric/emulated.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace backflow {

template <class Scalar>
Loss<Scalar>::Loss(const Experiment& experiment)
    : m_horizon(experiment.scenario.unroll.horizon),
      m_everyStep(experiment.scenario.loss.at == LossPlace::Every),
      m_kind(experiment.scenario.loss.kind),
      m_scale(static_cast<Scalar>(experiment.scenario.loss.scale)),
      m_injected(experiment.injected.cast<Scalar>()), m_targets(experiment.targets.cast<Scalar>()),
      m_characters(experiment.characters),
      m_vocabulary(static_cast<int>(experiment.vocabulary.size())) {}

template <class Scalar> const Scalar* Loss<Scalar>::target(int t) const {
  return m_targets.col(m_everyStep ? t - 1 : 0).data();
}

template <class Scalar> Scalar Loss<Scalar>::largest(const Scalar* readout) const {
  Scalar most = readout[0];
  for (int i = 1; i < m_vocabulary; ++i) {
    most = readout[i] > most ? readout[i] : most;
  }
  return most;
}

template <class Scalar> Scalar Loss<Scalar>::valueAt(int t, const Scalar* readout) const {
  Scalar sum = 0;
  switch (m_kind) {
  case LossKind::Inject:
    for (Eigen::Index i = 0; i < m_injected.size(); ++i) {
      sum += m_injected[i] * readout[i];
    }
    break;
  case LossKind::SquaredError: {
    const Scalar* wanted = target(t);
    for (Eigen::Index i = 0; i < m_targets.rows(); ++i) {
      const Scalar difference = readout[i] - wanted[i];
      sum += difference * difference;
    }
    sum /= Scalar(2);
    break;
  }
  case LossKind::CrossEntropy: {
    using std::exp;
    using std::log;
    // Shifted by the largest, so that no exponential overflows.
    const Scalar most = largest(readout);
    for (int i = 0; i < m_vocabulary; ++i) {
      sum += exp(readout[i] - most);
    }
    sum = log(sum) - (readout[m_characters[static_cast<std::size_t>(t)]] - most);
    break;
  }
  }
  return sum;
}

template <class Scalar> void Loss<Scalar>::take(int t, const Scalar* readout) {
  const Scalar value = valueAt(t, readout);
  const Scalar next = m_value + value;
  if (!std::isfinite(next) && std::isfinite(m_value)) {
    noteNonfinite(t, readout, value, next);
  }
  m_value = next;
}

template <class Scalar>
std::vector<Term<Scalar>> Loss<Scalar>::termsAt(int t, const Scalar* readout) const {
  std::vector<Term<Scalar>> terms;
  switch (m_kind) {
  case LossKind::Inject:
    for (Eigen::Index i = 0; i < m_injected.size(); ++i) {
      terms.push_back(
          {"v[" + std::to_string(i + 1) + "]", m_injected[i], entryNameAt("h", t, i), readout[i]});
    }
    break;
  case LossKind::SquaredError:
    for (Eigen::Index i = 0; i < m_targets.rows(); ++i) {
      const Scalar difference = readout[i] - target(t)[i];
      std::string name = entryNameAt("h", t, i);
      name.append("-").append(entryNameAt("y", t, i));
      terms.push_back({name, difference, name, difference});
    }
    break;
  case LossKind::CrossEntropy:
    for (int i = 0; i < m_vocabulary; ++i) {
      terms.push_back({entryNameAt("y", t, i), readout[i], {}, {}});
    }
    break;
  }
  return terms;
}

template <class Scalar>
void Loss<Scalar>::noteNonfinite(int t, const Scalar* readout, Scalar value, Scalar next) {
  const Wanted wanted = std::isnan(next) ? Wanted::Nan : Wanted::Inf;
  std::optional<Attribution> found;
  if (std::isfinite(value)) {
    found = firstOperation<Scalar>(
        {{"partial sum", m_value, {}, {}}, {"loss_" + std::to_string(t), value, {}, {}}}, wanted);
  } else {
    found = firstOperation(termsAt(t, readout), wanted);
  }
  if (!found || found->cause.kind == CauseKind::Inherited) {
    return;
  }
  Event event;
  event.kind = wanted == Wanted::Nan ? EventKind::NanOnset : EventKind::OverflowInf;
  event.phase = Phase::Forward;
  event.precision = precisionOf<Scalar>();
  event.quantity = "loss";
  event.t = t;
  event.stepsBack = m_horizon - t;
  event.cause = found->cause;
  m_event = std::move(event);
}

template <class Scalar>
void Loss<Scalar>::gradient(int t, const Scalar* readout, Vector& result) const {
  switch (m_kind) {
  case LossKind::Inject:
    result = m_injected;
    break;
  case LossKind::SquaredError: {
    const Scalar* wanted = target(t);
    result.setZero();
    for (Eigen::Index i = 0; i < m_targets.rows(); ++i) {
      result[i] = readout[i] - wanted[i];
    }
    break;
  }
  case LossKind::CrossEntropy: {
    using std::exp;
    const Scalar most = largest(readout);
    Scalar sum = 0;
    for (int i = 0; i < m_vocabulary; ++i) {
      result[i] = exp(readout[i] - most);
      sum += result[i];
    }
    for (int i = 0; i < m_vocabulary; ++i) {
      result[i] /= sum;
    }
    result[m_characters[static_cast<std::size_t>(t)]] -= Scalar(1);
    break;
  }
  }
  if (m_scale != Scalar(1)) {
    result *= m_scale;
  }
}

template class Loss<float>;
template class Loss<double>;
template class Loss<BFloat16>;
template class Loss<Float16>;

} // namespace backflow
