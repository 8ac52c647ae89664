// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/unroll/experiment.h"
#include "core/unroll/run.h"

#include <Eigen/Core>

#include <vector>

namespace backflow::test {

/// A linear network without input (x = 0, W_x = 0, b = 0) and with explicit W_h and h_0 = 0; the
/// gradient `injected` enters at the last step.
Scenario linear(const Rows& recurrent, const std::vector<double>& injected, int horizon);

/// linear() with H = 1: δ_t = start · factor^(T − t).
Scenario scalar(double factor, int horizon, double start = 3);

/// A network with drawn weights, noise input of size 2 and a noise initial state.
Scenario drawn(Activation activation, int hidden, int horizon, double gain,
               std::uint64_t seed = 11);

/// The same with ½‖h_t − y_t‖² at every step or the last, the targets all `target`.
Scenario squaredError(Scenario scenario, LossPlace at, double target);

Scenario truncated(Scenario scenario, TruncationMode mode, int length);
Scenario clipped(Scenario scenario, ClipMode mode, double threshold);

/// prepare(); throws std::invalid_argument with the problems if there are any.
Experiment experimentOf(const Scenario& scenario);

/// run() with state gradients kept.
Trace traceOf(const Experiment& experiment);
Trace traceOf(const Scenario& scenario);

/// The trace's run in that precision; throws std::out_of_range if there is none.
const RunTrace& runOf(const Trace& trace, Precision precision);

/// All events of that kind (and quantity, unless it is empty), in their order.
std::vector<Event> eventsOf(const RunTrace& run, EventKind kind, const std::string& quantity = {});

inline constexpr Precision bothPrecisions[] = {Precision::Float32, Precision::Float64};

} // namespace backflow::test
