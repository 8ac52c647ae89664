// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/check.h"
#include "core/network/parameters.h"
#include "core/unroll/experiment.h"

#include <vector>

namespace backflow {

/// The networks whose gradients are checked: every cell in each of its forms.
std::vector<NetworkSpec> checkedNetworks();

/// A small network of this kind that is far from every limit of its number format, its numbers
/// rounded to `precision` so that each format computes on the very same ones.
Experiment gradientExperiment(const NetworkSpec& network, Precision precision);

/// max |g_i − d_i| / max |d_i|, the largest of all parameters, where g is the gradient given and d
/// central differences of the loss in WideNumber. NaN if an entry is not finite.
///
/// Step: (8(f(x + e) − f(x − e)) − (f(x + 2e) − f(x − 2e)))/12e errs by e⁴|f⁗′|/30 and by about
/// 1.5u|f|/e, u being the unit roundoff, least together near e = u^(1/5) (Abramowitz & Stegun 1964,
/// 25.3.6).
double differenceFromDifferences(const Experiment& experiment, const Parameters& gradients);

/// The gradient that a run in `precision`, float32 or float64, computes in this thread.
Check checkGradient(const NetworkSpec& network, Precision precision);

} // namespace backflow
