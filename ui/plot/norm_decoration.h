// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"
#include "ui/plot/theme.h"

#include <QCoreApplication>
#include <QPointer>
#include <QString>

#include <vector>

class QCPAbstractItem;
class QCustomPlot;

namespace backflow {

/// All in a norm plot that is not a curve: bands of the number formats, thresholds, stretches of
/// zero, inf and NaN, and markers with words that keep out of each other's way.
class NormDecoration {
  Q_DECLARE_TR_FUNCTIONS(NormDecoration)

public:
  explicit NormDecoration(QCustomPlot& plot);

  void draw(const NormPicture& picture, const Theme& theme);
  /// Puts the labels where there is room: after every layout, before the items are painted.
  void placeLabels();

private:
  struct Label {
    double t;
    double log10;
    QCPAbstractItem* text;
    QCPAbstractItem* leader; ///< none for labels of a region
  };

  void clear();
  void drawBands();
  void drawLevels();
  void drawSpans();
  void drawNanRegion(const NormSpan& span);
  void drawRail(const NormSpan& span);
  void drawMarkers();
  void addRect(double fromT, double toT, double from, double to, const QBrush& brush);
  void addLine(double fromT, double from, double toT, double to, const QPen& pen,
               const char* layer);
  void addEdgeText(double log10, const QString& text, const QColor& color, int vertical);
  void addLabel(const QString& text, const QColor& color, double t, double log10, bool leader);
  double railOf(SpanKind kind, Precision precision) const;
  QString nanSentence(const NormSpan& span) const;

  QCustomPlot& m_plot;
  NormPicture m_picture;
  Theme m_theme;
  std::vector<QCPAbstractItem*> m_items;
  std::vector<Label> m_labels;
};

} // namespace backflow
