// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/scenario/measure.h"

#include <Eigen/Core>

#include <optional>

namespace backflow {

/// What was measured, with what a reader needs to write it.
struct Measured {
  enum class Form {
    Count,      ///< `number` of steps or updates
    Number,     ///< `number` as it is
    PowerOfTwo, ///< 2 to the `number`: the value itself may be beyond every format
    Share,      ///< `number` from 0 to 1
    Bytes,      ///< `number` of bytes
    Status,     ///< `status`
    Cause       ///< of `event`
  };
  Form form = Form::Number;
  double number = 0;
  RunStatus status = RunStatus::Finite;
  Event event;
};

/// Reads one measure off a trace. `influence` is what influenceOf() gives of the same scenario,
/// T×T, if it is known. Nothing where there is none: the event did not happen, the precision was
/// not run, `step` is not a time of the run, the cell has no such part, or the measure is one of
/// training. Inf and NaN are measured as they are.
std::optional<Measured> measure(const Measure& wanted, const Trace& trace,
                                const Eigen::MatrixXd* influence = nullptr);

} // namespace backflow
