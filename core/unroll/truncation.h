// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <optional>

namespace backflow {

/// Where truncated BPTT cuts the way back (Williams & Peng 1990).
///
/// `windows` k: the state is detached where a window 1..k, k+1..2k, … starts.
/// `from_loss` k: each loss sends its gradient back through at most k cell applications. With the
/// loss at T only, that is one cut, and δ_t is exactly zero for t ≤ T − k. With a loss at every
/// step the losses have to travel apart, in `flows()` flows, since each ends at another step.
class Truncation {
 public:
  /// everyStep: whether gradient comes in at every step, and not at the last one alone.
  /// readsBackwards: whether steps are counted from T down to 1; windows stay where they are in
  /// the sequence. All steps below are in that own time.
  Truncation(int horizon, const std::optional<TruncationSpec>& truncation, bool everyStep,
             bool readsBackwards = false);
  /// As the top layer's forward direction has it.
  explicit Truncation(const Scenario& scenario);

  /// Whether nothing passes from step t to step t − 1.
  bool cutsBefore(int t) const;
  /// How many gradients travel side by side: 1, or k where every loss has its own end.
  int flows() const { return m_flows; }
  /// The flow that the loss at step t joins. With several flows it starts that flow anew: the loss
  /// that had it before, k steps later in time, ends there.
  int flowOf(int t) const { return t % m_flows; }
  /// Whether any loss's gradient can reach ∂L/∂h_t.
  bool reaches(int t) const { return t >= earliest(); }
  /// The first step that it can reach.
  int earliest() const { return m_earliest; }

 private:
  int m_horizon;
  int m_window = 0;    ///< 0 for no windows
  int m_phase = 0;     ///< m_window divides t − 1 + m_phase where a window starts
  int m_singleCut = 0; ///< the step before which from_loss cuts; 0 for none
  int m_flows = 1;
  int m_earliest = 1;
};

/// States that BPTT has to hold at once under the scenario's truncation, h_0 left out: T, or k.
int statesHeld(const Scenario& scenario);

/// Bytes that the unroll holds for so many steps, in the widest of the scenario's precisions: h,
/// and of gated cells every gate and product that the way back reads.
double bytesHeld(const Scenario& scenario, int states);

} // namespace backflow
