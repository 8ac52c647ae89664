// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/label_layout.h"

#include "ui/plot/line_clipping.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>

namespace backflow {

namespace {

constexpr double gap = 5; ///< pixels between a mark's rim and the nearest label
constexpr int directions = 16;
constexpr std::array distances{1.0, 2.2, 4.0, 6.5, 10.0};
/// How many orders are tried for the labels to be placed in, if some stand amiss.
constexpr int mostOrders = 3;
/// How often all are asked whether another place would now be better.
constexpr int mostRounds = 4;

// The costs of a place: to cover a label is worst, to stand far off is a blemish.
constexpr double coversLabel = 1e6;
constexpr double coversMark = 3000;
constexpr double crosses = 1500;   ///< a leader a label, another leader or a mark
constexpr double nearsOther = 400; ///< nearer to the anchor of another label than to its own
constexpr double coversWords = 60; ///< that may give way
constexpr double perCellOfInk = 30;
constexpr int mostInk = 10; ///< cells: a line is hidden by then
constexpr double perPixelOfLine = 0.6;
constexpr double perPixelAway = 0.04;
/// From here on it is worth looking farther than around the anchor.
constexpr double isAmiss = 250;
/// A place that is better by less is not worth the eyes' way to it.
constexpr double worthMoving = 100;

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

QLineF leaderOf(const QRectF& box, const QPointF& anchor) {
  return {anchor, QPointF(std::clamp(anchor.x(), box.left(), box.right()),
                          std::clamp(anchor.y(), box.top(), box.bottom()))};
}

QRectF around(const QPointF& point, double radius) {
  return {point.x() - radius, point.y() - radius, 2 * radius, 2 * radius};
}

bool isSame(const QPointF& a, const QPointF& b) {
  return std::abs(a.x() - b.x()) + std::abs(a.y() - b.y()) < 1;
}

class Layout {
 public:
  Layout(const std::vector<LabelRequest>& labels, const LabelSurroundings& surroundings)
      : m_labels(labels), m_around(surroundings), m_places(labels.size()) {}

  std::vector<QRectF> solve() {
    const auto stood = [](const LabelRequest& label) {
      return label.before.has_value();
    };
    if (std::ranges::none_of(m_labels, stood)) {
      placeAnew();
      return places();
    }
    placeAsBefore();
    const std::vector<double> costs = costsOfAll();
    if (std::ranges::all_of(costs, [](double cost) { return cost < isAmiss; })) {
      return places();
    }
    std::vector<QRectF> kept = places();
    const double costKept = std::accumulate(costs.begin(), costs.end(), 0.0);
    placeAnew();
    return costKept <= costOfAll() + worthMoving ? kept : places();
  }

 private:
  static constexpr double infinity = std::numeric_limits<double>::infinity();

  void placeAsBefore() {
    for (std::size_t k = 0; k < m_labels.size(); ++k) {
      if (const std::optional<QRectF>& before = m_labels[k].before) {
        m_places[k] = moveInside(*before, m_around.area);
      }
    }
    for (std::size_t k = 0; k < m_labels.size(); ++k) {
      if (!m_places[k]) {
        m_places[k] = bestPlace(k, infinity);
      }
    }
    moveWhatGains();
  }

