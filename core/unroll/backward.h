// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/rnn_cell.h"
#include "core/record/trace.h"
#include "core/unroll/experiment.h"
#include "core/unroll/forward.h"
#include "core/unroll/loss.h"
#include "core/unroll/run.h"

#include <Eigen/Core>

#include <stop_token>

namespace backflow {

/// Back-propagation through time in `Scalar` over a finished forward pass, with truncation and
/// clipping, into `trace`: the step records, the clip record, the events of the backward and the
/// clip phase, the parameter gradients, the status. Returns false if stopped.
template <class Scalar>
bool backward(const Experiment& experiment, const RnnCell<Scalar>& cell,
              const Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>& input,
              const Loss<Scalar>& loss, const ForwardPass<Scalar>& pass, RunOptions options,
              const std::stop_token& stop, RunTrace& trace);

} // namespace backflow
