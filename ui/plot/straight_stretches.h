// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace backflow {

/// Which points of a polyline are enough to draw it: those left out lie within `tolerance` of the
/// line through what is kept, measured upwards. The ends, and the points around a NaN, are kept.
/// @pre `x` rises and is as long as `y`
std::vector<std::size_t> withoutStraightStretches(const std::vector<double>& x,
                                                  const std::vector<double>& y, double tolerance);

} // namespace backflow
