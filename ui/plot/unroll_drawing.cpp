// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/unroll_drawing.h"

#include "ui/plot/magnitude_colors.h"
#include "ui/plot/text_breaking.h"
#include "ui/text/number_text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace backflow {

namespace {

/// The classes of the legend, in its order.
constexpr NodeClass legendClasses[] = {NodeClass::Subnormal, NodeClass::Zero, NodeClass::Infinite,
                                       NodeClass::NotANumber, NodeClass::Cut};

QString precisionName(Precision precision) {
  return QString::fromUtf8(nameOf(precision).data());
}

} // namespace

QString indexed(const QString& name, int index) {
  QString result = name;
  for (const QChar digit : QString::number(index)) {
    result += QChar(0x2080 + digit.digitValue());
  }
  return result;
}

UnrollDrawing::UnrollDrawing(UnrollLayout layout, UnrollWords words, const Theme& theme,
                             double decades)
    : m_layout(std::move(layout)), m_words(std::move(words)), m_theme(theme),
      m_marks(theme, decades), m_decades(decades) {}

void UnrollDrawing::paintStill(QPainter& painter, const std::vector<UnrollStrip>& strips,
                               int horizon) const {
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_layout.hasDetail()) {
    paintHeader(painter);
  }
  if (strips.empty()) {
    return;
  }
  if (m_layout.hasDetail()) {
    paintColorBar(painter);
  }
  painter.setFont(m_theme.smallFont());
  for (std::size_t row = 0; row < strips.size(); ++row) {
    const QRectF place = m_layout.strip(row);
    painter.setPen(m_theme.colorOf(strips[row].precision));
    painter.drawText(QRectF(0, place.top() - 10, m_layout.leftColumn() - 6, place.height() + 20),
                     Qt::AlignRight | Qt::AlignVCenter, precisionName(strips[row].precision));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const UnrollCell& cell : strips[row].cells) {
      const double left = m_layout.timeToX(cell.first - 0.5);
      const double right = m_layout.timeToX(cell.last + 0.5);
      m_marks.paintCell(painter, QRectF(left, place.top(), right - left, place.height()), cell);
    }
    painter.setRenderHint(QPainter::Antialiasing);
  }
  painter.setPen(m_theme.mutedText);
  const QRectF labels = m_layout.stripLabels();
  const auto label = [&](int t, const QString& words) {
    const double width = painter.fontMetrics().horizontalAdvance(words) + 4;
    const double x = std::min(m_layout.timeToX(t) - width / 2, labels.right() - width - 2);
    painter.drawText(QRectF(x, labels.top(), width, labels.height()), Qt::AlignCenter, words);
  };
  label(1, QStringLiteral("t = 1"));
  if (horizon > 1) {
    label(horizon, QStringLiteral("T = %1").arg(horizon));
  }
}

void UnrollDrawing::paintHeader(QPainter& painter) const {
  painter.setFont(m_theme.titleFont());
  painter.setPen(m_theme.text);
  painter.drawText(m_layout.title(), Qt::AlignLeft | Qt::AlignVCenter, m_words.title);
  for (std::size_t k = 0; k < m_layout.legend().size(); ++k) {
    const QRectF mark = m_layout.legend()[k];
    UnrollNode node{legendClasses[k], 0, std::numeric_limits<double>::quiet_NaN()};
    m_marks.paintNode(painter, mark.center(), mark.width() * 0.46, node);
    painter.setFont(m_theme.font);
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(mark.right() + 4, mark.top() - 10, 1e4, mark.height() + 20),
                     Qt::AlignLeft | Qt::AlignVCenter, m_words.legend[static_cast<qsizetype>(k)]);
  }
  painter.setFont(m_theme.smallFont());
  painter.setPen(m_theme.mutedText);
  const QFontMetrics metrics(m_theme.smallFont());
  for (const auto& [place, words] : {std::pair(m_layout.caption(), m_words.caption),
                                     std::pair(m_layout.notes(), m_words.notes)}) {
    if (!words.isEmpty()) {
      painter.drawText(place, Qt::AlignLeft | Qt::AlignTop,
                       brokenAtDots(words, metrics, static_cast<int>(place.width())));
    }
  }
}

