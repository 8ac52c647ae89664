// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/marker_labels.h"
#include "ui/plot/norm_picture.h"
#include "ui/plot/theme.h"

#include <QCoreApplication>
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
  std::vector<QPointF> curvePixels() const;
  void hideCrampedEdgeTexts();
  void drawBands();
  void drawLevels();
  void drawSpans();
  void drawNanRegion(const NormSpan& span);
  void drawRail(const NormSpan& span);
  void drawMarkers();
  void drawPinLetters();
  void placePinLetters();
  void addRect(double fromT, double toT, double from, double to, const QBrush& brush);
  void addLine(double fromT, double from, double toT, double to, const QPen& pen,
               const char* layer);
  void addEdgeText(Qt::Edge edge, double log10, double room, const QString& text,
                   const QColor& color, Qt::Alignment vertical);
  double railOf(SpanKind kind, Precision precision) const;
  QString nanSentence(const NormSpan& span) const;

  QCustomPlot& m_plot;
  NormPicture m_picture;
  Theme m_theme;
  std::vector<QCPAbstractItem*> m_items;
  struct EdgeText {
    QCPAbstractItem* item; ///< one of m_items
    double room;           ///< height of what it names, in units of the vertical axis
    bool fits = true;
  };
  std::vector<EdgeText> m_edgeTexts;
  MarkerLabels m_labels;
  struct PinLetter {
    std::size_t label; ///< in m_labels
    std::size_t curve; ///< in m_picture
  };
  std::vector<PinLetter> m_pinLetters;
};

} // namespace backflow
