// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/ink_map.h"
#include "ui/plot/theme.h"

#include <QColor>
#include <QLineF>
#include <QRectF>
#include <QString>

#include <map>
#include <vector>

class QCPItemText;
class QCustomPlot;

namespace backflow {

/// Words at the left and right edges of a plot, or between them, that name heights of it. They say
/// what can be told without them, so that they are the first to give way: to each other, to what
/// else has words, and to lines that would strike them through.
class EdgeWords {
 public:
  explicit EdgeWords(QCustomPlot& plot) : m_plot(plot) {}

  /// What is added after it stands where the same words stood before, while that is clear.
  void clear();
  /// What is added next is placed as if nothing had stood before.
  void forgetPlaces() { m_stood.clear(); }
  void setLastStep(double lastStep) { m_lastStep = lastStep; }
  /// At a height, above or below it (`vertical`), and at this edge, or elsewhere where lines would
  /// strike them through. `room`: the height of what they name, in units of the vertical axis.
  void add(Qt::Edge edge, double log10, double room, const QString& text, const QColor& color,
           const Theme& theme, Qt::Alignment vertical);
  /// As add(), words that may stand above their height as well as below.
  void addMovable(Qt::Edge edge, double log10, const QString& text, const QColor& color,
                  const Theme& theme, Qt::Alignment vertical);
  /// Finds places, and those that there is room for: after every layout. `ink`: what would strike
  /// them through; `rim`: half the width of its lines.
  void settle(const InkMap& ink, double rim);
  /// Of those that there is room for, in pixels.
  std::vector<QRectF> places() const;
  /// Hides what one of these covers or strikes through. True if others are in sight than before.
  bool giveWayTo(const std::vector<QRectF>& covers, const std::vector<QLineF>& lines);

 private:
  struct Words {
    QCPItemText* item;
    double log10;
    double room;
    bool isAbove;
    Qt::Edge edge;
    bool mayFlip = false;
    QRectF box{};      ///< where they stand
    bool fits = false; ///< in it
  };

  /// One of the places of some words.
  struct Place {
    int line;     ///< away from their height
    double share; ///< of the way from the left edge to the right
    bool isAbove; ///< their height
  };

  double pixelOf(const Words& words) const;
  bool hasRoom(const Words& words, double height) const;
  bool isClear(const Words& words, const QRectF& box, const InkMap& ink, double rim) const;
  static std::vector<Place> placesOf(const Words& words);
  QRectF boxAt(const Place& place, const Words& words, const QRectF& area) const;
  /// Where they stood, or to the first of their places that is clear.
  void move(Words& words, const QRectF& area, const InkMap& ink, double rim);

  QCustomPlot& m_plot;
  std::vector<Words> m_words;
  std::map<QString, Place> m_stood; ///< where they stood last, by the words
  double m_lastStep = 1;
};

} // namespace backflow
