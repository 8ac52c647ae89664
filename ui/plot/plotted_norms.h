// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "ui/plot/norm_picture.h"

#include <vector>

namespace backflow {

/// The norms at t = 1..T that a plot shows of a run; after clipping where there is any.
const std::vector<double>& normsOf(const RunTrace& run, PlotKind kind);
/// The same before clipping; empty where nothing was clipped.
const std::vector<double>& normsBeforeClip(const RunTrace& run, PlotKind kind);

} // namespace backflow
