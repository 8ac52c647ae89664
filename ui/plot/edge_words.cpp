// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/edge_words.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace backflow {

namespace {

QRectF boxOf(const QCPAbstractItem* item) {
  return {item->anchor(QStringLiteral("topLeft"))->pixelPosition(),
          item->anchor(QStringLiteral("bottomRight"))->pixelPosition()};
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
  item->setPadding({7, 1, 7, 1});
  item->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
  item->position->setTypeY(QCPItemPosition::ptPlotCoords);
  item->position->setCoords(0, log10);
  m_words.push_back({item, room, vertical, edge});
  put(m_words.back(), edge, vertical);
}

void EdgeWords::addMovable(Qt::Edge edge, double log10, const QString& text, const QColor& color,
                           const Theme& theme, Qt::Alignment vertical) {
  add(edge, log10, std::numeric_limits<double>::infinity(), text, color, theme, vertical);
  m_words.back().mayFlip = true;
}

void EdgeWords::put(const Words& words, Qt::Edge edge, Qt::Alignment vertical) {
  const bool right = edge == Qt::RightEdge;
  words.item->setPositionAlignment(vertical | (right ? Qt::AlignRight : Qt::AlignLeft));
  words.item->position->setCoords(right ? 1 : 0, words.item->position->value());
}

void EdgeWords::settle(const std::vector<QPointF>& curves) {
  std::vector<QRectF> boxes;
  boxes.reserve(m_words.size());
  for (const Words& words : m_words) {
    boxes.push_back(boxOf(words.item));
  }
  for (std::size_t k = 0; k < m_words.size(); ++k) {
    move(k, curves, boxes);
  }
  hideCramped(boxes);
}

/// The height that the words name.
double EdgeWords::pixelOf(const Words& words) const {
  return m_plot.yAxis->coordToPixel(words.item->position->value());
}

QRectF EdgeWords::boxAt(const Words& words, const QSizeF& size, Qt::Edge edge,
                        Qt::Alignment vertical) const {
  const QRectF area(m_plot.axisRect()->rect());
  const double left = edge == Qt::LeftEdge ? area.left() : area.right() - size.width();
  const double height = pixelOf(words);
  return {QPointF(left, vertical == Qt::AlignTop ? height : height - size.height()), size};
}

void EdgeWords::move(std::size_t which, const std::vector<QPointF>& curves,
                     std::vector<QRectF>& boxes) {
  constexpr std::ptrdiff_t noPlace = 100000;
  Words& words = m_words[which];
  const QRectF area = QRectF(m_plot.axisRect()->rect()).adjusted(-1, -1, 1, 1);
  const Qt::Alignment other = words.vertical == Qt::AlignTop ? Qt::AlignBottom : Qt::AlignTop;
  const Qt::Edge opposite = words.edge == Qt::LeftEdge ? Qt::RightEdge : Qt::LeftEdge;
  std::ptrdiff_t least = std::numeric_limits<std::ptrdiff_t>::max();
  std::pair<Qt::Edge, Qt::Alignment> best;
  QRectF bestBox;
  for (const Qt::Edge edge : {words.edge, opposite}) {
    for (const Qt::Alignment vertical : {words.vertical, other}) {
      if (least == 0 || (vertical != words.vertical && !words.mayFlip)) {
        continue;
      }
      const QRectF box = boxAt(words, boxes[which].size(), edge, vertical);
      std::ptrdiff_t struck = std::ranges::count_if(
          curves, [&box](const QPointF& point) { return box.contains(point); });
      struck += area.contains(box) ? 0 : noPlace;
      for (std::size_t k = 0; k < m_words.size(); ++k) {
        // At the line of another height the words would name that one. What can move goes where
        // those that cannot have left room.
        const double line = pixelOf(m_words[k]);
        const bool isTaken = boxes[k].intersects(box) && (words.mayFlip || !m_words[k].mayFlip);
        const bool isAmiss = isTaken || (box.top() < line && line < box.bottom());
        struck += k != which && isAmiss ? noPlace : 0;
      }
      if (struck < least) {
        least = struck;
        best = {edge, vertical};
        bestBox = box;
      }
    }
  }
  words.hasPlace = !words.mayFlip || least < noPlace;
  put(words, best.first, best.second);
  boxes[which] = bestBox;
}

void EdgeWords::hideCramped(const std::vector<QRectF>& boxes) {
  const QRectF area(m_plot.axisRect()->rect());
  std::vector<QRectF> shown;
  const double pixelsPerUnit = area.height() / m_plot.yAxis->range().size();
  for (std::size_t k = 0; k < m_words.size(); ++k) {
    Words& words = m_words[k];
    const QRectF& box = boxes[k];
    words.fits = words.hasPlace && words.room * pixelsPerUnit >= 0.85 * box.height() &&
                 box.top() >= area.top() && box.bottom() <= area.bottom() &&
                 std::none_of(shown.begin(), shown.end(),
                              [&](const QRectF& other) { return other.intersects(box); });
    if (words.fits) {
      shown.push_back(box);
    }
  }
}

std::vector<QRectF> EdgeWords::places() const {
  std::vector<QRectF> boxes;
  for (const Words& words : m_words) {
    if (words.fits) {
      boxes.push_back(boxOf(words.item));
    }
  }
  return boxes;
}

bool EdgeWords::giveWayTo(const QRectF& place, const std::vector<QRectF>& labels) {
  bool changed = false;
  for (const Words& words : m_words) {
    const QRectF box = boxOf(words.item);
    const bool covered =
        box.intersects(place) ||
        std::ranges::any_of(labels, [&](const QRectF& label) { return label.intersects(box); });
    const bool shown = words.fits && !covered;
    changed |= words.item->visible() != shown;
    words.item->setVisible(shown);
  }
  return changed;
}

} // namespace backflow
