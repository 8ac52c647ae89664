// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/cliff.h"

#include <Eigen/Core>

#include <vector>

namespace backflow {

/// What can be changed about the cliff. As they are here the free descent is thrown far away at the
/// first touch of the cliff, and the clipped one follows its foot into the minimum.
struct CliffSettings {
  double rate = 0.3;
  double threshold = 0.25;
  double startW = 4.95;
  double startB = -2.02;
  bool operator==(const CliffSettings&) const = default;
};

/// The cliff's error surface and two ways down from one point.
struct CliffStudy {
  CliffModel model;
  CliffFrame frame;
  double rate = 0;
  double threshold = 0;
  Eigen::MatrixXd surface; ///< as cliffSurface() gives it
  std::vector<CliffStep> free;
  std::vector<CliffStep> clipped;
};

/// The frame of the picture, which every start lies in.
inline constexpr CliffFrame cliffFrame{{4, -2.6}, {5.25, -1.9}};

CliffStudy studyCliff(const CliffSettings& settings);

} // namespace backflow
