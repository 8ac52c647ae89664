// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"

namespace backflow {

/// How `gradient` stands to the `full` one, both over all parameters in the same order: the ratio
/// of their norms and the angle between them, in float64 and without under- or overflow. NaN where
/// one of them is zero or not finite.
GradientComparison compareGradients(const Parameters& gradient, const Parameters& full);

} // namespace backflow
