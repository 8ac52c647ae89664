// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/label_layout.h"
#include "ui/plot/theme.h"
#include "ui/plot/time_stretch.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

class QCPAbstractItem;
class QCustomPlot;

namespace backflow {

/// Words beside points of a plot, each with a thin line to its point: the lines on the layer
/// "marks", the words over all lines on "labels". Both layers are made here.
class MarkerLabels {
 public:
  enum class Leader { Line, None };

  explicit MarkerLabels(QCustomPlot& plot);

  void clear();
  /// Words on all of a stretch of steps, at a height of the plot: they stand at the middle of what
  /// is in sight of it, and nowhere if nothing is.
  void add(const QString& text, const QColor& color, const Theme& theme, const TimeStretch& steps,
           double height, Leader leader);
  /// The same; where the stretch is narrower than they are, what stands after their colon gives
  /// way, then all of them: beside it they would say what is not so.
  void addWithin(const TimeStretch& steps, const QString& text, const QColor& color,
                 const Theme& theme, double height);
  /// Words on one step. Returns their number for move().
  std::size_t add(const QString& text, const QColor& color, const Theme& theme, QPointF point,
                  Leader leader);
  /// To another step and height, before place().
  void move(std::size_t label, QPointF point);
  /// Puts the labels where there is room, and hides those that have none. Of what surrounds them
  /// the area is set here.
  void place(const Theme& theme, LabelSurroundings surroundings);
  /// Where those stand that are shown, in pixels.
  const std::vector<QRectF>& places() const { return m_places; }
  /// The lines to their points.
  std::vector<QLineF> leaders() const;

 private:
  struct Label {
    TimeStretch steps; ///< in the plot's coordinates, as the height
    double height;
    QString words; ///< where there is no room, sentences after the first and brackets give way
    QCPAbstractItem* text;
    QCPAbstractItem* leader;
    bool staysWithin = false; ///< the stretch
  };

  QCustomPlot& m_plot;
  std::vector<Label> m_labels;
  std::vector<QRectF> m_places;
};

} // namespace backflow
