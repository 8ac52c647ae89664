// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <vector>

namespace backflow {

inline constexpr int largestHidden = 4096;
inline constexpr int largestHorizon = 1'000'000;
/// H · T may not exceed it: the float64 states alone would hold more than 2 GiB.
inline constexpr long long largestUnroll = 1LL << 28;

/// Every wrong field of a scenario; empty if it can run. Does not look into files.
std::vector<FieldProblem> validate(const Scenario& scenario);

/// The parameters that `explicit` weights give, with their shapes, in the order of the equations.
std::vector<ParameterShape> parameterShapes(const Scenario& scenario);

} // namespace backflow
