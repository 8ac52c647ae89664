// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"
#include "ui/state/findings.h"

#include <vector>

namespace backflow {

/// Adds the pinned runs that are shown, each with the curve of its widest precision. Gradients of
/// another horizon align at the loss, states at t = 1.
void addPinned(const std::vector<PinnedRun>& pinned, PlotKind kind, NormPicture& picture);

/// Adds the reference curve of each cell, with the bias of its gate where one has any.
void addCells(const std::vector<OtherCell>& cells, NormPicture& picture);

/// Adds the quartiles and the median over many seeds.
void addSeedBand(const SeedBand& band, NormPicture& picture);

} // namespace backflow
