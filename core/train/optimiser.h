// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "core/train/batch_track.h"

namespace backflow {

/// Changes weights by their gradients, in `Scalar`, as PyTorch 2 does (its defaults but for the
/// rates):
/// - `Sgd`: w ← w − η g.
/// - `Momentum` (Polyak 1964): v ← μ v + g, w ← w − η v.
/// - `RmsProp` (Tieleman & Hinton 2012): s ← α s + (1 − α) g², w ← w − η g / (√s + ε).
/// - `Adam` (Kingma & Ba 2015, algorithm 1): m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g²,
///   w ← w − η m̂ / (√ŝ + ε) with m̂ = m / (1 − β₁ᵗ), ŝ = s / (1 − β₂ᵗ).
template <class Scalar> class Optimiser {
 public:
  Optimiser(const OptimiserSpec& spec, const WeightList<Scalar>& weights);

  void setRate(double rate) { m_spec.rate = rate; }
  double rate() const { return m_spec.rate; }
  void update(const WeightList<Scalar>& gradients, WeightList<Scalar>& weights);

  /// What it remembers, for a run that is to go on: v or m, and s; empty where there is none.
  WeightList<Scalar> firstMoments;
  WeightList<Scalar> secondMoments;
  int steps = 0; ///< updates made so far

 private:
  OptimiserSpec m_spec;
};

} // namespace backflow
