// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/unroll_marks.h"

#include "ui/plot/magnitude_colors.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

/// Words inside a shape, if they find room there.
void paintInside(QPainter& painter, const QRectF& shape, const QString& text, const Theme& theme,
                 const QColor& color) {
  QFont font = theme.smallFont();
  font.setBold(true);
  const QFontMetricsF metrics(font);
  if (metrics.horizontalAdvance(text) > shape.width() || metrics.height() > shape.height() + 4) {
    return;
  }
  painter.setFont(font);
  painter.setPen(color);
  painter.drawText(shape, Qt::AlignCenter, text);
}

} // namespace

UnrollMarks::UnrollMarks(const Theme& theme, double decades) : m_theme(theme), m_decades(decades) {}

QColor UnrollMarks::colorOf(NodeClass kind, double log10) const {
  const bool dark = m_theme.isDark();
  switch (kind) {
  case NodeClass::Cut:
    return m_theme.reference;
  case NodeClass::Normal:
    return magnitudeColor(std::isnan(log10) ? 0 : log10, m_decades, dark);
  case NodeClass::Subnormal:
    return dark ? QColor(0xc7, 0x9b, 0xff) : QColor(0x7a, 0x3f, 0xb5);
  case NodeClass::Zero:
    return m_theme.text;
  case NodeClass::Infinite:
    return {0xf0, 0xd8, 0x1e};
  case NodeClass::NotANumber:
    break;
  }
  return dark ? QColor(0xff, 0x6f, 0xa8) : QColor(0xc2, 0x18, 0x5b);
}

void UnrollMarks::paintNode(QPainter& painter, const QPointF& center, double radius,
                            const UnrollNode& node, Strength strength) const {
  const bool pale = strength == Strength::Pale;
  const QColor own = colorOf(node);
  const double width = std::max(1.2, m_theme.lineWidth * 0.9);
  const QRectF round(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius);
  if (pale) {
    // Nothing is known of it yet.
    painter.setPen(QPen(m_theme.grid.darker(115), width));
    painter.setBrush(m_theme.background);
    painter.drawEllipse(round);
    return;
  }
  painter.setBrush(m_theme.background);
  const QRectF square =
      round.adjusted(0.12 * radius, 0.12 * radius, -0.12 * radius, -0.12 * radius);
  switch (node.kind) {
  case NodeClass::Cut:
    painter.setPen(QPen(m_theme.mutedText, width, Qt::DotLine));
    painter.drawEllipse(round);
    break;
  case NodeClass::Normal:
    painter.setPen(QPen(m_theme.mutedText, std::max(1.0, width * 0.7)));
    painter.setBrush(own);
    painter.drawEllipse(round);
    break;
  case NodeClass::Subnormal: {
    QPen pen(own, width * 1.8);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({2.2, 1.4});
    painter.setPen(pen);
    painter.drawEllipse(round.adjusted(width, width, -width, -width));
    break;
  }
  case NodeClass::Zero:
    painter.setPen(QPen(own, width * 1.4));
    painter.drawRect(square);
    paintInside(painter, square, QStringLiteral("0"), m_theme, own);
    break;
  case NodeClass::Infinite: {
    painter.setPen(QPen(Qt::black, width));
    painter.setBrush(own);
    const double half = radius * 1.08;
    painter.drawPolygon(QPolygonF({center + QPointF(0, -half), center + QPointF(half, half * 0.82),
                                   center + QPointF(-half, half * 0.82)}));
    paintInside(painter, round.adjusted(0.4 * radius, 0.55 * radius, -0.4 * radius, 0.1 * radius),
                QStringLiteral("∞"), m_theme, Qt::black);
    break;
  }
  case NodeClass::NotANumber: {
    painter.setPen(QPen(own, width));
    painter.drawRect(square);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(own, Qt::BDiagPattern));
    painter.drawRect(square);
    QFont font = m_theme.smallFont();
    font.setBold(true);
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(QStringLiteral("NaN")) + 2,
                      metrics.height() * 0.85);
    if (size.width() <= 2.6 * radius) {
      const QRectF plate(center.x() - size.width() / 2, center.y() - size.height() / 2,
                         size.width(), size.height());
      painter.fillRect(plate, m_theme.background);
      painter.setFont(font);
      painter.setPen(own);
      painter.drawText(plate, Qt::AlignCenter, QStringLiteral("NaN"));
    }
    break;
  }
  }
}

void UnrollMarks::paintCell(QPainter& painter, const QRectF& place, const UnrollCell& cell) const {
  const double height = place.height();
  const auto part = [&](double from, double to) {
    return QRectF(place.left(), place.top() + from * height, place.width(), (to - from) * height);
  };
  const QColor own = colorOf(cell.worst, cell.highest);
  switch (cell.worst) {
  case NodeClass::Cut:
    painter.fillRect(part(0.4, 0.6), own);
    break;
  case NodeClass::Normal:
    painter.fillRect(part(0, 0.5), own);
    painter.fillRect(part(0.5, 1), colorOf(cell.worst, cell.lowest));
    break;
  case NodeClass::Subnormal:
    painter.fillRect(part(0.45, 1), own);
    break;
  case NodeClass::Zero:
    painter.fillRect(part(0.8, 1), own);
    break;
  case NodeClass::Infinite:
    painter.fillRect(part(0, 1), own);
    painter.fillRect(part(0, 0.3), Qt::black);
    break;
  case NodeClass::NotANumber:
    painter.fillRect(part(0, 1), own);
    painter.fillRect(part(0.35, 0.65), m_theme.background);
    break;
  }
}

} // namespace backflow
