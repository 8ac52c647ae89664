// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/edge_words.h"

#include "ui/plot/line_clipping.h"

#include <qcustomplot.h>

#include <algorithm>
#include <limits>

namespace backflow {

namespace {

constexpr int sidePadding = 7;
/// Of the way from one edge to the other, in the order in which they are tried.
constexpr double shares[] = {0, 1, 0.25, 0.75, 0.5};
/// From the height on, that a band's name is tried in.
constexpr int mostLines = 3;

QSizeF sizeOf(const QCPAbstractItem* item) {
  const QPointF from = item->anchor(QStringLiteral("topLeft"))->pixelPosition();
  const QPointF to = item->anchor(QStringLiteral("bottomRight"))->pixelPosition();
  return {to.x() - from.x(), to.y() - from.y()};
}

/// What words leave free beside themselves may be crossed.
QRectF lettersOf(const QRectF& box) {
  return box.adjusted(sidePadding - 1, 0, -sidePadding + 1, 0);
}

} // namespace

void EdgeWords::clear() {
  for (const Words& words : m_words) {
    m_plot.removeItem(words.item);
  }
  m_words.clear();
}

void EdgeWords::add(Qt::Edge edge, double log10, double room, const QString& text,
                    const QColor& color, const Theme& theme, Qt::Alignment vertical) {
  auto* item = new QCPItemText(&m_plot);
  item->setLayer(QStringLiteral("grid")); // over its lines, which would strike the words through
  item->setText(text);
  item->setFont(theme.smallFont());
  item->setColor(color);
  item->setPadding({sidePadding, 1, sidePadding, 1});
  item->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
  item->position->setType(QCPItemPosition::ptAbsolute);
  item->position->setCoords(0, 0); // before the first layout the old ones made no pixels
  m_words.push_back({item, log10, room, vertical == Qt::AlignBottom, edge});
}

void EdgeWords::addMovable(Qt::Edge edge, double log10, const QString& text, const QColor& color,
                           const Theme& theme, Qt::Alignment vertical) {
  add(edge, log10, std::numeric_limits<double>::infinity(), text, color, theme, vertical);
  m_words.back().mayFlip = true;
}

void EdgeWords::settle(const InkMap& ink, double rim) {
  QRectF area(m_plot.axisRect()->rect());
  // The cursor stands at the first or the last step for long: no letter stands beyond its line.
  constexpr double besideCursor = sidePadding - 4;
  area.setLeft(std::max(area.left(), m_plot.xAxis->coordToPixel(1) - besideCursor));
  area.setRight(std::min(area.right(), m_plot.xAxis->coordToPixel(m_lastStep) + besideCursor));
  for (Words& words : m_words) {
    words.fits = false;
  }
  // What can stand above its height as well as below goes where the others have left room.
  for (const bool flips : {false, true}) {
    for (Words& words : m_words) {
      if (words.mayFlip == flips) {
        move(words, area, ink, rim);
      }
    }
  }
}

/// The height that the words name.
double EdgeWords::pixelOf(const Words& words) const {
  return m_plot.yAxis->coordToPixel(words.log10);
}

bool EdgeWords::hasRoom(const Words& words, double height) const {
  const double pixelsPerUnit = m_plot.axisRect()->height() / m_plot.yAxis->range().size();
  return words.room * pixelsPerUnit >= 0.85 * height;
}

bool EdgeWords::isClear(const Words& words, const QRectF& box, const InkMap& ink,
                        double rim) const {
  const QRectF area = QRectF(m_plot.axisRect()->rect()).adjusted(-1, -1, 1, 1);
  if (!area.contains(box) || ink.cellsUnder(lettersOf(box).adjusted(-rim, -rim, rim, rim)) > 0) {
    return false;
  }
  return std::ranges::none_of(m_words, [&](const Words& other) {
    // At the line of another height the words would name that one.
    const double line = pixelOf(other);
    const bool isOther = &other != &words;
    return isOther &&
           ((other.fits && other.box.intersects(box)) || (box.top() < line && line < box.bottom()));
  });
}

std::vector<EdgeWords::Place> EdgeWords::placesOf(const Words& words) {
  std::vector<Place> places;
  // A band's name may stand anywhere in the band, that of a height at its line alone.
  for (int line = 0; line < (words.mayFlip ? 1 : mostLines); ++line) {
    for (const double share : shares) {
      const double fromLeft = words.edge == Qt::LeftEdge ? share : 1 - share;
      places.push_back({line, fromLeft, words.isAbove});
      if (words.mayFlip) {
        places.push_back({line, fromLeft, !words.isAbove});
      }
    }
  }
  return places;
}

QRectF EdgeWords::boxAt(const Place& place, const Words& words, const QRectF& area) const {
  const QSizeF size = sizeOf(words.item);
  const double left = area.left() + place.share * (area.width() - size.width());
  const double away = place.line * size.height();
  const double top = pixelOf(words) + (place.isAbove ? -size.height() - away : away);
  return {QPointF(left, top), size};
}

void EdgeWords::move(Words& words, const QRectF& area, const InkMap& ink, double rim) {
  std::vector<Place> places = placesOf(words);
  // Words that jump while a slider is dragged cannot be read.
  if (const auto stood = m_stood.find(words.item->text()); stood != m_stood.end()) {
    places.insert(places.begin(), stood->second);
  }
  for (const Place& place : places) {
    const QRectF box = boxAt(place, words, area);
    if (hasRoom(words, (place.line + 1) * box.height()) && isClear(words, box, ink, rim)) {
      words.box = box;
      words.fits = true;
      words.item->position->setCoords(box.topLeft());
      m_stood[words.item->text()] = place;
      return;
    }
  }
}

std::vector<QRectF> EdgeWords::places() const {
  std::vector<QRectF> boxes;
  for (const Words& words : m_words) {
    if (words.fits) {
      boxes.push_back(words.box);
    }
  }
  return boxes;
}

bool EdgeWords::giveWayTo(const std::vector<QRectF>& covers, const std::vector<QLineF>& lines) {
  bool changed = false;
  for (const Words& words : m_words) {
    const QRectF letters = lettersOf(words.box);
    const auto covered = [&](const QRectF& cover) {
      return cover.intersects(letters);
    };
    const auto struck = [&](const QLineF& line) {
      return clipped(line, letters).has_value();
    };
    const bool shown =
        words.fits && std::ranges::none_of(covers, covered) && std::ranges::none_of(lines, struck);
    changed |= words.item->visible() != shown;
    words.item->setVisible(shown);
  }
  return changed;
}

} // namespace backflow
