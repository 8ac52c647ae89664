// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"

#include <vector>

namespace backflow {

/// Gives the picture the range that holds every curve of the run itself, but no more of the
/// reference than a little beyond what the widest precision of `runs` can hold: there is nothing
/// left to compare with. Pinned curves widen it as far as the run keeps half of the height; beyond
/// that they are cut. A picture without a single point keeps its range.
void setRange(NormPicture& picture, const std::vector<RunTrace>& runs);

} // namespace backflow
