// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <vector>

namespace backflow {

inline constexpr int largestHidden = 4096;
inline constexpr int largestHorizon = 1'000'000;
/// Numbers that the unroll may hold where it cannot be checkpointed: 2 GiB in float64.
inline constexpr long long largestUnroll = 1LL << 28;

/// Numbers that the weights may be: 1 GiB in float64. A run holds about ten times as much, with the
/// gradients and what the kernels read.
inline constexpr long long largestWeights = 1LL << 27;

/// Every wrong field of a scenario; empty if it can run. Does not look into files.
std::vector<FieldProblem> validate(const Scenario& scenario);

/// Whether its states can be recomputed in segments: not where each step reads later ones.
bool canCheckpoint(const NetworkSpec& network);

} // namespace backflow
