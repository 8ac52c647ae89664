// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"

#include <vector>

namespace backflow {

/// What ∂L/∂h_t is, the better first: where several steps share a cell, the last of these is shown.
enum class NodeClass {
  Cut,       ///< truncation lets no loss reach this step
  Normal,    ///< none of those below
  Subnormal, ///< some entry is subnormal
  Zero,      ///< every entry is exactly zero, though a loss reaches it
  Infinite,  ///< some entry is infinite
  NotANumber ///< some entry is NaN
};

struct UnrollNode {
  NodeClass kind = NodeClass::Cut;
  double norm = 0;  ///< ‖∂L/∂h_t‖₂
  double log10 = 0; ///< of the norm; NaN where it has none (zero, inf, NaN)
};

/// Steps first..last as one cell of the overview.
struct UnrollCell {
  int first = 1;
  int last = 1;
  NodeClass worst = NodeClass::Cut;
  double lowest = 0;  ///< log₁₀ of the least norm that has one; NaN if there is none
  double highest = 0; ///< … of the largest
};

/// The run of one precision over the steps in sight; entry k belongs to step first + k.
struct UnrollRow {
  Precision precision = Precision::Float64;
  std::vector<UnrollNode> nodes;
  /// Of a bidirectional layer: what each direction's own gradient is; else empty.
  std::vector<UnrollNode> forward;
  std::vector<UnrollNode> backward;
  /// log₁₀ of what attention gives to each state directly; NaN without.
  std::vector<double> direct;
};

struct StepRange {
  int first = 1;
  int last = 1;

  int count() const { return last - first + 1; }
  bool operator==(const StepRange&) const = default;
};

/// What is drawn of an unrolled network around the time cursor: data alone, no pixels. The top
/// layer is shown.
struct UnrollPicture {
  int horizon = 1;
  int cursor = 1;
  StepRange range;
  bool lossAtEveryStep = false; ///< else at T, and of a direction that reads backwards at 1
  bool attends = false;
  bool bidirectional = false;
  int layers = 1;
  /// With `from_loss` truncation and a loss at every step each loss ends at a step of its own: so
  /// many steps back, and no edge is cut for all. 0 otherwise.
  int stepsOfEachLoss = 0;
  /// Whether nothing passes back from step range.first + k to the one before it; one more entry
  /// than steps, for the edge behind the last.
  std::vector<bool> cutsBefore;
  /// Of the direction that reads backwards: whether nothing passes from step range.first + k − 1 on
  /// to range.first + k. Empty unless bidirectional.
  std::vector<bool> cutsAfter;
  std::vector<UnrollRow> rows; ///< in the scenario's order
  double decades = 4;          ///< the colours reach from 10^−decades to 10^decades
};

UnrollPicture unrollPictureOf(const Trace& trace, int cursor, StepRange range);

/// All T steps of a run in at most `columns` cells, of steps that are as many as possible alike.
/// Not one NaN, infinity, zero or extreme is lost.
std::vector<UnrollCell> unrollOverviewOf(const Trace& trace, const RunTrace& run, int columns);

/// ⌈max |log₁₀‖∂L/∂h_t‖|⌉ over all runs, rounded up so that it seldom changes; at least 4.
double decadesOf(const Trace& trace);

/// The `count` steps that are shown: those of `shown` as long as the cursor keeps a quarter of them
/// before and behind it, else moved as little as that takes. `shown` of other than `count` steps:
/// the cursor in the middle.
StepRange detailAround(int cursor, int horizon, int count, StepRange shown);

/// Whether the backward pass that has come to `cursor` has computed ∂L/∂h_t whole. A bidirectional
/// layer's two passes run at the same time, one from each end.
bool isReached(const UnrollPicture& picture, int t);

} // namespace backflow
