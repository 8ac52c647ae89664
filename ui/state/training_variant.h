// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

namespace backflow {

/// The one setting in which a second training differs from the first.
enum class TrainingVariant {
  None,       ///< there is no second one
  Clipping,   ///< off where it is on; by norm at 1 where it is off
  Truncation, ///< full BPTT where there is truncation; k = 5 where there is none
  Rnn,
  Gru,
  Lstm,
  Regulariser ///< Ω off where it is on; with a factor of 1 where it is off
};

/// Why there is no such training of a scenario.
enum class VariantObstacle { None, SameCell, NotPlain };

VariantObstacle obstacleOf(const Scenario& scenario, TrainingVariant variant);

/// The scenario of the second training. @pre nothing stands in its way.
Scenario variantOf(Scenario scenario, TrainingVariant variant);

/// Whether a training of one can go on as one of the other: they differ in nothing but learning
/// rate, clipping, number of updates, and what training does not read.
bool differOnlyInFlight(const Scenario& one, const Scenario& other);

} // namespace backflow
