// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/edge_words.h"

#include <qcustomplot.h>

#include <algorithm>

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
  const bool right = edge == Qt::RightEdge;
  auto* item = new QCPItemText(&m_plot);
  item->setLayer(QStringLiteral("grid")); // over its lines, which would strike the words through
  item->setText(text);
  item->setFont(theme.smallFont());
  item->setColor(color);
  item->setPadding({7, 1, 7, 1});
  item->setPositionAlignment(vertical | (right ? Qt::AlignRight : Qt::AlignLeft));
  item->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
  item->position->setTypeY(QCPItemPosition::ptPlotCoords);
  item->position->setCoords(right ? 1 : 0, log10);
  m_words.push_back({item, room});
}

void EdgeWords::hideCramped() {
  const QRectF area(m_plot.axisRect()->rect());
  std::vector<QRectF> shown;
  const double pixelsPerUnit = area.height() / m_plot.yAxis->range().size();
  for (auto& [text, room, fits] : m_words) {
    const QRectF box = boxOf(text);
    fits = room * pixelsPerUnit >= 0.85 * box.height() && box.top() >= area.top() &&
           box.bottom() <= area.bottom() &&
           std::none_of(shown.begin(), shown.end(),
                        [&](const QRectF& other) { return other.intersects(box); });
    if (fits) {
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
