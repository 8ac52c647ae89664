// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/cliff_picture.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace backflow {

namespace {

bool contains(const CliffFrame& frame, CliffPoint point) {
  return clampedTo(frame, point) == point;
}

/// The share of the way from `from` to `to` after which it is beyond `least` or `most`.
double shareUntil(double from, double to, double least, double most) {
  if (to > most) {
    return (most - from) / (to - from);
  }
  return to < least ? (least - from) / (to - from) : 1;
}

} // namespace

CliffPoint clampedTo(const CliffFrame& frame, CliffPoint point) {
  return {std::clamp(point.w, frame.least.w, frame.most.w),
          std::clamp(point.b, frame.least.b, frame.most.b)};
}

std::optional<CliffExit> exitOf(const CliffFrame& frame, const std::vector<CliffStep>& steps) {
  for (std::size_t k = 1; k < steps.size(); ++k) {
    const CliffPoint from = steps[k - 1].point;
    const CliffPoint to = steps[k].point;
    if (!contains(frame, from) || contains(frame, to)) {
      continue;
    }
    const double share = std::min(shareUntil(from.w, to.w, frame.least.w, frame.most.w),
                                  shareUntil(from.b, to.b, frame.least.b, frame.most.b));
    const CliffPoint border{from.w + share * (to.w - from.w), from.b + share * (to.b - from.b)};
    return CliffExit{static_cast<int>(k), from, clampedTo(frame, border)};
  }
  return std::nullopt;
}

QRectF labelBeside(QPointF point, QSizeF size, double gap, const QRectF& room,
                   const QRectF& taken) {
  const auto inside = [](double start, double length, double least, double most) {
    return std::clamp(start, least, std::max(least, most - length));
  };
  const double y = point.y() - size.height() / 2;
  const double leftSide = point.x() - gap - size.width();
  const double rightSide = point.x() + gap;
  const double leastLeft = inside(leftSide, size.width(), room.left(), room.right());
  for (const auto& sides : {std::array{leftSide, rightSide}, std::array{leastLeft, leastLeft}}) {
    for (const double shift : {0.0, 0.75, -0.75, 1.5, -1.5}) {
      const double top =
          inside(y + shift * size.height(), size.height(), room.top(), room.bottom());
      for (const double left : sides) {
        const QRectF place(QPointF(left, top), size);
        if (room.contains(place) && !place.intersects(taken)) {
          return place;
        }
      }
    }
  }
  return {QPointF(leastLeft, inside(y, size.height(), room.top(), room.bottom())), size};
}

QString surfaceName(int horizon) {
  QString digits = QString::number(horizon);
  for (QChar& digit : digits) {
    digit = QChar(0x2080 + digit.digitValue());
  }
  return QStringLiteral("E%1(w, b)").arg(digits);
}

} // namespace backflow
