// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"
#include "ui/plot/unroll_picture.h"

#include <QPainter>

namespace backflow {

/// How each class of ∂L/∂h_t is painted: a colour and a shape of its own, so that neither alone has
/// to be told apart.
class UnrollMarks {
 public:
  UnrollMarks() = default;
  UnrollMarks(const Theme& theme, double decades);

  enum class Strength { Full, Pale };

  /// Circle: normal; dashed hollow circle: subnormal; empty square: zero; triangle: infinite;
  /// hatched square: NaN; dotted circle: cut.
  void paintNode(QPainter& painter, const QPointF& center, double radius, const UnrollNode& node,
                 Strength strength = Strength::Full) const;
  /// Of the overview: the largest norm above, the least below; a class of its own fills a part of
  /// the height that is its own too.
  void paintCell(QPainter& painter, const QRectF& place, const UnrollCell& cell) const;
  /// Of an arrow, and of a cell's half.
  QColor colorOf(NodeClass kind, double log10) const;
  QColor colorOf(const UnrollNode& node) const { return colorOf(node.kind, node.log10); }

 private:
  Theme m_theme;
  double m_decades = 4;
};

} // namespace backflow
