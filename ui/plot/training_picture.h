// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/training_history.h"

#include <memory>
#include <optional>
#include <vector>

namespace backflow {

/// What is drawn over the updates. Where there are more than a screen can tell apart, the least and
/// the largest value of each stretch are kept, so that no spike is lost. NaN is a gap.
struct UpdateCurve {
  std::vector<double> updates;
  std::vector<double> values;
};

/// One training as curves. Losses and norms are log₁₀ of the value; what is zero, inf or NaN is a
/// gap.
struct TrainingLines {
  UpdateCurve loss;
  UpdateCurve heldOutLoss;
  UpdateCurve accuracy; ///< on held-out sequences, in percent
  UpdateCurve normBefore;
  UpdateCurve normAfter;
  UpdateCurve radius; ///< ρ(W_h)
  std::vector<SettingChange> changes;
  int made = 0;
  bool isDead = false;
};

/// One or two trainings as data to draw.
struct TrainingPicture {
  std::vector<TrainingLines> runs;
  double lastUpdate = 10; ///< where the axis ends: it grows in leaps
  double leastLoss = -1;  ///< log₁₀
  double mostLoss = 0;
  double leastNorm = -1;
  double mostNorm = 0;
  std::optional<double> baseline; ///< log₁₀ of the plain guess's loss
  bool hasAccuracy = false;
  bool hasRadius = false;
  double mostRadius = 1; ///< that the axis of ρ(W_h) reaches
};

TrainingPicture trainingPictureOf(const Trainings& trainings);

/// ‖∂L/∂h_t‖ over t, as training went on.
struct ProfilePicture {
  /// log₁₀, a row for each t and a column for each look; NaN where the norm is exactly zero.
  Eigen::MatrixXd values;
  std::vector<int> updates; ///< of the columns
  int firstNonFinite = 0;   ///< the first update whose profile holds inf or NaN; 0 if none does
  double lowest = -1;       ///< the values that the colours span
  double highest = 0;
};

ProfilePicture profilePictureOf(const TrainingHistory& history);

} // namespace backflow
