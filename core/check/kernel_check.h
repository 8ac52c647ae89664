// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/check.h"

#include <vector>

namespace backflow {

/// Calls the kernels given, whichever this process computes with, on numbers that are the same on
/// every computer, and compares with the widest format there is:
/// - products with a power of two that are subnormal, and back: each has to be exact;
/// - tanh and σ: within the 2.5 units of the last digit that Kernels promises;
/// - matrix products of n = 64 addends a sum: |error| ≤ (n + 1)·u·(|y| + Σ|a||x|) to the first
/// order
///   in the unit roundoff u (Higham 2002, equation 3.5), whatever is fused.
/// So sets that pass agree within twice these bounds. Three checks. `set` names them in the result.
/// Instantiated for float and double.
template <class Scalar>
std::vector<Check> checkKernels(const Kernels<Scalar>& kernel, KernelSet set);

} // namespace backflow
