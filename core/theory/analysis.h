// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/criteria.h"
#include "core/theory/mean_field.h"
#include "core/theory/spectrum.h"
#include "core/unroll/experiment.h"

#include <Eigen/Core>

#include <optional>
#include <stop_token>
#include <vector>

namespace backflow {

/// Why there are no Lyapunov exponents, if there are none.
enum class ExponentsObstacle { None, TwoDirections, TooMuchWork, NotFinite };

/// What theory says of an experiment, and the measured Jacobians to hold it against; float64.
struct Analysis {
  std::optional<Spectrum> recurrent;  ///< of W_h; one plain layer in one direction only
  std::optional<Criteria> criteria;   ///< as above
  std::optional<MeanField> meanField; ///< one gaussian tanh layer only
  std::optional<double> criticalGain; ///< gaussian weights only
  bool isHalfOn = false;              ///< see isCriticalHalfOn()
  /// log₂ ‖∂s_T/∂s_t‖₂ by t, entry t − 1, with an unbounded exponent; s is h, and c of an LSTM, of
  /// all layers. Empty where the step Jacobians would cost too much, or for two directions.
  std::vector<double> jacobianLog2;
  /// All of them, over the steps 2..T that lie between h_1 and h_T, natural logarithm a step; empty
  /// likewise.
  std::vector<double> lyapunovExponents;
  ExponentsObstacle obstacle = ExponentsObstacle::None; ///< why they are empty
};

/// ∂s_t/∂s_{t−1} of the unrolled network at step t, of all states one after another.
/// @pre a network in one direction.
/// @throws std::out_of_range unless 1 ≤ t ≤ T
Eigen::MatrixXd stepJacobian(const Experiment& experiment, int t);

/// Of stepJacobian(). Nothing for two directions, for more than 1024 states, and where the Jacobian
/// is not finite.
/// @throws std::out_of_range unless 1 ≤ t ≤ T
std::optional<Spectrum> stepSpectrum(const Experiment& experiment, int t);

/// What follows from the weights alone, and what stands against measuring the step Jacobians: two
/// directions, or more than about a second of work.
Analysis theoryOf(const Experiment& experiment);

enum class JacobianReadings { Exponents, ExponentsAndNorms };

/// Adds the exponents, and the norms if they are wanted, unless a number on the way is not finite.
/// Returns false if stopped.
/// @pre analysis is theoryOf() the experiment, and nothing stands against it
bool measureJacobians(const Experiment& experiment, JacobianReadings readings,
                      const std::stop_token& stop, Analysis& analysis);

/// All of it. Nothing if stopped.
std::optional<Analysis> analyse(const Experiment& experiment, const std::stop_token& stop = {});

} // namespace backflow
