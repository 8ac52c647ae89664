// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/rnn_cell.h"
#include "core/record/event.h"

#include <Eigen/Core>

#include <optional>
#include <stop_token>
#include <vector>

namespace backflow {

/// What the forward pass leaves: every state, its norm, and what happened on the way.
template <class Scalar> struct ForwardPass {
  Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic> states; ///< H×(T + 1), column t is h_t
  std::vector<double> stateNorm;                                ///< ‖h_t‖₂, entry t − 1
  std::vector<Event> events; ///< the first inf, NaN and saturated unit
  bool sawInf = false;
  bool sawNan = false;
};

/// Unrolls the cell over input: D×T from the initial state: H. Nothing if stopped.
template <class Scalar>
std::optional<ForwardPass<Scalar>>
forward(const RnnCell<Scalar>& cell,
        const Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>& input,
        const Eigen::Matrix<Scalar, Eigen::Dynamic, 1>& initialState, const std::stop_token& stop);

} // namespace backflow
