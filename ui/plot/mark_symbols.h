// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"

#include <QColor>
#include <QPointF>

#include <cstddef>
#include <vector>

class QCPItemTracer;
class QCustomPlot;

namespace backflow {

/// Circles and squares at points of a plot, on the layer "marks". At the edge of the plot they are
/// whole; beyond it they are not drawn.
class MarkSymbols {
 public:
  enum class Shape { Circle, Square };

  explicit MarkSymbols(QCustomPlot& plot) : m_plot(plot) {}

  void clear();
  /// At a point in the plot's coordinates.
  void add(Shape shape, QPointF point, const QColor& color, const Theme& theme);
  /// Shows those whose point is in sight: after every layout.
  void place();
  /// Of those that are shown, in pixels.
  std::vector<QPointF> centers() const;
  /// Which of those that were added, counted from 0, are shown under a pixel.
  std::vector<std::size_t> at(const QPointF& pixel) const;
  double radius() const { return m_radius; }

 private:
  QCustomPlot& m_plot;
  std::vector<QCPItemTracer*> m_symbols;
  double m_radius = 0;
};

} // namespace backflow