void UnrollDrawing::paintColorBar(QPainter& painter) const {
  const QRectF bar = m_layout.colorBar();
  const bool dark = m_theme.kind == ThemeKind::Dark;
  constexpr int bands = 64;
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (int k = 0; k < bands; ++k) {
    const double height = bar.height() / bands;
    const double log10 = m_decades * (1 - 2 * (k + 0.5) / bands);
    painter.fillRect(QRectF(bar.left(), bar.top() + k * height, bar.width(), height + 0.6),
                     magnitudeColor(log10, m_decades, dark));
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(m_theme.mutedText, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(bar);
  painter.setFont(m_theme.smallFont());
  const QFontMetricsF metrics(m_theme.smallFont());
  const int halves = bar.height() > 5.5 * metrics.height() ? 2 : 1;
  for (int k = -halves; k <= halves; ++k) {
    const double decade = m_decades * k / halves;
    const double y = bar.center().y() - bar.height() / 2 * decade / m_decades;
    painter.setPen(QPen(m_theme.mutedText, 1));
    painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 4, y));
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(bar.right() + 6, y - metrics.height(), 1e3, 2 * metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("10") + superscript(std::lround(decade)));
  }
  const QString quantity = QStringLiteral("‖∂L/∂hₜ‖₂");
  const double width = metrics.horizontalAdvance(quantity);
  const double left =
      std::min(bar.left(), m_layout.stripLabels().right() - width - metrics.averageCharWidth());
  const double lift = halves > 0 ? 1.55 : 1;
  painter.drawText(QRectF(left, bar.top() - lift * metrics.height(), width + 4, metrics.height()),
                   Qt::AlignLeft | Qt::AlignVCenter, quantity);
}

void UnrollDrawing::paintMoving(QPainter& painter, const UnrollPicture& picture,
                                const QStringList& readings, const QString& cursorWords,
                                bool playing) const {
  painter.setRenderHint(QPainter::Antialiasing);
  for (std::size_t row = 0; m_layout.hasDetail() && row < picture.rows.size(); ++row) {
    paintRow(painter, picture, row, playing);
    const bool known = !playing || isReached(picture, picture.cursor);
    paintReading(painter, picture, row,
                 known ? readings.value(static_cast<qsizetype>(row)) : QString());
  }
  if (m_layout.hasDetail()) {
    paintLabels(painter, picture);
  }
  paintPlaceInStrips(painter, picture, cursorWords, playing);
}

void UnrollDrawing::paintRow(QPainter& painter, const UnrollPicture& picture, std::size_t row,
                             bool playing) const {
  const UnrollRow& steps = picture.rows[row];
  const StepRange range = picture.range;
  const double radius = m_layout.nodeRadius();
  const double y = m_layout.node(row, range.first, range).y();
  QFont bold = m_theme.font;
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(m_theme.colorOf(steps.precision));
  painter.drawText(QRectF(0, y - 50, m_layout.leftColumn() - 6, 100),
                   Qt::AlignRight | Qt::AlignVCenter, precisionName(steps.precision));
  for (int t = range.first; t <= range.last + 1; ++t) {
    if (t > 1 && t <= picture.horizon) {
      paintEdges(painter, picture, row, t, playing);
    }
  }
  paintUpperPaths(painter, picture, row);
  const double below = m_layout.underRow(row).bottom();
  for (int t = range.first; t <= range.last; ++t) {
    const QPointF center = m_layout.node(row, t, range);
    if (t != picture.cursor) {
      paintArrow(painter, QPointF(center.x(), below), center + QPointF(0, radius + 1),
                 QPen(m_theme.reference, std::max(1.0, m_theme.lineWidth * 0.6)));
    }
    const bool pale = playing && !isReached(picture, t);
    m_marks.paintNode(painter, center, radius,
                      steps.nodes[static_cast<std::size_t>(t - range.first)],
                      pale ? UnrollMarks::Strength::Pale : UnrollMarks::Strength::Full);
    if (t == picture.cursor) {
      const double ring = radius + 1.5 + m_theme.lineWidth;
      painter.setBrush(Qt::NoBrush);
      painter.setPen(QPen(m_theme.cursor, m_theme.lineWidth * 1.4));
      painter.drawEllipse(center, ring, ring);
    }
  }
  paintEnds(painter, picture, row);
}

