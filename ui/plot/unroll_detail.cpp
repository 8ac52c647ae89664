// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/unroll_detail.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace backflow {

namespace {

QString precisionName(Precision precision) {
  return QString::fromUtf8(nameOf(precision).data());
}

/// "h₈₃"
QString indexed(const QString& name, int index) {
  QString result = name;
  for (const QChar digit : QString::number(index)) {
    result += QChar(0x2080 + digit.digitValue());
  }
  return result;
}

} // namespace

UnrollDetail::UnrollDetail(QPainter& painter, const UnrollLayout& layout, const Theme& theme,
                           const UnrollMarks& marks, const UnrollPicture& picture)
    : m_painter(painter), m_layout(layout), m_theme(theme), m_marks(marks), m_picture(picture) {}

void UnrollDetail::paint(const QStringList& readings, bool playing) const {
  for (std::size_t row = 0; row < m_picture.rows.size(); ++row) {
    paintRow(row, playing);
    const bool known = !playing || isReached(m_picture, m_picture.cursor);
    paintReading(row, known ? readings.value(static_cast<qsizetype>(row)) : QString());
  }
  paintLabels();
}

void UnrollDetail::paintRow(std::size_t row, bool playing) const {
  const UnrollRow& steps = m_picture.rows[row];
  const StepRange range = m_picture.range;
  const double radius = m_layout.nodeRadius();
  const double y = m_layout.node(row, range.first, range).y();
  QFont bold = m_theme.font;
  bold.setBold(true);
  m_painter.setFont(bold);
  m_painter.setPen(m_theme.colorOf(steps.precision));
  m_painter.drawText(QRectF(0, y - 50, m_layout.leftColumn() - 6, 100),
                     Qt::AlignRight | Qt::AlignVCenter, precisionName(steps.precision));
  for (int t = range.first; t <= range.last + 1; ++t) {
    if (t > 1 && t <= m_picture.horizon) {
      paintEdges(row, t, playing);
    }
  }
  paintUpperPaths(row);
  const double below = m_layout.underRow(row).bottom();
  for (int t = range.first; t <= range.last; ++t) {
    const QPointF center = m_layout.node(row, t, range);
    if (t != m_picture.cursor) {
      paintArrow(QPointF(center.x(), below), center + QPointF(0, radius + 1),
                 QPen(m_theme.reference, std::max(1.0, m_theme.lineWidth * 0.6)));
    }
    const bool pale = playing && !isReached(m_picture, t);
    m_marks.paintNode(m_painter, center, radius,
                      steps.nodes[static_cast<std::size_t>(t - range.first)],
                      pale ? UnrollMarks::Strength::Pale : UnrollMarks::Strength::Full);
    if (t == m_picture.cursor) {
      const double ring = radius + 1.5 + m_theme.lineWidth;
      m_painter.setBrush(Qt::NoBrush);
      m_painter.setPen(QPen(m_theme.cursor, m_theme.lineWidth * 1.4));
      m_painter.drawEllipse(center, ring, ring);
    }
  }
  paintEnds(row);
}

