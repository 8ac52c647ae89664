// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/edge_words.h"
#include "ui/plot/mark_symbols.h"
#include "ui/plot/marker_labels.h"
#include "ui/plot/norm_ink.h"
#include "ui/plot/norm_picture.h"
#include "ui/plot/pin_letters.h"
#include "ui/plot/plot_cursor.h"
#include "ui/plot/theme.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPointF>
#include <QString>

#include <cstddef>
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

  /// Words stand where they stood in the last picture, unless another place is clearly better.
  void draw(const NormPicture& picture, const Theme& theme);
  /// The next picture is another one: its words go where they are placed best.
  void forgetPlaces();
  /// All but the labels: after every layout, before the items are painted.
  void layOut();
  /// Puts the labels where there is room, after layOut().
  void placeLabels() { keepLabelsOff(m_keptOff); }
  /// Labels keep off the reading, which found no place beside them, as long as one stands there.
  void keepLabelsOff(const QRectF& reading);
  /// Where the reading stands in the end. True if labels need no more keep off where it stood.
  bool setReading(const QRectF& reading);
  /// The labels' places and what they are kept off.
  std::vector<QRectF> labelPlaces() const;
  /// What the cursor's reading had better not cover.
  PlotCursor::InSight inSight() const;
  /// What happened at the marks under a pixel, a line for each; empty where there are none.
  QString wordsOfMarkAt(const QPointF& pixel) const;
  /// Words at the edges give way to the labels and to what these cover. True if others are in sight
  /// than before.
  bool giveWayTo(std::vector<QRectF> covers);

 private:
  void clear();
  void drawBands();
  void drawLevels();
  void drawSpans();
  void drawNanRegion(const NormSpan& span);
  void drawRail(const NormSpan& span);
  void drawMarkers();
  QPointF pointOf(const NormMarker& marker) const;
  void addRect(double fromT, double toT, double from, double to, const QBrush& brush);
  void addLine(const QLineF& line, const QPen& pen, const char* layer);
  /// A line that words keep off.
  void addStroke(const QLineF& line, const QPen& pen);
  double railOf(SpanKind kind, Precision precision) const;
  QString nanSentence(const NormSpan& span) const;

  QCustomPlot& m_plot;
  NormPicture m_picture;
  Theme m_theme;
  std::vector<QCPAbstractItem*> m_items;
  EdgeWords m_edgeWords;
  MarkSymbols m_symbols;
  MarkerLabels m_labels;
  PinLetters m_pinLetters;
  std::vector<std::size_t> m_marked; ///< which marker of the picture each symbol stands for
  std::vector<QLineF> m_strokes;     ///< rails and the ways to them, in the plot's coordinates
  NormInk m_ink;                     ///< since the last layout
  QRectF m_keptOff;                  ///< that labels are kept off
};

} // namespace backflow
