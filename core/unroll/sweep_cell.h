// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/scenario/field_problem.h"
#include "core/unroll/experiment.h"
#include "core/unroll/sweep_spec.h"

#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <variant>
#include <vector>

namespace backflow {

/// What became of a gradient on its way from T to 1. `Nan`: the ratio, or a run in one of the
/// precisions asked for, is not a number. Else by ‖δ_1‖/‖δ_T‖ against the scenario's thresholds.
enum class GradientFate { Vanishing, Living, Exploding, Nan };

/// The name used in files: "vanishing", "living", "exploding", "nan".
std::string_view nameOf(GradientFate fate);

/// The first step on the way back at which something holds, in steps back s = T − t from 0; nothing
/// where it never does. Truncation's zeros do not count.
struct FirstSteps {
  std::optional<int> subnormal; ///< some entry of δ_t
  std::optional<int> zero;      ///< all of δ_t
  std::optional<int> inf;       ///< some entry
  std::optional<int> nan;       ///< some entry
  bool operator==(const FirstSteps&) const = default;
};

struct PrecisionOutcome {
  Precision precision = Precision::Float64;
  RunStatus status = RunStatus::Finite; ///< of states, loss and ∂L/∂h_t; no other gradient is made
  FirstSteps first;
  bool operator==(const PrecisionOutcome&) const = default;
};

/// What a sweep finds out about one cell.
struct CellResult {
  SweepCell cell;
  /// log₁₀ ‖δ_1‖/‖δ_T‖ of the reference curve, which has no bounds; −inf where δ_1 is exactly zero,
  /// NaN where δ_T is zero too or the float64 states are not finite.
  double ratioLog10 = 0;
  GradientFate fate = GradientFate::Living;
  std::vector<PrecisionOutcome> outcomes; ///< in the scenario's order of precisions
};

/// NaN for a ratio that is NaN, else by the thresholds.
GradientFate fateOf(double ratioLog10, const ThresholdsSpec& thresholds);

/// Evaluates cells one after another, each with no more than its gradient asks for: no state is
/// kept and no gradient of weights computed. It is told several cells at once so that
/// configurations of one shape can share their matrix products where that pays. Not for two threads
/// at once; a result depends on nothing but its cell.
class CellEvaluator {
 public:
  /// `spec` has to outlive this object.
  explicit CellEvaluator(const SweepSpec& spec) : m_spec(spec) {}

  /// In the order of `cells`; nothing if stopped, and problems where a cell cannot be run.
  std::variant<std::vector<CellResult>, std::vector<FieldProblem>>
  evaluate(std::span<const SweepCell> cells, const std::stop_token& stop);

 private:
  ExperimentBuilder& builderFor(const SweepCell& cell);

  const SweepSpec& m_spec;
  std::map<std::uint64_t, ExperimentBuilder> m_builders; ///< by seed: each keeps its matrices
};

} // namespace backflow
