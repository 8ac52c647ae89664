// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/cliff_study.h"

#include <QString>

namespace backflow {

/// The farthest that one update of a descent moved.
struct CliffJump {
  int update = 0;    ///< from 1; 0 for a descent without updates
  double length = 0; ///< infinite where a parameter overflowed
  double slope = 0;  ///< ‖∂E/∂(w, b)‖ where it started
};

CliffJump longestJump(const std::vector<CliffStep>& steps, int updates);

/// What both descents did, for who looks at the picture.
QString cliffText(const CliffStudy& study);

} // namespace backflow
