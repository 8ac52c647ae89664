// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <cstddef>
#include <vector>

class QCPItemText;
class QCustomPlot;

namespace backflow {

/// Words at the left and right edges of a plot that name heights of it. They are the first to give
/// way: to each other, where there is no room, and to what else has words.
class EdgeWords {
 public:
  explicit EdgeWords(QCustomPlot& plot) : m_plot(plot) {}

  void clear();
  /// At a height, above or below it (`vertical`), and at this edge, or at the other where fewer
  /// curves strike them through. `room`: the height of what they name, in units of the vertical
  /// axis.
  void add(Qt::Edge edge, double log10, double room, const QString& text, const QColor& color,
           const Theme& theme, Qt::Alignment vertical);
  /// As add(), words that may stand above their height as well as below.
  void addMovable(Qt::Edge edge, double log10, const QString& text, const QColor& color,
                  const Theme& theme, Qt::Alignment vertical);
  /// Finds places, and those that there is room for: after every layout. `curves`: points of them,
  /// in pixels.
  void settle(const std::vector<QPointF>& curves);
  /// Of those that there is room for, in pixels.
  std::vector<QRectF> places() const;
  /// Hides what a place or one of the labels covers. True if others are in sight than before.
  bool giveWayTo(const QRectF& place, const std::vector<QRectF>& labels);

 private:
  struct Words {
    QCPItemText* item;
    double room;
    Qt::Alignment vertical;
    Qt::Edge edge;
    bool mayFlip = false;
    bool hasPlace = true;
    bool fits = true;
  };

  static void put(const Words& words, Qt::Edge edge, Qt::Alignment vertical);
  double pixelOf(const Words& words) const;
  /// Where words of that size would stand.
  QRectF boxAt(const Words& words, const QSizeF& size, Qt::Edge edge, Qt::Alignment vertical) const;
  /// To its best place; `boxes` are those of all words.
  void move(std::size_t which, const std::vector<QPointF>& curves, std::vector<QRectF>& boxes);
  void hideCramped(const std::vector<QRectF>& boxes);

  QCustomPlot& m_plot;
  std::vector<Words> m_words;
};

} // namespace backflow
