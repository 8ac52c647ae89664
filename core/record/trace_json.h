// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"

#include <ostream>

namespace backflow {

struct TraceJsonOptions {
  bool parameterGradients = false; ///< write `parameter_gradients`, of a run that kept them
  /// Write `state_gradients`, `states`, `gates` and `attention`, a row for each time step.
  bool stateGradients = false;
};

/// Writes the trace as a `backflow-trace` JSON document with a final newline.
void writeTraceJson(const Trace& trace, TraceJsonOptions options, std::ostream& out);

/// Writes the records by time step as CSV (RFC 4180, a decimal point, "inf" and "nan"): the columns
/// `t`, `steps_back`, `reference_gradient_log2`, then those of each precision, such as
/// `float32.gradient_norm`.
void writeTraceCsv(const Trace& trace, std::ostream& out);

} // namespace backflow
