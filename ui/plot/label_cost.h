// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/label_layout.h"

#include <QRectF>

#include <cstddef>
#include <optional>
#include <vector>

namespace backflow {

/// Where labels stand; none for those that stand nowhere.
using LabelPlaces = std::vector<std::optional<QRectF>>;

/// What it costs the reader that a label stands in a place: what it covers, how far it is from its
/// anchor, and whether it seems to belong to another one.
class LabelCost {
 public:
  LabelCost(const std::vector<LabelRequest>& labels, const LabelSurroundings& surroundings)
      : m_labels(labels), m_around(surroundings) {}

  /// Beside the other labels as they stand. No more exact than that it is dearer than `enough`,
  /// once it is.
  double of(const QRectF& place, std::size_t which, const LabelPlaces& others, double enough) const;
  /// As much as the label is worth: a place that costs this or more is left empty.
  double most(std::size_t which) const;
  /// To the label from its anchor, for those that have a line.
  double reach(std::size_t which) const;

 private:
  double beside(std::size_t other, const LabelPlaces& places, const QRectF& place,
                std::size_t which) const;

  const std::vector<LabelRequest>& m_labels;
  const LabelSurroundings& m_around;
};

/// A place that is better by less is not worth the eyes' way to it.
inline constexpr double worthMoving = 100;

} // namespace backflow
