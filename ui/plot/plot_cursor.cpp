// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_cursor.h"

#include "ui/plot/line_clipping.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

// The costs of a place.
constexpr double perCellOfInk = 2;
constexpr double allCurves = 400; ///< of a part of them as much less
constexpr double coversLabel = 1e4;
constexpr double coversMark = 40;
constexpr double coversLeader = 20;
constexpr double coversEdgeWords = 20;
constexpr double takesHalfTheHeight = 400;
constexpr double perValueInALine = 4; ///< one below the other reads best
constexpr double onOtherSide = 1;
constexpr double besideCursor = 40; ///< it moves with it
constexpr double onCursor = 12;     ///< a part of its line is hidden
constexpr double perWidthAway = 5;  ///< from the cursor
constexpr double atNoSide = 15;     ///< for either direction
/// A place that is better by less is not worth the eyes' way to it.
constexpr double worthMoving = 50;
constexpr double worthResting = 10; ///< less, so that it comes to rest again
constexpr double worthLabelsMoving = 60;
/// Covering no more than that it need not be put into fewer lines.
constexpr double isGood = 25;
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
  if (inSight.curves != nullptr && inSight.curves->cells() > 0) {
    cost += allCurves * inSight.curves->cellsUnder(box) / inSight.curves->cells();
  }
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

/// What it is worth that the values stand there already.
double PlotCursor::habitOf(const Choice& choice) const {
  return choice != m_stood ? 0 : choice.besideLine ? worthResting : worthMoving;
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
    cost -= habitOf(choice);
    if (cost >= best.cost || box.left() < area.left() || box.right() > area.right() + 1) {
      return;
    }
    cost += costOf(box, inSight);
    if (cost < best.cost) {
      best = {box, cost, choice};
    }
  };
  const double free = area.width() - size.width();
  for (const double height : heights) {
    for (const double share : {0.0, 1.0, 0.25, 0.5, 0.75}) {
      const double left = area.left() + share * free;
      const int sides = (height == 0 || height == 1 ? 1 : 0) + (share == 0 || share == 1 ? 1 : 0);
      const bool isOnLine = left < x && x < left + size.width();
      const double away = std::abs(left + size.width() / 2 - x) / area.width();
      consider(left, {inALine, false, share, height},
               atNoSide * (2 - sides) + (isOnLine ? onCursor : 0) + perWidthAway * away);
    }
  }
  for (const bool left : {leftFirst, !leftFirst}) {
    for (const double height : heights) {
      consider(left ? x - size.width() : x, {inALine, true, left ? 0.0 : 1.0, height},
               besideCursor + (left == leftFirst ? 0 : onOtherSide));
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
    place.cost += perValueInALine * static_cast<double>(inALine);
    if (place.cost < best.cost) {
      best = place;
    }
    if (best.cost < isGood) {
      break;
    }
  }
  return best;
}

std::optional<QRectF> PlotCursor::wishedPlace(const InSight& inSight) const {
  if (!isInSight()) {
    return std::nullopt;
  }
  const Place possible = bestPlace(inSight);
  if (possible.cost < isGood) {
    return std::nullopt;
  }
  InSight withoutLabels = inSight;
  withoutLabels.labels.clear();
  withoutLabels.leaders.clear();
  const Place wished = bestPlace(withoutLabels);
  return wished.cost + worthLabelsMoving < possible.cost ? std::optional(wished.box) : std::nullopt;
}

bool PlotCursor::isInSight() const {
  return m_line->visible() && m_plot.xAxis->range().contains(m_time);
}

QRectF PlotCursor::placeText(const InSight& inSight) {
  // Where the cursor is out of sight, its values would stand beside something else.
  m_text->setVisible(isInSight());
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
