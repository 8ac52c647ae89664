// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/findings.h"

#include <Eigen/Core>

#include <string>
#include <vector>

namespace backflow {

/// The pictures with time to the right, something countable upwards, and a colour for each pair.
enum class MapKind {
  Units,     ///< h_t, unit by time
  Gates,     ///< gates and candidates, unit by time, one above the other
  Attention, ///< α, loss step by time
  Influence  ///< log₁₀ ‖∂L_t/∂h_k‖₂, loss step t by time k
};

/// Why there is nothing to show.
enum class MapAbsence { None, NotYet, NoGates, NoAttention, TooManySteps };

/// Rows first..first + count − 1 (from 0) that belong to one gate.
struct MapBand {
  std::string name; ///< as in the equations
  int first = 0;
  int count = 0;
};

/// Such a picture as data.
struct MapPicture {
  MapAbsence absence = MapAbsence::NotYet;
  Precision precision = Precision::Float64;
  int horizon = 1;
  /// One row for each row of the picture from below, one column for each time step. NaN where
  /// there is nothing: not a number, or for `Influence` exactly zero.
  Eigen::MatrixXd values;
  double lowest = -1; ///< the values that the colours span
  double highest = 1;
  std::vector<MapBand> bands; ///< `Gates`
  std::vector<int> rowTimes;  ///< `Attention`: the loss step of each row; else row + 1
  bool onlyLastLoss = false;  ///< `Influence`: one loss, at T
};

MapPicture mapPictureOf(const Findings& findings, MapKind kind);

} // namespace backflow
