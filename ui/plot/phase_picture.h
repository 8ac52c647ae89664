// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/phase_study.h"

#include <cstdint>
#include <vector>

namespace backflow {

/// What the picture shows at one point of the grid.
struct PhasePoint {
  int seeds = 0;  ///< how many are known; with none it shows what a coarser point found out
  int ratios = 0; ///< of how many of them the ratio is a number
  bool isKnown = false;
  double ratioLog10 = 0; ///< the median over the seeds whose ratio is a number; −inf for all zero
  std::int64_t seed = 0; ///< whose run it is, of an even number the lower one; of NaN the first's
  GradientFate fate = GradientFate::Living;
};

struct PhasePlace {
  double gain = 0;
  double value = 0;
};

/// A phase diagram as data.
struct PhasePicture {
  int columns = 0;
  int rows = 0;
  std::vector<PhasePoint> points; ///< row by row from below
  std::vector<double> gains;      ///< by column
  std::vector<double> values;     ///< of the parameter, by row
  double vanish = 0;              ///< log₁₀ of the thresholds
  double explode = 0;
  double reach = 1; ///< the ratios, as log₁₀, that the colours span: ±reach
  /// Where theory has the border for zero state and input, from below; empty where it has none, or
  /// outside of the picture.
  std::vector<PhasePlace> critical;

  const PhasePoint& at(int column, int row) const {
    return points[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                  static_cast<std::size_t>(column)];
  }
};

/// Seeds of one point are taken together: NaN if at least half of those known are, else by their
/// median against the thresholds.
PhasePicture phasePictureOf(const PhaseStudy& study);

} // namespace backflow
