// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

class QCPAbstractItem;
class QCustomPlot;

namespace backflow {

/// Words beside points of a plot, on the layer "marks", each with a thin line to its point.
class MarkerLabels {
 public:
  enum class Leader { Line, None };

  explicit MarkerLabels(QCustomPlot& plot) : m_plot(plot) {}

  void clear();
  void add(const QString& text, const QColor& color, const Theme& theme, QPointF point,
           Leader leader);
  /// Puts the labels where there is room. `obstacles`: pixels that should stay in sight.
  void place(const Theme& theme, const std::vector<QPointF>& obstacles);
  /// Where they stand, in pixels.
  const std::vector<QRectF>& places() const { return m_places; }

 private:
  struct Label {
    QPointF point; ///< in the plot's coordinates
    QCPAbstractItem* text;
    QCPAbstractItem* leader;
  };

  QCustomPlot& m_plot;
  std::vector<Label> m_labels;
  std::vector<QRectF> m_places;
};

} // namespace backflow
