// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace backflow {

/// Which way a quantity is computed: states from 1 to T, gradients from T to 1.
enum class ComputedTowards { Later, Earlier };

/// Steps over which stepFactor() averages.
inline constexpr int stepFactorWindow = 10;

/// The factor by which a norm changes a step at time t: the geometric mean over the last
/// `stepFactorWindow` steps of computation before it (fewer where fewer have been made), and at the
/// very first step over those to come.
///
/// log2: log₂ of the norm at t = 1..T, as in Trace::referenceLog2. Nothing where there is no other
/// step, or one of the two norms is zero or not finite.
std::optional<double> stepFactor(const std::vector<double>& log2, int t, ComputedTowards towards);

} // namespace backflow
