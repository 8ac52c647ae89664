// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/ink_map.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace backflow {

/// A label that has to stand near a point of a plot.
struct LabelRequest {
  QPointF anchor;
  QSizeF size;
  bool hasLeader = true;          ///< a line to its anchor
  bool isExtra = false;           ///< what it says is not worth hiding a curve
  std::optional<QRectF> within{}; ///< of the area, that it may not leave
  std::optional<QRectF> before{}; ///< where it would stand as it stood in the last picture
};

/// What is drawn in a plot beside its labels.
struct LabelSurroundings {
  QRectF area;                  ///< that labels stay inside
  const InkMap* ink = nullptr;  ///< curves and other lines
  std::vector<QPointF> marks{}; ///< symbols, those of the labels and others
  double markRadius = 5;        ///< of all of them
  std::vector<QRectF> words{};  ///< that are better seen, but may give way
  QRectF reading{};             ///< that is to stay whole
};

/// Places labels near their anchors, so that they cover neither each other nor, as far as there is
/// room, what surrounds them, and each is nearest to its own anchor: a label beside another mark
/// would name that one. Where there is no room for all, the first ones have it, and the place of
/// the others is empty: no words say more than words on words. A label that stood elsewhere before
/// moves if that is worth it: words that jump while a slider is dragged cannot be read. Same input,
/// same output; given its own output, none moves.
std::vector<QRectF> placeLabels(const std::vector<LabelRequest>& labels,
                                const LabelSurroundings& surroundings);

} // namespace backflow
