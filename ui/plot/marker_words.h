// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"

#include <QStringList>

#include <vector>

namespace backflow {

/// What is said of one or more markers of a norm plot.
struct MarkerWords {
  const NormMarker* marker = nullptr; ///< beside which it stands
  QStringList precisions;             ///< in which it happened
  bool isExtra = false;               ///< of what tells no number's fate
};

/// Those of all markers but NaN's, which hatched regions tell; the most important first. What
/// happens at the same step in several precisions, or to several quantities that have the same
/// words, is said once.
std::vector<MarkerWords> wordsOf(const std::vector<NormMarker>& markers);

} // namespace backflow
