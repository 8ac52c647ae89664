// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/unroll_layout.h"
#include "ui/plot/unroll_marks.h"

#include <QStringList>

class QPainter;
class QPen;

namespace backflow {

/// Paints the steps in sight as a network: a row of states for each precision, joined by the
/// weights and by the gradient that has come back through them so far. Lives for one painting.
class UnrollDetail {
 public:
  UnrollDetail(QPainter& painter, const UnrollLayout& layout, const Theme& theme,
               const UnrollMarks& marks, const UnrollPicture& picture);

  /// `readings` has the norm at the cursor in words for each row.
  void paint(const QStringList& readings, bool playing) const;

 private:
  void paintRow(std::size_t row, bool playing) const;
  void paintEdges(std::size_t row, int t, bool playing) const;
  void paintUpperPaths(std::size_t row) const;
  void paintEnds(std::size_t row) const;
  void paintLabels() const;
  void paintReading(std::size_t row, const QString& words) const;
  void paintArrow(const QPointF& from, const QPointF& to, const QPen& pen) const;
  void paintCut(const QPointF& center) const;
  void paintLoss(const QPointF& center) const;

  QPainter& m_painter;
  const UnrollLayout& m_layout;
  const Theme& m_theme;
  const UnrollMarks& m_marks;
  const UnrollPicture& m_picture;
};

} // namespace backflow