  void placeAnew() {
    std::vector<std::size_t> order(m_labels.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<std::optional<QRectF>> best;
    double leastCost = infinity;
    for (int tried = 0; tried < mostOrders; ++tried) {
      placeInOrder(order);
      const std::vector<double> costs = costsOfAll();
      const double cost = std::accumulate(costs.begin(), costs.end(), 0.0);
      if (tried == 0 || cost < leastCost) {
        leastCost = cost;
        best = m_places;
      }
      const auto worst = std::ranges::max_element(costs);
      if (worst == costs.end() || *worst < isAmiss) {
        break;
      }
      // Who had no room chooses first.
      const auto which = static_cast<std::size_t>(worst - costs.begin());
      const auto at = std::ranges::find(order, which);
      if (at == order.begin()) {
        break;
      }
      std::rotate(order.begin(), at, at + 1);
    }
    m_places = std::move(best);
    moveWhatGains();
  }

  void moveWhatGains() {
    bool moved = true;
    for (int round = 0; round < mostRounds && moved; ++round) {
      moved = false;
      for (std::size_t k = 0; k < m_labels.size(); ++k) {
        const double enough = costOf(*m_places[k], k, infinity) - worthMoving;
        if (const std::optional<QRectF> better = bestPlace(k, enough)) {
          m_places[k] = better;
          moved = true;
        }
      }
    }
  }

  std::vector<double> costsOfAll() const {
    std::vector<double> costs;
    for (std::size_t k = 0; k < m_labels.size(); ++k) {
      costs.push_back(costOf(m_places[k].value_or(QRectF()), k, infinity));
    }
    return costs;
  }

  double costOfAll() const {
    const std::vector<double> costs = costsOfAll();
    return std::accumulate(costs.begin(), costs.end(), 0.0);
  }

  void placeInOrder(const std::vector<std::size_t>& order) {
    std::ranges::fill(m_places, std::nullopt);
    for (const std::size_t k : order) {
      m_places[k] = bestPlace(k, infinity);
    }
  }

  std::vector<QRectF> places() const {
    std::vector<QRectF> places;
    for (const std::optional<QRectF>& place : m_places) {
      places.push_back(place.value_or(QRectF()));
    }
    return places;
  }

  /// The cheapest that costs less than `leastCost`, if one does.
  std::optional<QRectF> bestPlace(std::size_t which, double leastCost) const {
    std::optional<QRectF> best;
    const auto consider = [&](const QRectF& place) {
      const double cost = costOf(place, which, leastCost);
      if (cost < leastCost) {
        leastCost = cost;
        best = place;
      }
    };
    forNearbyPlaces(which, consider);
    if (leastCost >= isAmiss) {
      forAllPlaces(which, consider);
    }
    return best;
  }

  /// Candidates around the anchor, nearest first.
  template <typename Consider>
  void forNearbyPlaces(std::size_t which, const Consider& consider) const {
    const QPointF& anchor = m_labels[which].anchor;
    const QSizeF& size = m_labels[which].size;
    for (const double distance : distances) {
      const double away = (m_around.markRadius + gap) * distance;
      for (int k = 0; k < directions; ++k) {
        const double angle = 2 * std::numbers::pi * (k + 0.5) / directions;
        // From the anchor to the label's nearest edge it is the same way in every direction.
        QRectF place(QPointF(), size);
        place.moveCenter(QPointF(anchor.x() + std::cos(angle) * (away + size.width() / 2),
                                 anchor.y() - std::sin(angle) * (away + size.height() / 2)));
        consider(moveInside(place, m_around.area));
      }
    }
  }

  template <typename Consider>
  void forAllPlaces(std::size_t which, const Consider& consider) const {
    const QSizeF& size = m_labels[which].size;
    const QRectF& area = m_around.area;
    // In a large plot there is room enough on a coarser grid.
    const double down = std::max(size.height() / 2, area.height() / 25);
    const double across = std::max(size.width() / 4, area.width() / 15);
    for (double y = area.top(); y + size.height() <= area.bottom(); y += down) {
      for (double x = area.left(); x + size.width() <= area.right(); x += across) {
        consider(QRectF(QPointF(x, y), size));
      }
    }
  }

  /// No more exact than that it is dearer than `enough`, once it is.
  double costOf(const QRectF& place, std::size_t which, double enough) const {
    const QPointF& anchor = m_labels[which].anchor;
    const QLineF leader = leaderOf(place, anchor);
    double cost =
        perPixelOfLine * leader.length() + perPixelAway * QLineF(place.center(), anchor).length();
    if (cost >= enough) {
      return cost;
    }
    const int covered = m_around.ink == nullptr ? 0 : m_around.ink->cellsUnder(place);
    cost += perCellOfInk * std::min(mostInk, covered);
    for (const QRectF& words : m_around.words) {
      cost += place.intersects(words) || clipped(leader, words) ? coversWords : 0;
    }
    const double common = overlapArea(place, m_around.reading);
    cost += common > 0 ? coversLabel + common : 0;
    const QRectF rim = place.adjusted(-m_around.markRadius, -m_around.markRadius,
                                      m_around.markRadius, m_around.markRadius);
    const bool hasLeader = m_labels[which].hasLeader;
    for (const QPointF& mark : m_around.marks) {
      cost += rim.contains(mark) ? coversMark : 0;
      const bool isOther = hasLeader && !isSame(mark, anchor);
      cost += isOther && clipped(leader, around(mark, m_around.markRadius)) ? crosses : 0;
    }
    for (std::size_t k = 0; k < m_labels.size() && cost < enough; ++k) {
      cost += k == which ? 0 : costBeside(k, place, leader, hasLeader);
    }
    return cost;
  }

  double costBeside(std::size_t other, const QRectF& place, const QLineF& leader,
                    bool hasLeader) const {
    const QPointF& otherAnchor = m_labels[other].anchor;
    const bool otherHasLeader = m_labels[other].hasLeader;
    double cost = 0;
    if (hasLeader && otherHasLeader) {
      // A pixel more: labels of the same mark are as near as each other.
      cost += leaderOf(place, otherAnchor).length() + 1 < leader.length() ? nearsOther : 0;
    }
    const std::optional<QRectF>& box = m_places[other];
    if (!box) {
      return cost;
    }
    const double common = overlapArea(place.adjusted(-2, -2, 2, 2), *box);
    cost += common > 0 ? coversLabel + common : 0;
    const QLineF otherLeader = leaderOf(*box, otherAnchor);
    cost += hasLeader && clipped(leader, *box) ? crosses : 0;
    cost += otherHasLeader && clipped(otherLeader, place) ? crosses : 0;
    if (hasLeader && otherHasLeader && !isSame(leader.p1(), otherAnchor)) {
      cost += leader.intersects(otherLeader) == QLineF::BoundedIntersection ? crosses : 0;
    }
    return cost;
  }

  const std::vector<LabelRequest>& m_labels;
  const LabelSurroundings& m_around;
  std::vector<std::optional<QRectF>> m_places;
};

} // namespace

std::vector<QRectF> placeLabels(const std::vector<LabelRequest>& labels,
                                const LabelSurroundings& surroundings) {
  return Layout(labels, surroundings).solve();
}

} // namespace backflow
