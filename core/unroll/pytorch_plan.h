// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <string>
#include <vector>

namespace backflow {

/// How the PyTorch script cuts the way back, which decides how it holds the states.
enum class ScriptCut {
  None,
  Windows, ///< detach() where a window starts
  Once,    ///< one detach(), k steps before the one loss
  /// `from_loss` with gradient coming in at several steps: each has an end of its own. The states
  /// are held k times over, as k rows of equal numbers, a lane for each gradient under way; what
  /// comes in at step t goes into lane t mod k, and that lane alone is detached k steps earlier.
  Lanes
};

/// What of the scenario shapes the text of its PyTorch script.
struct ScriptPlan {
  explicit ScriptPlan(const Scenario& scenario);

  NetworkSpec network;
  ScriptCut cut = ScriptCut::None;
  bool severalLayers;
  bool bidirectional;
  bool named; ///< parameters have a suffix, which the Python variable `at` holds
  bool hasCell;
  bool attends;
  bool everyStep; ///< of the loss
  bool pinned;
  bool scaled; ///< a loss scale other than 1
  bool clipsNorm;
  bool clipsValue;
  bool clipsStates;
  std::vector<Precision> precisions; ///< those that the script runs in
  std::vector<Precision> leftOut;    ///< those that PyTorch cannot do as Backflow does

  bool lanes() const { return cut == ScriptCut::Lanes; }
  /// The states that pass from step to step: "h", or "h, c".
  std::string states() const { return hasCell ? "h, c" : "h"; }
  /// `p["W_h"]`, or `p["W_h" + at]`.
  std::string parameter(const std::string& name) const;
  /// The product of that parameter with a vector, or with each of several rows.
  std::string times(const std::string& name, const std::string& vector) const;
};

} // namespace backflow
