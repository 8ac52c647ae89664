// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace backflow {

/// Where lines and marks lie in a plot, in cells of a few pixels. Asking whether words would cover
/// some costs the same however many points the curves have.
class InkMap {
 public:
  InkMap() = default;
  /// `points`: pixels close together all along the lines. What lies outside the area is left out.
  /// `cellSize`: in pixels.
  InkMap(const QRectF& area, const std::vector<QPointF>& points, double cellSize = 2);

  /// How many cells with ink a box touches.
  int cellsUnder(const QRectF& box) const;
  /// How many there are.
  int cells() const { return m_sums.empty() ? 0 : m_sums.back(); }

 private:
  int cellOf(double pixels) const;
  int sumBefore(int column, int row) const;

  double m_cellSize = 2;
  QPointF m_origin;
  int m_columns = 0;
  int m_rows = 0;
  std::vector<int> m_sums; ///< of all cells to the left and above
};

} // namespace backflow
