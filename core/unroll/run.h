// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/unroll/experiment.h"
#include "core/unroll/run_progress.h"

#include <optional>
#include <stop_token>

namespace backflow {

struct RunOptions {
  bool keepStateGradients = false;     ///< fill RunTrace::stateGradients (H×T numbers a run)
  bool keepStates = false;             ///< fill RunTrace::states and RunTrace::gates
  bool keepParameterGradients = false; ///< fill RunTrace::parameterGradients
  RunProgress* progress = nullptr;     ///< told how far the run is, if anyone wants to know
};

/// Unrolls the experiment's network over its horizon and back-propagates, in each precision of the
/// scenario, all on the same weights and side by side in threads.
///
/// Inf and NaN are data: they are recorded, never thrown. Returns nothing if `stop` was requested
/// before the end; both passes look at it at every step.
std::optional<Trace> run(const Experiment& experiment, RunOptions options = {},
                         std::stop_token stop = {});

} // namespace backflow
