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
  InkMap(const QRectF& area, const std::vector<QPointF>& points);

  /// How many cells with ink a box touches.
  int cellsUnder(const QRectF& box) const;

 private:
  int sumBefore(int column, int row) const;

  QPointF m_origin;
  int m_columns = 0;
  int m_rows = 0;
  std::vector<int> m_sums; ///< of all cells to the left and above
};

} // namespace backflow