/// Between h_{t−1} and h_t: the weights above, the gradient below; of a bidirectional layer both
/// directions.
void UnrollDrawing::paintEdges(QPainter& painter, const UnrollPicture& picture, std::size_t row,
                               int t, bool playing) const {
  const UnrollRow& steps = picture.rows[row];
  const StepRange range = picture.range;
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
    paintArrow(painter, readsBackward ? right : left, readsBackward ? left : right, weights);
    const auto [gradientLeft, gradientRight] = lane(gradientLane);
    if (cut) {
      QPen dotted(m_theme.mutedText, m_theme.lineWidth);
      dotted.setDashPattern({1, 2.5});
      painter.setPen(dotted);
      painter.drawLine(gradientLeft, gradientRight);
      paintCut(painter, (gradientLeft + gradientRight) / 2);
      return;
    }
    // The gradient that arrives: at t − 1 from the right, of the other direction at t.
    const std::size_t arrives = readsBackward ? index : index - 1;
    if (!shown || arrives >= nodes.size() || nodes[arrives].kind == NodeClass::Cut) {
      return;
    }
    paintArrow(painter, readsBackward ? gradientLeft : gradientRight,
               readsBackward ? gradientRight : gradientLeft,
               gradient(m_marks.colorOf(nodes[arrives])));
  };
  const bool shown = t - 1 >= picture.cursor;
  if (!picture.bidirectional) {
    direction(-0.45, 0.45, false, steps.nodes, picture.cutsBefore[index], shown);
    return;
  }
  const int reached = playing ? picture.horizon + 1 - picture.cursor : picture.cursor;
  direction(-0.85, -0.3, false, steps.forward, picture.cutsBefore[index], shown);
  direction(0.3, 0.85, true, steps.backward, picture.cutsAfter[index], t <= reached);
}

/// Losses at every step, and what attention leads past the recurrence.
void UnrollDrawing::paintUpperPaths(QPainter& painter, const UnrollPicture& picture,
                                    std::size_t row) const {
  if (!picture.lossAtEveryStep && !picture.attends) {
    return;
  }
  const StepRange range = picture.range;
  const double radius = m_layout.nodeRadius();
  const double length = 0.75 * QFontMetricsF(m_theme.smallFont()).height();
  const double space = m_layout.spacing(range);
  const double bus = m_layout.node(row, range.first, range).y() - radius - length;
  const QPen pen(m_theme.mutedText, m_theme.lineWidth);
  if (picture.attends) {
    painter.setPen(pen);
    painter.drawLine(QPointF(m_layout.node(row, range.first, range).x() - 0.4 * space, bus),
                     QPointF(m_layout.node(row, range.last, range).x() + 0.6 * space, bus));
  }
  painter.setFont(m_theme.smallFont());
  for (int t = range.first; t <= range.last; ++t) {
    const double direct = picture.rows[row].direct[static_cast<std::size_t>(t - range.first)];
    const QPointF tip = m_layout.node(row, t, range) - QPointF(0, radius + 1.5);
    QPen arrow = pen;
    if (!std::isnan(direct)) {
      arrow = QPen(m_marks.colorOf(NodeClass::Normal, direct), m_theme.lineWidth * 1.7);
    }
    paintArrow(painter, QPointF(tip.x(), bus), tip, arrow);
    if (!picture.attends) {
      painter.setPen(m_theme.text);
      painter.drawText(QRectF(tip.x() + 3, bus - length, 100, 2 * length),
                       Qt::AlignLeft | Qt::AlignVCenter, indexed(QStringLiteral("L"), t));
    }
  }
}

