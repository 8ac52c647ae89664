// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"

#include <optional>

namespace backflow {

/// Where rounding keeps a vanishing gradient from zero: among the subnormal numbers, which are
/// evenly spaced, a factor above ½ gives back small numbers as they were (4 · 2⁻¹⁴⁹ times 0.9 is
/// 3.6 · 2⁻¹⁴⁹ and rounds to 4 · 2⁻¹⁴⁹). Returns the latest t from which ‖∂L/∂h_t‖₂ of the run is
/// one and the same subnormal number down to t = 1, while the reference falls by half or more, by
/// less than half a step. Nothing where it does not.
/// @pre the run is one of the trace
std::optional<int> heldByRoundingFrom(const Trace& trace, const RunTrace& run);

} // namespace backflow
