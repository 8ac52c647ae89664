// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_cursor.h"

#include "ui/plot/line_clipping.h"

#include <qcustomplot.h>

#include <algorithm>
#include <limits>

namespace backflow {

namespace {

// The costs of a place.
constexpr double perCellOfInk = 2;
constexpr double coversLabel = 1e4;
constexpr double coversMark = 40;
constexpr double coversLeader = 20;
constexpr double coversEdgeWords = 5;
constexpr double takesHalfTheHeight = 400;
constexpr double onOtherSide = 1;
constexpr double awayFromCursor = 30;
constexpr double inNoCorner = 15;
constexpr double worthMoving = 25;
/// Of the text in the plot, those that are tried first before the others.
constexpr double heights[] = {0, 1, 0.5, 0.25, 0.75, 0.1, 0.9, 0.4, 0.6, 0.15, 0.85, 0.33, 0.67};

QString layerName() {
  return QStringLiteral("cursor");
}

} // namespace

PlotCursor::PlotCursor(QCustomPlot& plot) : m_plot(plot) {
  // Under the words beside marks, which the line would strike through.
  m_plot.addLayer(layerName(), m_plot.layer(QStringLiteral("legend")), QCustomPlot::limAbove);
  m_plot.layer(layerName())->setMode(QCPLayer::lmBuffered);
  m_line = new QCPItemStraightLine(&m_plot);
  m_line->setLayer(layerName());
  m_text = new QCPItemText(&m_plot);
  m_text->setLayer(layerName());
  m_text->setObjectName(QStringLiteral("cursorReading"));
  m_text->setTextAlignment(Qt::AlignLeft);
  m_text->setPadding({4, 1, 4, 1});
  m_text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_text->position->setType(QCPItemPosition::ptAbsolute);
}

void PlotCursor::setTheme(const Theme& theme) {
  m_line->setPen(QPen(theme.cursor, std::max(1.0, theme.lineWidth / 2)));
  m_text->setFont(theme.smallFont());
  m_text->setColor(theme.text);
  m_text->setBrush(theme.background);
  m_text->setPen(QPen(theme.cursor, 1));
}

void PlotCursor::setVisible(bool visible) {
  m_line->setVisible(visible);
  m_text->setVisible(visible);
}

void PlotCursor::moveTo(int t, const QStringList& values) {
  m_time = t;
  m_line->point1->setCoords(t, 0);
  m_line->point2->setCoords(t, 1);
  m_values = values;
  m_text->setText(values.join(QChar('\n')));
}

QSizeF PlotCursor::sizeOf(const QString& text) const {
  const QFontMetricsF metrics(m_text->font());
  return metrics.boundingRect(QRectF(0, 0, 1e4, 1e4), 0, text).size() + QSizeF(10, 4);
}

double PlotCursor::costOf(const QRectF& box, const InSight& inSight) {
  double cost = inSight.ink == nullptr ? 0 : perCellOfInk * inSight.ink->cellsUnder(box);
  for (const QRectF& label : inSight.labels) {
    const QRectF common = label.intersected(box);
    cost += common.isEmpty() ? 0 : coversLabel + common.width() * common.height();
  }
  for (const QRectF& words : inSight.edgeWords) {
    cost += words.intersects(box) ? coversEdgeWords : 0;
  }
  for (const QLineF& leader : inSight.leaders) {
    cost += clipped(leader, box) ? coversLeader : 0;
  }
  const double radius = inSight.markRadius;
  for (const QPointF& mark : inSight.marks) {
    cost += box.adjusted(-radius, -radius, radius, radius).contains(mark) ? coversMark : 0;
  }
  return cost;
}

PlotCursor::Place PlotCursor::bestPlace(const QSizeF& size, qsizetype inALine,
                                        const InSight& inSight) const {
  const QRectF area(m_plot.axisRect()->rect());
  const double x = m_plot.xAxis->coordToPixel(m_time);
  const bool leftFirst = x > area.center().x();
  Place best{{}, std::numeric_limits<double>::infinity(), {}};
  const auto consider = [&](double left, const Choice& choice, double cost) {
    const double top = area.top() + choice.down * (area.height() - size.height());
    const QRectF box(QPointF(left, top), size);
    cost -= choice == m_stood ? worthMoving : 0;
    if (cost >= best.cost || box.left() < area.left() || box.right() > area.right() + 1) {
      return;
    }
    cost += costOf(box, inSight);
    if (cost < best.cost) {
      best = {box, cost, choice};
    }
  };
  for (const bool left : {leftFirst, !leftFirst}) {
    for (const double height : heights) {
      consider(left ? x - size.width() : x, {inALine, true, left ? 0.0 : 1.0, height},
               left == leftFirst ? 0 : onOtherSide);
    }
  }
  const double free = area.width() - size.width();
  for (const double height : heights) {
    for (const double share : {0.0, 1.0, 0.25, 0.5, 0.75}) {
      const bool isCorner = (height == 0 || height == 1) && (share == 0 || share == 1);
      consider(area.left() + share * free, {inALine, false, share, height},
               awayFromCursor + (isCorner ? 0 : inNoCorner));
    }
  }
  return best;
}

QString PlotCursor::inLinesOf(qsizetype count) const {
  QStringList lines;
  for (qsizetype first = 0; first < m_values.size(); first += count) {
    lines += m_values.mid(first, count).join(QStringLiteral("   "));
  }
  return lines.join(QChar('\n'));
}

/// Where one below the other would take half of the height, as few as do not; one if none do.
qsizetype PlotCursor::leastInALine(const QRectF& area) const {
  for (qsizetype count = 1; count <= m_values.size(); ++count) {
    const QSizeF size = sizeOf(inLinesOf(count));
    if (size.width() > area.width()) {
      break;
    }
    if (size.height() <= area.height() / 2) {
      return count;
    }
  }
  return 1;
}

PlotCursor::Place PlotCursor::bestPlace(const InSight& inSight) const {
  const QRectF area(m_plot.axisRect()->rect());
  Place best{{}, std::numeric_limits<double>::infinity(), {1, true, 0, 0}};
  for (qsizetype inALine = leastInALine(area); inALine <= m_values.size(); ++inALine) {
    const QSizeF size = sizeOf(inLinesOf(inALine));
    if (size.height() > area.height() && inALine < m_values.size()) {
      continue;
    }
    Place place = bestPlace(size, inALine, inSight);
    place.cost += size.height() > area.height() / 2 ? takesHalfTheHeight : 0;
    if (place.cost < best.cost) {
      best = place;
    }
    if (best.cost < takesHalfTheHeight) {
      break; // one below the other reads best
    }
  }
  return best;
}

QRectF PlotCursor::placeText(const InSight& inSight) {
  // Where the cursor is out of sight, its values would stand beside something else.
  m_text->setVisible(m_line->visible() && m_plot.xAxis->range().contains(m_time));
  const Place best = bestPlace(inSight);
  m_stood = best.choice;
  m_text->setText(inLinesOf(best.choice.inALine));
  m_text->position->setCoords(best.box.topLeft());
  return m_text->visible() ? best.box : QRectF();
}

QRectF PlotCursor::lineBox() const {
  if (!m_line->visible()) {
    return {};
  }
  const QRectF area(m_plot.axisRect()->rect());
  const double width = m_line->pen().widthF();
  return {m_plot.xAxis->coordToPixel(m_time) - width / 2, area.top(), width, area.height()};
}

void PlotCursor::replot() {
  m_plot.layer(layerName())->replot();
}

} // namespace backflow
