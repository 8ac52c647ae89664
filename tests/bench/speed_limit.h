// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

namespace backflow::bench {

/// The least time, in seconds, that this machine's core needs for one step forwards and backwards
/// of one layer of H units and D inputs on B sequences, by its peaks (see machine_peaks.h):
///
///   max(2·n·s/bandwidth(n·s), 4·n·B/peak) + (2·n + 4·m)·B/peak,   n = G·H², m = G·H·D
///
/// with G products of a cell (1, 3, 4) and s bytes a number. The recurrent weights are read once on
/// each way, from wherever so many bytes stay; the gradients of all weights and what the inputs
/// give are products over blocks of time, whose weights need no reading at each step. Activations,
/// records and the vectors themselves are left out. (Williams et al. 2009, "Roofline".)
template <class Scalar> double leastSecondsAStep(CellKind cell, int hidden, int inputs, int batch);

} // namespace backflow::bench
