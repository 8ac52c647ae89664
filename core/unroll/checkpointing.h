// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/architecture.h"
#include "core/record/trace.h"

namespace backflow {

/// Steps of a segment that is recomputed on the way back, about √T and a whole number of blocks;
/// 0 if every step is to be held: as the scenario says, or where that takes at most 64 MiB.
int segmentLength(const Scenario& scenario, const StepProgram& program, int bytesPerNumber);

/// What the unroll of a network holds, with that segment length (0: no checkpointing).
MemoryRecord memoryOf(const NetworkPlan& plan, const Scenario& scenario, int bytesPerNumber,
                      int segment);

} // namespace backflow
