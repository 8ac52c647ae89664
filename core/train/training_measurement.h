// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/measurement.h"
#include "core/train/training.h"

#include <optional>
#include <vector>

namespace backflow {

/// Reads one measure off a training as far as it has come. Nothing where there is none yet, and for
/// what is no measure of a training.
std::optional<Measured> measure(const Measure& wanted, const std::vector<UpdateRecord>& records,
                                const std::vector<TrainingEvent>& events, double baselineLoss);

} // namespace backflow
