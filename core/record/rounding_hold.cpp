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
  const auto t = static_cast<int>(other - norms.begin());
  const double fall =
      trace.referenceLog2[static_cast<std::size_t>(t) - 1] - trace.referenceLog2.front();
  // By a factor of ½ a step or less, nothing is held: the same norm twice is chance.
  return fall >= 1 && fall < t - 1 ? std::optional(t) : std::nullopt;
}

} // namespace backflow
