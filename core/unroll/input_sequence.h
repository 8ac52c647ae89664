// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <Eigen/Core>

namespace backflow {

/// The input of every kind that needs no file, D×T, column t − 1 is x_t:
/// - `Noise`: N(0, std²), drawn step by step, so that a longer horizon only adds to it;
/// - `Impulse`: `amplitude` at t = `step`, else zero;
/// - `Constant`: `amplitude`;
/// - `Sine`: amplitude · sin(2π((t − 1)/period + d/D)) for column d = 0..D − 1;
/// - `Explicit`: the scenario's values.
/// @pre the scenario is valid and its input is read from no file.
Eigen::MatrixXd inputSequence(const InputSpec& input, int horizon);

/// h_0 of the scenario, `size` numbers. @pre the scenario is valid.
Eigen::VectorXd initialState(const InitialStateSpec& spec, int size);
/// c_0 of the scenario, `size` numbers; zero unless given. @pre the scenario is valid.
Eigen::VectorXd initialCell(const InitialStateSpec& spec, int size);

/// v of the `inject` loss, `size` numbers: the scenario's, or a random unit vector from its seed.
Eigen::VectorXd injectedGradient(const LossSpec& loss, int size);

} // namespace backflow
