// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"

#include <optional>
#include <vector>

namespace backflow {

/// What is often believed of gradients, and is not so.
enum class MisconceptionKind {
  ClippingRescuesInf,     ///< "Clipping rescues a gradient that has become infinite."
  ClippingCuresVanishing, ///< "Clipping cures vanishing gradients too."
  LstmNeverVanishes,      ///< "In an LSTM gradients do not vanish."
  GainAboveOneExplodes,   ///< "A gain above 1 makes the gradient explode."
  RadiusBelowOneDecays,   ///< "ρ < 1: the gradient gets smaller at every step back."
  TruncationLimitsMemory, ///< "With truncation at k the network remembers no more than k steps."
  InfIsNan,               ///< "inf and NaN are the same."
  SeparateWeights         ///< "Every step has weights of its own."
};

/// A belief that a run contradicts, with the numbers that do. What a kind does not tell of is zero.
struct Misconception {
  MisconceptionKind kind = MisconceptionKind::InfIsNan;
  /// The setting that it is about: θ of clipping, the LSTM's forget bias, the gain, ρ, k.
  double setting = 0;
  /// log₂ ‖∂L/∂h‖₂ at the last step, and at step t.
  double lastLog2 = 0;
  double log2 = 0;
  /// The step that the numbers are of: where the norm is least, or greatest; the last state that
  /// truncation cuts off; the first inf. 0 where there is none.
  int t = 0;
  /// `ClippingRescuesInf`: by which the gradient is multiplied; `TruncationLimitsMemory`: ‖h_t‖₂;
  /// `SeparateWeights`: the norm of the gradient; `LstmNeverVanishes`: T_max of chrono biases, or
  /// 0.
  double number = 0;
  Precision precision = Precision::Float64; ///< of the run that contradicts it
  bool normOverflows = false; ///< `ClippingRescuesInf`: every entry was finite, their norm was not

  bool operator==(const Misconception&) const = default;
};

/// Which beliefs this very trace contradicts, the most telling first. None where nothing of the
/// kind happens; a belief that the trace merely does not confirm is no reason to speak of it.
///
/// - clipping cures vanishing: clipped, and the gradient falls below the threshold of vanishing;
/// - clipping rescues inf: what came to be clipped by its norm, or the norm, was no longer finite;
/// - an LSTM's gradient does not vanish: it does;
/// - gain above 1 explodes: a plain layer with g > 1 whose gradient is less than half at t = 1;
/// - ρ < 1 decays: a plain layer with ρ < 1 whose gradient is at some step more than four times
/// what
///   it is at the last, though the loss acts there alone;
/// - truncation limits memory: a state that is not zero crosses a cut;
/// - inf is NaN: a run with an inf and no NaN.
std::vector<Misconception> misconceptionsMet(const Trace& trace);

/// "Every step has weights of its own" is contradicted by every run of two steps or more: the
/// contributions of the steps are added up into one gradient. It is for those who look at them.
std::optional<Misconception> separateWeights(const Trace& trace);

} // namespace backflow
