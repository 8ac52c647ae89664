// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>
#include <QRectF>

class QCustomPlot;

namespace backflow {

/// Whether who presses there means what is drawn in the area: a hand is not exact to the pixel, but
/// the title, the legend and the numbers around it are no places in it.
bool isPressIn(const QRectF& area, const QPointF& place);

/// The same of any of the plot's axis rectangles.
bool isPressInAxes(const QCustomPlot& plot, const QPointF& place);

/// Tells where the mouse is from the left button's press within the axes until it is let go: what
/// is begun there may leave them.
class AxesDrag : public QObject {
  Q_OBJECT

 public:
  explicit AxesDrag(QCustomPlot& plot);

 signals:
  void moved(const QPointF& place);

 private:
  bool m_isHeld = false;
};

} // namespace backflow
