// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameters.h"
#include "core/record/event.h"
#include "core/scenario/scenario.h"
#include "core/theory/criteria.h"

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
  /// ‖∂L/∂c_t‖₂ of an LSTM's top layer; empty for other cells, as are the two below.
  std::vector<double> cellGradientNorm;
  /// The part of ∂L/∂c_t that has come along the cell alone, c_T → … → c_t through the forget
  /// gates, and the rest, which has passed at least once through h and the gates. Empty where
  /// several gradients travel side by side (`from_loss` with many losses) and with `state_norm`
  /// clipping.
  std::vector<double> cellGradientDirectNorm;
  std::vector<double> cellGradientGatesNorm;
  /// ‖·‖₂ of the two parts of ∂L/∂h_t: what the loss, or attention, gives to h_t itself, and what
  /// came back through the recurrence. Empty where the loss acts at the last step alone.
  std::vector<double> directGradientNorm;
  std::vector<double> recurrentGradientNorm;
  /// ‖∂L/∂h_t‖₂ by layer, the lowest first; empty for one layer.
  std::vector<std::vector<double>> layerGradientNorm;
  /// ‖∂L/∂h_t‖₂ of each direction of the top layer; empty unless bidirectional.
  std::vector<double> forwardGradientNorm;
  std::vector<double> backwardGradientNorm;
  std::vector<int> saturated;  ///< units of tanh and of the gates with a derivative of exactly zero
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

/// How a gradient that was truncated or clipped stands to the one that was not, both over all
/// parameters and in the run's own precision.
struct GradientComparison {
  double fullNorm = 0;     ///< ‖g‖₂ without truncation and clipping
  double ratio = 0;        ///< ‖g′‖₂ / ‖g‖₂
  double angleDegrees = 0; ///< between the two: 0 for the same direction; NaN if one is zero
};

/// Bytes of what the unroll holds for the way back: every register that it reads, of all steps.
struct MemoryRecord {
  double full = 0;            ///< BPTT over all T steps
  double truncated = 0;       ///< over the k steps that truncation leaves at once
  double checkpointed = 0;    ///< states at every segment's start, and one segment
  bool checkpointing = false; ///< whether this run held that alone
};

struct RunTrace {
  Precision precision = Precision::Float64;
  RunStatus status = RunStatus::Finite;
  double loss = 0;
  StepRecords steps;
  ClipRecord clip;
  std::vector<Event> events; ///< in the order of computation: forward, backward from T to 1, clip
  Parameters parameterGradients;  ///< after clipping and truncation; empty unless asked for
  Eigen::MatrixXd stateGradients; ///< H×T, column t − 1 is ∂L/∂h_t; empty unless asked for
  Eigen::MatrixXd states;         ///< H×T, column t − 1 is h_t; empty unless asked for
  /// What the gates and candidates of the top layer were, H×T each, under the names of the
  /// equations; empty unless asked for.
  std::vector<NamedMatrix> gates;
  Eigen::MatrixXd attention; ///< weights α, (loss steps)×T; empty without attention
  std::optional<GradientComparison> comparison; ///< with truncation or clipping
  MemoryRecord memory;
};

/// The same experiment with another cell: same seeds, input and loss.
struct OtherCell {
  NetworkSpec network;
  double forgetBias = 0;             ///< of an LSTM
  double updateBias = 0;             ///< of a GRU or an LSTM
  std::vector<double> referenceLog2; ///< as in Trace
};

/// Everything that one run of a scenario recorded.
struct Trace {
  Scenario scenario;
  /// log₂ ‖∂L/∂h_t‖₂ with an unbounded exponent, by t: −inf for exactly zero.
  std::vector<double> referenceLog2;
  std::vector<RunTrace> runs;        ///< in the scenario's order of precisions
  std::optional<Criteria> criteria;  ///< if looked for: what theory says of W_h
  std::vector<OtherCell> otherCells; ///< if asked for, to be shown beside this one
};

} // namespace backflow
