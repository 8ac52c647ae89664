// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"
#include "ui/plot/time_stretch.h"

#include <vector>

namespace backflow {

/// How finely a plot is drawn.
struct PlotGrain {
  TimeStretch steps;   ///< those in sight
  std::size_t columns; ///< of dots that can be told apart
  double dotHeight;    ///< in units of the vertical axis
  bool operator==(const PlotGrain&) const = default;
};

struct CurvePoints {
  std::vector<double> times;
  std::vector<double> heights; ///< NaN where the line has a gap
};

/// The points that a curve's line is drawn through: those that can be told apart, of a million
/// steps some thousand. `belowAll` is the height of zero, which lies below every plot.
CurvePoints linePoints(const NormCurve& curve, const PlotGrain& grain, double belowAll);

/// Points without a neighbour, which a line would not show. Where several would cover each other,
/// the lowest and the highest.
CurvePoints lonePoints(const NormCurve& curve, const PlotGrain& grain);

} // namespace backflow
