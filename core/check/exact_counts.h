// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/check.h"

#include <vector>

namespace backflow {

/// Runs a linear unit from a loss gradient of 3, halved and then doubled at every step, in one
/// number format, and counts the multiplications until it is subnormal, zero and infinite. What
/// they must be follows from the format alone (IEEE 754-2019, section 3.3): 3·2⁻ˢ is below the
/// smallest normal number 2ᵐ from s = 2 − m on, at most half of the smallest subnormal number 2ᵈ,
/// which rounds to zero, from s = 3 − d on for ties to even, and 3·2ˢ reaches 2ᴹ⁺¹, beyond the
/// largest number, at s = M. Three checks, computed in this thread.
std::vector<Check> checkExactCounts(Precision precision);

} // namespace backflow
