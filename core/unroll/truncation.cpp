// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/truncation.h"

#include "core/scenario/parameter_shapes.h"

#include <algorithm>

namespace backflow {

Truncation::Truncation(int horizon, const std::optional<TruncationSpec>& truncation, bool everyStep,
                       bool readsBackwards)
    : m_horizon(horizon) {
  if (!truncation || truncation->length >= m_horizon) {
    return;
  }
  const int length = truncation->length;
  // With a loss at every step and k = 1 no loss reaches an earlier step: windows of one step.
  const bool oneStepEach = everyStep && length == 1;
  if (truncation->mode == TruncationMode::Windows || oneStepEach) {
    m_window = length;
    m_phase = readsBackwards ? (length - m_horizon % length) % length : 0;
    m_earliest = 1;
    for (int t = m_horizon; !everyStep && t > 1 && m_earliest == 1; --t) {
      m_earliest = cutsBefore(t) ? t : 1;
    }
  } else if (everyStep) {
    m_flows = length;
  } else {
    m_singleCut = m_horizon - length + 1;
    m_earliest = m_singleCut;
  }
}

Truncation::Truncation(const Scenario& scenario)
    : Truncation(scenario.unroll.horizon, scenario.unroll.truncation,
                 scenario.loss.at == LossPlace::Every ||
                     scenario.network.readout == Readout::Attention) {}

bool Truncation::cutsBefore(int t) const {
  return t == 1 || t == m_singleCut || (m_window > 0 && (t - 1 + m_phase) % m_window == 0);
}

int statesHeld(const Scenario& scenario) {
  const auto& unroll = scenario.unroll;
  return unroll.truncation ? std::min(unroll.truncation->length, unroll.horizon) : unroll.horizon;
}

double bytesHeld(const Scenario& scenario, int states) {
  int bytes = 0;
  for (const Precision precision : scenario.precisions) {
    bytes = std::max(bytes, limitsOf(precision).bytes);
  }
  return static_cast<double>(bytes) * stateSize(scenario.network) * heldPerUnit(scenario.network) *
         states;
}

} // namespace backflow
