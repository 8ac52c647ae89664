// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/ink_map.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace backflow {

InkMap::InkMap(const QRectF& area, const std::vector<QPointF>& points, double cellSize)
    : m_cellSize(cellSize), m_origin(area.topLeft()),
      m_columns(std::max(0, cellOf(area.width()) + 1)),
      m_rows(std::max(0, cellOf(area.height()) + 1)),
      m_sums(static_cast<std::size_t>(m_columns + 1) * static_cast<std::size_t>(m_rows + 1)) {
  const auto at = [this](int column, int row) -> int& {
    return m_sums[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns + 1) +
                  static_cast<std::size_t>(column)];
  };
  for (const QPointF& point : points) {
    const QPointF inside = point - area.topLeft();
    // QRectF::contains() would say that NaN is inside.
    if (inside.x() >= 0 && inside.x() <= area.width() && inside.y() >= 0 &&
        inside.y() <= area.height()) {
      at(cellOf(inside.x()) + 1, cellOf(inside.y()) + 1) = 1;
    }
  }
  for (int row = 1; row <= m_rows; ++row) {
    for (int column = 1; column <= m_columns; ++column) {
      at(column, row) += at(column - 1, row) + at(column, row - 1) - at(column - 1, row - 1);
    }
  }
}

int InkMap::cellOf(double pixels) const {
  return static_cast<int>(std::floor(pixels / m_cellSize));
}

int InkMap::sumBefore(int column, int row) const {
  return m_sums[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns + 1) +
                static_cast<std::size_t>(column)];
}

int InkMap::cellsUnder(const QRectF& box) const {
  if (m_sums.empty()) {
    return 0;
  }
  const int left = std::clamp(cellOf(box.left() - m_origin.x()), 0, m_columns);
  const int right = std::clamp(cellOf(box.right() - m_origin.x()) + 1, left, m_columns);
  const int top = std::clamp(cellOf(box.top() - m_origin.y()), 0, m_rows);
  const int bottom = std::clamp(cellOf(box.bottom() - m_origin.y()) + 1, top, m_rows);
  return sumBefore(right, bottom) - sumBefore(left, bottom) - sumBefore(right, top) +
         sumBefore(left, top);
}

} // namespace backflow
