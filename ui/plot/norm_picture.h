// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"

#include <vector>

namespace backflow {

/// The plots of a norm over time.
enum class PlotKind { GradientFlow, States, ParameterGradient };

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
  Asymptote,     ///< ρ^s, from the last norm on: where powers of W_h go in the end
  OtherCell      ///< the reference of a cell that is compared
};

/// log₁₀ of a norm at t = 1..T; NaN where there is nothing to draw (zero, inf, NaN).
struct NormCurve {
  CurveRole role = CurveRole::Run;
  Precision precision = Precision::Float64; ///< of no meaning for the reference
  std::vector<double> log10;
  std::vector<int> isolated; ///< times of points without a neighbour: a line would not show them
  CellKind cell = CellKind::Rnn; ///< for `OtherCell`
};

enum class SpanKind {
  Zero, ///< exactly zero
  Inf,  ///< infinite
  Nan,  ///< not a number
  Cut   ///< truncation lets no loss reach these steps
};

/// Steps first..last at which a run's norm is not on the curve.
struct NormSpan {
  SpanKind kind = SpanKind::Zero;
  Precision precision = Precision::Float64; ///< of no meaning for `Cut`
  int first = 1;
  int last = 1;
};

/// Where on the vertical axis a marker sits.
enum class MarkerPlace { Value, Bottom, Top };

struct NormMarker {
  Event event;
  MarkerPlace place = MarkerPlace::Value;
  double log10 = 0; ///< for `Value`
};

enum class BandKind { Subnormal, Zero, Inf };

/// What a single number becomes in a precision, between two sizes (log₁₀).
struct NormBand {
  Precision precision = Precision::Float64;
  BandKind kind = BandKind::Subnormal;
  double from = 0;
  double to = 0;
};

/// A plot of norms over time as data: what to draw and where, not how. Everything on the vertical
/// axis is log₁₀ of a norm; what has no logarithm is a span or a marker.
struct NormPicture {
  int horizon = 1;
  std::vector<NormCurve> curves; ///< in drawing order: reference first
  std::vector<NormSpan> spans;
  std::vector<NormMarker> markers;
  std::vector<NormBand> bands;
  std::vector<double> levels; ///< log₁₀ of the user's thresholds
  double lowest = -2;         ///< the range of the vertical axis
  double highest = 2;
};

NormPicture normPictureOf(const Trace& trace, PlotKind kind);

} // namespace backflow
