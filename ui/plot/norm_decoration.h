// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/edge_words.h"
#include "ui/plot/marker_labels.h"
#include "ui/plot/norm_picture.h"
#include "ui/plot/pin_letters.h"
#include "ui/plot/theme.h"

#include <QCoreApplication>
#include <QLineF>
#include <QString>

#include <vector>

class QCPAbstractItem;
class QCustomPlot;

namespace backflow {

/// All in a norm plot that is not a curve: bands of the number formats, thresholds, stretches of
/// zero, inf and NaN, markers with words that keep out of each other's way, and the pinned curves'
/// letters.
class NormDecoration {
  Q_DECLARE_TR_FUNCTIONS(NormDecoration)

 public:
  explicit NormDecoration(QCustomPlot& plot);
  NormDecoration(const NormDecoration&) = delete; // its letters know its labels
  NormDecoration& operator=(const NormDecoration&) = delete;

  void draw(const NormPicture& picture, const Theme& theme);
  /// Puts the labels where there is room: after every layout, before the items are painted.
  void placeLabels();
  const std::vector<QRectF>& labelPlaces() const;
  /// Pixels all along the curves, and on the markers.
  std::vector<QPointF> curveTraces() const;
  /// Of the words at the edges, those that there is room for.
  std::vector<QRectF> edgeWords() const;
  /// Words at the edges give way to the labels and to what covers this place. True if others are
  /// in sight than before.
  bool giveWayTo(const QRectF& place);

 private:
  void clear();
  std::vector<QPointF> strokes(std::vector<QPointF> pixels) const;
  std::vector<QPointF> obstacles(std::vector<QPointF> pixels) const;
  void drawBands();
  void drawLevels();
  void drawSpans();
  void drawNanRegion(const NormSpan& span);
  void drawRail(const NormSpan& span);
  void drawMarkers();
  void addRect(double fromT, double toT, double from, double to, const QBrush& brush);
  void addLine(double fromT, double from, double toT, double to, const QPen& pen,
               const char* layer);
  double railOf(SpanKind kind, Precision precision) const;
  QString nanSentence(const NormSpan& span) const;

  QCustomPlot& m_plot;
  NormPicture m_picture;
  Theme m_theme;
  std::vector<QCPAbstractItem*> m_items;
  EdgeWords m_edgeWords;
  MarkerLabels m_labels;
  PinLetters m_pinLetters;
  std::vector<QLineF> m_drops; ///< from a curve to its rail, in the plot's coordinates
};

} // namespace backflow
