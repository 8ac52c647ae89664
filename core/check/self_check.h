// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/check.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace backflow {

/// Whether this computer gives the numbers that it has to.
struct SelfCheck {
  KernelSet chosen = KernelSet::Baseline; ///< the kernels that this process computes with
  std::vector<Check> checks;

  int failures() const;
};

/// Runs every check there is, some milliseconds of work: the exact counts in each number format,
/// subnormal numbers in threads, the gradient of every cell, and all kernels that this processor
/// can run. Inf, NaN and flushed numbers are results, never exceptions. Nothing that runs at the
/// same time is disturbed. Returns nothing if `stop` was requested before the end.
std::optional<SelfCheck> checkThisComputer(const std::stop_token& stop = {});

} // namespace backflow
