// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/label_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace backflow {

namespace {

constexpr double gap = 10; ///< pixels between an anchor and the nearest label
constexpr int directions = 16;
constexpr std::array distances{1.0, 2.2, 4.0, 6.5, 10.0};

// The costs of a place: to cover a label is worst, to stand far off is a blemish.
constexpr double coversLabel = 1e6;
constexpr double coversAnchor = 300;
constexpr double coversPoint = 25;
constexpr double crossesLabel = 200; ///< by the line to its anchor
constexpr double perPixelOfLine = 0.4;
constexpr double perPixelAway = 0.04;

QRectF moveInside(QRectF rect, const QRectF& area) {
  rect.moveLeft(
      std::clamp(rect.left(), area.left(), std::max(area.left(), area.right() - rect.width())));
  rect.moveTop(
      std::clamp(rect.top(), area.top(), std::max(area.top(), area.bottom() - rect.height())));
  return rect;
}

double overlapArea(const QRectF& a, const QRectF& b) {
  const QRectF common = a.intersected(b);
  return common.isEmpty() ? 0 : common.width() * common.height();
}

QPointF nearestOn(const QRectF& box, const QPointF& point) {
  return {std::clamp(point.x(), box.left(), box.right()),
          std::clamp(point.y(), box.top(), box.bottom())};
}

bool crosses(const QPointF& from, const QPointF& to, const QRectF& box) {
  constexpr int samples = 24;
  for (int k = 0; k <= samples; ++k) {
    const double part = static_cast<double>(k) / samples;
    if (box.contains(from + (to - from) * part)) {
      return true;
    }
  }
  return false;
}

/// What stands already: labels and the lines to their anchors.
struct Placed {
  std::vector<QRectF> boxes;
  std::vector<QPointF> anchors;
};

double costOf(const QRectF& place, const QPointF& anchor, const Placed& placed,
              const std::vector<LabelRequest>& labels, const std::vector<QPointF>& obstacles) {
  const QPointF near = nearestOn(place, anchor);
  double cost =
      perPixelOfLine * std::hypot(near.x() - anchor.x(), near.y() - anchor.y()) +
      perPixelAway * std::hypot(place.center().x() - anchor.x(), place.center().y() - anchor.y());
  for (std::size_t k = 0; k < placed.boxes.size(); ++k) {
    const QRectF& other = placed.boxes[k];
    const double common = overlapArea(place.adjusted(-2, -2, 2, 2), other);
    cost += common > 0 ? coversLabel + common : 0;
    cost += crosses(anchor, near, other) ? crossesLabel : 0;
    cost +=
        crosses(placed.anchors[k], nearestOn(other, placed.anchors[k]), place) ? crossesLabel : 0;
  }
  for (const LabelRequest& label : labels) {
    cost += place.adjusted(-4, -4, 4, 4).contains(label.anchor) ? coversAnchor : 0;
  }
  for (const QPointF& point : obstacles) {
    cost += place.contains(point) ? coversPoint : 0;
  }
  return cost;
}

/// Candidates around the anchor, nearest first; where they all cover another label, the whole area.
std::vector<QRectF> nearbyPlaces(const LabelRequest& label, const QRectF& area) {
  std::vector<QRectF> places;
  for (const double distance : distances) {
    for (int k = 0; k < directions; ++k) {
      const double angle = 2 * std::numbers::pi * (k + 0.5) / directions;
      // From the anchor to the label's nearest edge it is the same way in every direction.
      QRectF place(QPointF(), label.size);
      place.moveCenter(
          QPointF(label.anchor.x() + std::cos(angle) * (gap * distance + label.size.width() / 2),
                  label.anchor.y() - std::sin(angle) * (gap * distance + label.size.height() / 2)));
      places.push_back(moveInside(place, area));
    }
  }
  return places;
}

std::vector<QRectF> allPlaces(const LabelRequest& label, const QRectF& area) {
  std::vector<QRectF> places;
  const double down = label.size.height() / 2;
  const double across = label.size.width() / 4;
  for (double y = area.top(); y + label.size.height() <= area.bottom(); y += down) {
    for (double x = area.left(); x + label.size.width() <= area.right(); x += across) {
      places.emplace_back(QPointF(x, y), label.size);
    }
  }
  return places;
}

} // namespace

std::vector<QRectF> placeLabels(const std::vector<LabelRequest>& labels, const QRectF& area,
                                const std::vector<QPointF>& obstacles) {
  Placed placed;
  for (const LabelRequest& label : labels) {
    QRectF best;
    double bestCost = std::numeric_limits<double>::infinity();
    const auto consider = [&](const std::vector<QRectF>& places) {
      for (const QRectF& place : places) {
        const double cost = costOf(place, label.anchor, placed, labels, obstacles);
        if (cost < bestCost) {
          bestCost = cost;
          best = place;
        }
      }
    };
    consider(nearbyPlaces(label, area));
    if (bestCost >= coversLabel) {
      consider(allPlaces(label, area));
    }
    placed.boxes.push_back(best);
    placed.anchors.push_back(label.anchor);
  }
  return placed.boxes;
}

} // namespace backflow
