// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/truncation.h"

#include <algorithm>

namespace backflow {

Truncation::Truncation(const Scenario& scenario) : m_horizon(scenario.unroll.horizon) {
  const auto& truncation = scenario.unroll.truncation;
  if (!truncation || truncation->length >= m_horizon) {
    return;
  }
  const int length = truncation->length;
  const bool everyStep = scenario.loss.at == LossPlace::Every;
  // With a loss at every step and k = 1 no loss reaches an earlier step: windows of one step.
  const bool oneStepEach = everyStep && length == 1;
  if (truncation->mode == TruncationMode::Windows || oneStepEach) {
    m_window = length;
    m_earliest = everyStep ? 1 : (m_horizon - 1) / length * length + 1;
  } else if (everyStep) {
    m_flows = length;
  } else {
    m_singleCut = m_horizon - length + 1;
    m_earliest = m_singleCut;
  }
}

bool Truncation::cutsBefore(int t) const {
  return t == m_singleCut || (m_window > 0 && (t - 1) % m_window == 0);
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
  return static_cast<double>(bytes) * scenario.network.hidden * states;
}

} // namespace backflow
