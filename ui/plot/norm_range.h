// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"

#include <vector>

namespace backflow {

/// Gives the picture the range that holds every curve, but no more of the reference than a little
/// beyond what the widest precision of `runs` and of the pinned curves can hold: there is nothing
/// left to compare with. A picture without a single point keeps its range.
void setRange(NormPicture& picture, const std::vector<RunTrace>& runs);

} // namespace backflow