/// Between h_{t−1} and h_t: the weights above, the gradient below; of a bidirectional layer both
/// directions.
void UnrollDetail::paintEdges(std::size_t row, int t, bool playing) const {
  const UnrollRow& steps = m_picture.rows[row];
  const StepRange range = m_picture.range;
  const auto index = static_cast<std::size_t>(t - range.first);
  const double radius = m_layout.nodeRadius();
  const double space = m_layout.spacing(range);
  // Edges that lead out of sight are half as long.
  const double fromX = std::max(m_layout.node(row, t - 1, range).x() + radius + 2,
                                m_layout.node(row, range.first, range).x() - space * 0.62);
  const double toX = std::min(m_layout.node(row, t, range).x() - radius - 2,
                              m_layout.node(row, range.last, range).x() + space * 0.62);
  const double y = m_layout.node(row, t, range).y();
  const QPen weights(m_theme.reference, std::max(1.0, m_theme.lineWidth * 0.8));
  const auto lane = [&](double height) {
    return std::pair(QPointF(fromX, y + height * radius), QPointF(toX, y + height * radius));
  };
  const auto gradient = [&](const QColor& color) {
    return QPen(color, m_theme.lineWidth * 1.7);
  };
  const auto direction = [&](double weightLane, double gradientLane, bool readsBackward,
                             const std::vector<UnrollNode>& nodes, bool cut, bool shown) {
    const auto [left, right] = lane(weightLane);
    paintArrow(readsBackward ? right : left, readsBackward ? left : right, weights);
    const auto [gradientLeft, gradientRight] = lane(gradientLane);
    if (cut) {
      QPen dotted(m_theme.mutedText, m_theme.lineWidth);
      dotted.setDashPattern({1, 2.5});
      m_painter.setPen(dotted);
      m_painter.drawLine(gradientLeft, gradientRight);
      paintCut((gradientLeft + gradientRight) / 2);
      return;
    }
    // The gradient that arrives: at t − 1 from the right, of the other direction at t.
    const std::size_t arrives = readsBackward ? index : index - 1;
    if (!shown || arrives >= nodes.size() || nodes[arrives].kind == NodeClass::Cut) {
      return;
    }
    paintArrow(readsBackward ? gradientLeft : gradientRight,
               readsBackward ? gradientRight : gradientLeft,
               gradient(m_marks.colorOf(nodes[arrives])));
  };
  const bool shown = t - 1 >= m_picture.cursor;
  if (!m_picture.bidirectional) {
    direction(-0.45, 0.45, false, steps.nodes, m_picture.cutsBefore[index], shown);
    return;
  }
  const int reached = playing ? m_picture.horizon + 1 - m_picture.cursor : m_picture.cursor;
  direction(-0.85, -0.3, false, steps.forward, m_picture.cutsBefore[index], shown);
  direction(0.3, 0.85, true, steps.backward, m_picture.cutsAfter[index], t <= reached);
}

/// Losses at every step, and what attention leads past the recurrence.
void UnrollDetail::paintUpperPaths(std::size_t row) const {
  if (!m_picture.lossAtEveryStep && !m_picture.attends) {
    return;
  }
  const StepRange range = m_picture.range;
  const double radius = m_layout.nodeRadius();
  const double length = 0.75 * QFontMetricsF(m_theme.smallFont()).height();
  const double space = m_layout.spacing(range);
  const double bus = m_layout.node(row, range.first, range).y() - radius - length;
  const QPen pen(m_theme.mutedText, m_theme.lineWidth);
  if (m_picture.attends) {
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(m_layout.node(row, range.first, range).x() - 0.4 * space, bus),
                       QPointF(m_layout.node(row, range.last, range).x() + 0.6 * space, bus));
  }
  m_painter.setFont(m_theme.smallFont());
  for (int t = range.first; t <= range.last; ++t) {
    const double direct = m_picture.rows[row].direct[static_cast<std::size_t>(t - range.first)];
    const QPointF tip = m_layout.node(row, t, range) - QPointF(0, radius + 1.5);
    QPen arrow = pen;
    if (!std::isnan(direct)) {
      arrow = QPen(m_marks.colorOf(NodeClass::Normal, direct), m_theme.lineWidth * 1.7);
    }
    paintArrow(QPointF(tip.x(), bus), tip, arrow);
    if (!m_picture.attends) {
      m_painter.setPen(m_theme.text);
      m_painter.drawText(QRectF(tip.x() + 3, bus - length, 100, 2 * length),
                         Qt::AlignLeft | Qt::AlignVCenter, indexed(QStringLiteral("L"), t));
    }
  }
}

/// The loss where it is in sight, and dots where the network goes on.
void UnrollDetail::paintEnds(std::size_t row) const {
  const StepRange range = m_picture.range;
  const double radius = m_layout.nodeRadius();
  const double space = m_layout.spacing(range);
  const QPointF first = m_layout.node(row, range.first, range);
  const QPointF last = m_layout.node(row, range.last, range);
  const bool lossAtEnd = !m_picture.lossAtEveryStep;
  const auto dots = [&](const QPointF& center) {
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.mutedText);
    for (const int k : {-1, 0, 1}) {
      m_painter.drawEllipse(center + QPointF(5.0 * k, 0), 1.5, 1.5);
    }
  };
  const double reach = std::max(0.62 * space + 10, radius + 14.0);
  if (range.last < m_picture.horizon) {
    dots(last + QPointF(reach, 0));
  } else if (lossAtEnd) {
    const QPointF loss = last + QPointF(std::max(0.72 * space, radius + 22.0), 0);
    paintArrow(loss, last + QPointF(radius + 2 * m_theme.lineWidth + 2, 0),
               QPen(m_theme.text, m_theme.lineWidth * 1.2));
    paintLoss(loss);
  }
  if (range.first > 1) {
    dots(first - QPointF(reach, 0));
  } else if (lossAtEnd && m_picture.bidirectional && !m_picture.attends) {
    const QPointF loss = first - QPointF(std::max(0.72 * space, radius + 22.0), 0);
    paintArrow(loss, first - QPointF(radius + 2 * m_theme.lineWidth + 2, 0),
               QPen(m_theme.text, m_theme.lineWidth * 1.2));
    paintLoss(loss);
  }
}