/// The loss where it is in sight, and dots where the network goes on.
void UnrollDrawing::paintEnds(QPainter& painter, const UnrollPicture& picture,
                              std::size_t row) const {
  const StepRange range = picture.range;
  const double radius = m_layout.nodeRadius();
  const double space = m_layout.spacing(range);
  const QPointF first = m_layout.node(row, range.first, range);
  const QPointF last = m_layout.node(row, range.last, range);
  const bool lossAtEnd = !picture.lossAtEveryStep;
  const auto dots = [&](const QPointF& center) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.mutedText);
    for (const int k : {-1, 0, 1}) {
      painter.drawEllipse(center + QPointF(5.0 * k, 0), 1.5, 1.5);
    }
  };
  const double reach = std::max(0.62 * space + 10, radius + 14.0);
  if (range.last < picture.horizon) {
    dots(last + QPointF(reach, 0));
  } else if (lossAtEnd) {
    const QPointF loss = last + QPointF(std::max(0.72 * space, radius + 22.0), 0);
    paintArrow(painter, loss, last + QPointF(radius + 2 * m_theme.lineWidth + 2, 0),
               QPen(m_theme.text, m_theme.lineWidth * 1.2));
    paintLoss(painter, loss);
  }
  if (range.first > 1) {
    dots(first - QPointF(reach, 0));
  } else if (lossAtEnd && picture.bidirectional && !picture.attends) {
    const QPointF loss = first - QPointF(std::max(0.72 * space, radius + 22.0), 0);
    paintArrow(painter, loss, first - QPointF(radius + 2 * m_theme.lineWidth + 2, 0),
               QPen(m_theme.text, m_theme.lineWidth * 1.2));
    paintLoss(painter, loss);
  }
}

void UnrollDrawing::paintLabels(QPainter& painter, const UnrollPicture& picture) const {
  if (m_layout.stateLabels().isEmpty()) {
    return;
  }
  const StepRange range = picture.range;
  const QFont plain = m_theme.smallFont();
  QFont bold = plain;
  bold.setBold(true);
  for (int t = range.first; t <= range.last; ++t) {
    const double x = m_layout.node(0, t, range).x();
    const bool isCursor = t == picture.cursor;
    painter.setFont(isCursor ? bold : plain);
    painter.setPen(isCursor ? m_theme.text : m_theme.mutedText);
    for (const auto& [line, name] : {std::pair(m_layout.stateLabels(), QStringLiteral("h")),
                                     std::pair(m_layout.inputLabels(), QStringLiteral("x"))}) {
      painter.drawText(QRectF(x - 100, line.top(), 200, line.height()), Qt::AlignCenter,
                       indexed(name, t));
    }
  }
}

void UnrollDrawing::paintReading(QPainter& painter, const UnrollPicture& picture, std::size_t row,
                                 const QString& words) const {
  if (words.isEmpty()) {
    return;
  }
  QFont bold = m_theme.smallFont();
  bold.setBold(true);
  painter.setFont(bold);
  const QRectF line = m_layout.underRow(row);
  const double width = QFontMetricsF(bold).horizontalAdvance(words) + 10;
  const double x = m_layout.node(row, picture.cursor, picture.range).x();
  // Where the edge is near, the plate moves in and keeps under its node.
  const double left = std::clamp(x - width / 2, std::min(line.left(), line.right() - width),
                                 std::max(line.left(), line.right() - width));
  const QRectF plate(left, line.top() + 1, width, line.height());
  painter.setPen(QPen(m_theme.cursor, 1));
  painter.setBrush(m_theme.background);
  painter.drawRoundedRect(plate, 3, 3);
  painter.setPen(m_theme.text);
  painter.drawText(plate, Qt::AlignCenter, words);
}

