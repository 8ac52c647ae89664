// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/experiment.h"

#include <functional>
#include <optional>
#include <vector>

namespace backflow::test {

using Wide = long double;
using WideVector = std::vector<Wide>;
using WideTable = std::vector<WideVector>;

/// Something added to entry `unit` of h_t after it was computed, to differentiate by it.
struct Nudge {
  int t = 0;
  std::size_t unit = 0;
  Wide amount = 0;
};

/// A second implementation of the plain recurrent network, written from its equations with loops
/// over x87 long double (64 bits of mantissa, range 1e±4932), to judge the first by.
struct NaiveNetwork {
  explicit NaiveNetwork(const Experiment& experiment);

  Wide activate(Wide a) const;
  /// φ′ from the pre-activation.
  Wide derivative(Wide a) const;
  /// h_0..h_T; fills preActivations[t − 1] with a_t if given.
  WideTable states(Nudge nudge = {}, WideTable* preActivations = nullptr) const;
  Wide loss(Nudge nudge = {}) const;
  /// The loss's own ∂/∂h_t at step t.
  WideVector lossGradient(int t, const WideVector& state) const;
  bool lossActsAt(int t) const { return everyStep || t == horizon; }

  Activation activation;
  int horizon;
  bool everyStep;
  WideTable recurrent;    ///< H×H
  WideTable inputWeights; ///< H×D
  WideTable bias;         ///< H×1
  WideTable inputs;       ///< T rows of D
  WideVector start;
  WideVector injected; ///< empty for squared error
  WideTable targets;   ///< T rows, or one
};

/// What a naive way back gives.
struct NaiveGradients {
  WideTable state;       ///< [t − 1][unit]: δ_t
  WideVector beforeClip; ///< [t − 1]: ‖δ_t‖ before it was clipped to the state norm
  WideTable activation;  ///< [t − 1][unit]: ∂L/∂a_t
  WideTable recurrent;
  WideTable inputWeights;
  WideTable bias;
};

/// Whether the loss at step `from` sends its gradient to h_t, t ≤ from.
using Reach = std::function<bool(int from, int t)>;
Reach everywhere();
Reach reachOf(const Scenario& scenario);

/// Back-propagation with every loss travelling by itself; `stateNorm` rescales all of them where
/// their sum is longer.
NaiveGradients naiveBackward(const NaiveNetwork& network, const Reach& reach,
                             std::optional<Wide> stateNorm = std::nullopt);

Wide norm(const WideVector& vector);

} // namespace backflow::test