void UnrollDetail::paintLabels() const {
  if (m_layout.stateLabels().isEmpty()) {
    return;
  }
  const StepRange range = m_picture.range;
  const QFont plain = m_theme.smallFont();
  QFont bold = plain;
  bold.setBold(true);
  for (int t = range.first; t <= range.last; ++t) {
    const double x = m_layout.node(0, t, range).x();
    const bool isCursor = t == m_picture.cursor;
    m_painter.setFont(isCursor ? bold : plain);
    m_painter.setPen(isCursor ? m_theme.text : m_theme.mutedText);
    for (const auto& [line, name] : {std::pair(m_layout.stateLabels(), QStringLiteral("h")),
                                     std::pair(m_layout.inputLabels(), QStringLiteral("x"))}) {
      m_painter.drawText(QRectF(x - 100, line.top(), 200, line.height()), Qt::AlignCenter,
                         indexed(name, t));
    }
  }
}

void UnrollDetail::paintReading(std::size_t row, const QString& words) const {
  if (words.isEmpty()) {
    return;
  }
  QFont bold = m_theme.smallFont();
  bold.setBold(true);
  m_painter.setFont(bold);
  const QRectF line = m_layout.underRow(row);
  const double width = QFontMetricsF(bold).horizontalAdvance(words) + 10;
  const double x = m_layout.node(row, m_picture.cursor, m_picture.range).x();
  // Where the edge is near, the plate moves in and keeps under its node.
  const double left = std::clamp(x - width / 2, std::min(line.left(), line.right() - width),
                                 std::max(line.left(), line.right() - width));
  const QRectF plate(left, line.top() + 1, width, line.height());
  m_painter.setPen(QPen(m_theme.cursor, 1));
  m_painter.setBrush(m_theme.background);
  m_painter.drawRoundedRect(plate, 3, 3);
  m_painter.setPen(m_theme.text);
  m_painter.drawText(plate, Qt::AlignCenter, words);
}

void UnrollDetail::paintArrow(const QPointF& from, const QPointF& to, const QPen& pen) const {
  const QPointF way = to - from;
  const double length = std::hypot(way.x(), way.y());
  if (length < 2) {
    return;
  }
  const QPointF along = way / length;
  const QPointF across(-along.y(), along.x());
  const double head = std::min(length, 3 + 2.2 * pen.widthF());
  QPen shaft = pen;
  shaft.setCapStyle(Qt::FlatCap);
  m_painter.setPen(shaft);
  m_painter.drawLine(from, to - along * head * 0.8);
  m_painter.setPen(Qt::NoPen);
  m_painter.setBrush(pen.color());
  m_painter.drawPolygon(QPolygonF(
      {to, to - along * head + across * head * 0.55, to - along * head - across * head * 0.55}));
}

/// Two strokes across a gap.
void UnrollDetail::paintCut(const QPointF& center) const {
  const double half = m_layout.nodeRadius() * 0.45 + 3;
  m_painter.fillRect(QRectF(center.x() - 4, center.y() - 2, 8, 4), m_theme.background);
  m_painter.setPen(QPen(m_theme.text, m_theme.lineWidth * 1.3));
  for (const double x : {-3.0, 3.0}) {
    m_painter.drawLine(center + QPointF(x - half * 0.35, half),
                       center + QPointF(x + half * 0.35, -half));
  }
}

void UnrollDetail::paintLoss(const QPointF& center) const {
  QFont bold = m_theme.font;
  bold.setBold(true);
  const double half = QFontMetricsF(bold).height() * 0.55;
  const QRectF box(center.x() - half, center.y() - half, 2 * half, 2 * half);
  m_painter.setPen(QPen(m_theme.text, m_theme.lineWidth));
  m_painter.setBrush(m_theme.background);
  m_painter.drawRoundedRect(box, 3, 3);
  m_painter.setFont(bold);
  m_painter.drawText(box, Qt::AlignCenter, QStringLiteral("L"));
}

} // namespace backflow