void UnrollDrawing::paintPlaceInStrips(QPainter& painter, const UnrollPicture& picture,
                                       const QString& cursorWords, bool playing) const {
  const QRectF strips = m_layout.strips();
  const double x = m_layout.timeToX(picture.cursor);
  if (playing) {
    QColor veil = m_theme.background;
    veil.setAlpha(205);
    const auto cover = [&](double from, double to) {
      const double left = m_layout.timeToX(from);
      painter.fillRect(QRectF(left, strips.top(), m_layout.timeToX(to) - left, strips.height()),
                       veil);
    };
    cover(0.5, picture.cursor - 0.5);
    if (picture.bidirectional) {
      const double from = std::max(picture.cursor, picture.horizon + 2 - picture.cursor) - 0.5;
      cover(from, picture.horizon + 0.5);
    }
  }
  if (m_layout.hasDetail()) {
    paintFrameOfDetail(painter, picture.range);
  }
  painter.setPen(QPen(m_theme.cursor, std::max(1.5, m_theme.lineWidth)));
  painter.drawLine(QPointF(x, strips.top() - 2), QPointF(x, strips.bottom() + 2));
  QFont bold = m_theme.smallFont();
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(m_theme.text);
  const QRectF line = m_layout.stripLabels();
  const double length = QFontMetricsF(bold).horizontalAdvance(cursorWords) + 8;
  const double textLeft =
      std::clamp(x - length / 2, strips.left(), std::max(strips.left(), line.right() - length - 2));
  const QRectF plate(textLeft, line.top(), length, line.height());
  painter.fillRect(plate, m_theme.background);
  const double halfOfFirst =
      QFontMetricsF(m_theme.smallFont()).horizontalAdvance(QStringLiteral("t = 1")) / 2 + 2;
  if (plate.left() < m_layout.timeToX(1) + halfOfFirst) {
    // All of the first step's label gives way, not its end alone.
    const double from = m_layout.timeToX(1) - halfOfFirst;
    painter.fillRect(QRectF(from, plate.top(), plate.left() - from, plate.height()),
                     m_theme.background);
  }
  painter.drawText(plate, Qt::AlignCenter, cursorWords);
}

/// Which of all steps the detail above shows.
void UnrollDrawing::paintFrameOfDetail(QPainter& painter, StepRange range) const {
  const QRectF strips = m_layout.strips();
  const double left = m_layout.timeToX(range.first - 0.5);
  const double right = m_layout.timeToX(range.last + 0.5);
  // A thousand steps a pixel leave no frame to be seen.
  const double width = std::max(right - left, 5.0);
  const QRectF frame((left + right - width) / 2, strips.top() - 2, width, strips.height() + 2);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(m_theme.cursor, std::max(1.2, m_theme.lineWidth * 0.8)));
  painter.drawRect(frame);
  painter.setPen(QPen(m_theme.grid.darker(110), 1));
  const double under = m_layout.detail().bottom() + 2;
  painter.drawLine(frame.topLeft(), QPointF(m_layout.detail().left(), under));
  painter.drawLine(frame.topRight(), QPointF(m_layout.detail().right(), under));
}

void UnrollDrawing::paintArrow(QPainter& painter, const QPointF& from, const QPointF& to,
                               const QPen& pen) const {
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
  painter.setPen(shaft);
  painter.drawLine(from, to - along * head * 0.8);
  painter.setPen(Qt::NoPen);
  painter.setBrush(pen.color());
  painter.drawPolygon(QPolygonF(
      {to, to - along * head + across * head * 0.55, to - along * head - across * head * 0.55}));
}

/// Two strokes across a gap.
void UnrollDrawing::paintCut(QPainter& painter, const QPointF& center) const {
  const double half = m_layout.nodeRadius() * 0.45 + 3;
  painter.fillRect(QRectF(center.x() - 4, center.y() - 2, 8, 4), m_theme.background);
  painter.setPen(QPen(m_theme.text, m_theme.lineWidth * 1.3));
  for (const double x : {-3.0, 3.0}) {
    painter.drawLine(center + QPointF(x - half * 0.35, half),
                     center + QPointF(x + half * 0.35, -half));
  }
}

void UnrollDrawing::paintLoss(QPainter& painter, const QPointF& center) const {
  QFont bold = m_theme.font;
  bold.setBold(true);
  const double half = QFontMetricsF(bold).height() * 0.55;
  const QRectF box(center.x() - half, center.y() - half, 2 * half, 2 * half);
  painter.setPen(QPen(m_theme.text, m_theme.lineWidth));
  painter.setBrush(m_theme.background);
  painter.drawRoundedRect(box, 3, 3);
  painter.setFont(bold);
  painter.drawText(box, Qt::AlignCenter, QStringLiteral("L"));
}

} // namespace backflow
