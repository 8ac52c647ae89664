// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/pinned_run.h"

#include <algorithm>

namespace backflow {

PinnedSettings settingsOf(const PinnedRun& run) {
  return {run.slot, run.name, run.isShown, {run.trace->scenario, run.folder}, run.namedAfter};
}

const RunTrace& widestRun(const Trace& trace) {
  return *std::max_element(trace.runs.begin(), trace.runs.end(),
                           [](const RunTrace& a, const RunTrace& b) {
                             return limitsOf(a.precision).bytes < limitsOf(b.precision).bytes;
                           });
}

} // namespace backflow
