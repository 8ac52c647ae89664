// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/record/event.h"
#include "core/scenario/scenario.h"

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace backflow {

/// How a run ended: `Nan` if any state, gradient or loss is NaN, else `Overflow` if any is
/// infinite, else `Finite`.
enum class RunStatus { Finite, Overflow, Nan };

/// The name used in files: "finite", "overflow", "nan".
std::string_view nameOf(RunStatus status);

/// Numbers by time step; entry t − 1 belongs to time t = 1..T. Norms are Euclidean and gathered
/// with scaling: a recorded norm is inf only if an entry is inf, zero only if all are zero.
struct StepRecords {
  std::vector<double> stateNorm;             ///< ‖h_t‖₂
  std::vector<double> gradientNorm;          ///< ‖∂L/∂h_t‖₂, after `state_norm` clipping
  std::vector<double> parameterGradientNorm; ///< ‖∂⁺L/∂θ‖₂ of the t-th copy of the weights
  /// ‖∂L/∂h_t‖₂ before `state_norm` clipping rescaled it; empty in the other modes.
  std::vector<double> gradientNormBeforeClip;
  /// What clipping leaves of the t-th copy's contribution to the gradient: `norm` scales it by the
  /// coefficient, `value` scales each of its entries as it scales that entry of the sum,
  /// `state_norm` has already rescaled ∂L/∂h_t. Empty without clipping.
  std::vector<double> parameterGradientNormAfterClip;
  std::vector<int> zeros;      ///< entries of ∂L/∂h_t that are exactly zero
  std::vector<int> subnormals; ///< … subnormal
  std::vector<int> infinities; ///< … infinite
  std::vector<int> nans;       ///< … NaN
};

/// The gradient's norm over all parameters. With `norm` clipping as computed in the precision
/// simulated, as frameworks do; with `state_norm` the largest ‖∂L/∂h_t‖₂ before and after, and
/// the smallest coefficient.
struct ClipRecord {
  double normBefore = 0;
  double normAfter = 0;
  double coefficient = 1; ///< by which the gradient was multiplied; 1 when nothing was clipped
};

struct RunTrace {
  Precision precision = Precision::Float64;
  RunStatus status = RunStatus::Finite;
  double loss = 0;
  StepRecords steps;
  ClipRecord clip;
  std::vector<Event> events; ///< in the order of computation: forward, backward from T to 1, clip
  Parameters parameterGradients;  ///< after clipping and truncation
  Eigen::MatrixXd stateGradients; ///< H×T, column t − 1 is ∂L/∂h_t; empty unless asked for
};

/// Everything that one run of a scenario recorded.
struct Trace {
  Scenario scenario;
  /// log₂ ‖∂L/∂h_t‖₂ with an unbounded exponent, by t: −inf for exactly zero.
  std::vector<double> referenceLog2;
  std::vector<RunTrace> runs; ///< in the scenario's order of precisions
};

} // namespace backflow
