// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/rounding_hold.h"

#include "core/numeric/precision.h"

#include <algorithm>

namespace backflow {

std::optional<int> heldByRoundingFrom(const Trace& trace, const RunTrace& run) {
  const std::vector<double>& norms = run.steps.gradientNorm;
  const double held = norms.front();
  if (!(held > 0 && held < limitsOf(run.precision).smallestNormal)) {
    return std::nullopt;
  }
  const auto other =
      std::find_if(norms.begin(), norms.end(), [held](double norm) { return norm != held; });
  const auto steps = other - norms.begin();
  const double fall =
      trace.referenceLog2[static_cast<std::size_t>(steps) - 1] - trace.referenceLog2.front();
  return fall >= 1 ? std::optional(static_cast<int>(steps)) : std::nullopt;
}

} // namespace backflow
