// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "ui/plot/curve_levels.h"

#include <memory>
#include <optional>
#include <vector>

namespace backflow {

/// Whose norm a curve shows.
enum class CurveRole {
  Run,
  BeforeClip,
  Reference,
  AlongCell,     ///< of ∂L/∂c_t: what came along the cell alone
  ThroughGates,  ///< of ∂L/∂c_t: what passed through h and the gates
  Direct,        ///< of ∂L/∂h_t: what the loss or attention gives to h_t itself
  Recurrent,     ///< of ∂L/∂h_t: what came back through the recurrence
  ReadsForward,  ///< of the direction from 1 to T
  ReadsBackward, ///< of the direction from T to 1
  Bound,         ///< (σ₁γ)^s, from the last norm on: no norm can lie above
  Asymptote,     ///< (ργ)^s, from the last norm on: where powers of W_h go in the end
  OtherCell,     ///< the reference of a cell that is compared
  SeedLower,     ///< lower quartile over many seeds
  SeedUpper,     ///< upper quartile
  SeedMedian,
  Pinned ///< the widest precision of a run that was pinned
};

/// Whether it is of a part of what another curve in the picture shows.
bool isPart(CurveRole role);

/// log₁₀ of a norm at t = 1..T; NaN where there is nothing to draw (zero, inf, NaN). Beside it the
/// numbers that it was made of.
struct CurveValues {
  std::vector<double> log10;
  std::vector<int> isolated; ///< times of points without a neighbour: a line would not show them
  std::vector<double> norms; ///< empty for curves with an unbounded exponent
  std::vector<double> log2;  ///< of those
  CurveLevels levels;        ///< of log10: what to draw of it
};

/// A curve costs nothing to copy: its values are shared, and never change.
struct NormCurve {
  CurveRole role = CurveRole::Run;
  Precision precision = Precision::Float64; ///< of no meaning for the reference
  CellKind cell = CellKind::Rnn;            ///< for `OtherCell`
  std::optional<double> gateBias{};         ///< for a gated `OtherCell`, where any has one
  std::size_t pin = 0;                      ///< for `Pinned`: which of NormPicture::pins
  std::shared_ptr<const CurveValues> values = std::make_shared<const CurveValues>();

  const std::vector<double>& log10() const { return values->log10; }
};

/// log₁₀ of a norm; NaN if it has none that can be drawn (zero, inf, NaN).
double drawableLog10(double norm);

/// The curve of norms at t = 1..T.
NormCurve curveOf(const std::vector<double>& norms, CurveRole role, Precision precision);
/// The curve of norms with an unbounded exponent, given as log₂; ±inf and NaN are gaps.
NormCurve curveOfLog2(const std::vector<double>& log2, CurveRole role);

} // namespace backflow
