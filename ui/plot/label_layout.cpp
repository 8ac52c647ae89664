// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/label_layout.h"

#include "ui/plot/label_cost.h"

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
/// From here on it is worth looking farther than around the anchor.
constexpr double isAmiss = 250;
/// What a label that has no place costs, more for each that is less needed than it.
constexpr double isNowhere = 1000;

QRectF moveInside(QRectF rect, const QRectF& area) {
  rect.moveLeft(
      std::clamp(rect.left(), area.left(), std::max(area.left(), area.right() - rect.width())));
  rect.moveTop(
      std::clamp(rect.top(), area.top(), std::max(area.top(), area.bottom() - rect.height())));
  return rect;
}

class Layout {
 public:
  Layout(const std::vector<LabelRequest>& labels, const LabelSurroundings& surroundings)
      : m_labels(labels), m_around(surroundings), m_cost(labels, surroundings),
        m_places(labels.size()) {}

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
        const QRectF place = moveInside(*before, areaOf(k));
        const bool isGood = costOf(place, k, m_cost.most(k)) < m_cost.most(k);
        m_places[k] = isGood ? place : bestPlace(k, m_cost.most(k));
      }
    }
    for (std::size_t k = 0; k < m_labels.size(); ++k) {
      if (!m_places[k]) {
        m_places[k] = bestPlace(k, m_cost.most(k));
      }
    }
    moveWhatGains();
  }

  void placeAnew() {
    std::vector<std::size_t> order(m_labels.size());
    std::iota(order.begin(), order.end(), 0);
    LabelPlaces best;
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
        const double enough =
            m_places[k] ? costOf(*m_places[k], k, infinity) - worthMoving : m_cost.most(k);
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
      costs.push_back(m_places[k] ? costOf(*m_places[k], k, infinity)
                                  : isNowhere * static_cast<double>(m_labels.size() - k));
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
      m_places[k] = bestPlace(k, m_cost.most(k));
    }
  }

  std::vector<QRectF> places() const {
    std::vector<QRectF> places;
    for (const std::optional<QRectF>& place : m_places) {
      places.push_back(place.value_or(QRectF()));
    }
    return places;
  }

  QRectF areaOf(std::size_t which) const { return m_labels[which].within.value_or(m_around.area); }

  double costOf(const QRectF& place, std::size_t which, double enough) const {
    return m_cost.of(place, which, m_places, enough);
  }

  /// The cheapest that costs less than `leastCost`, if one does.
  std::optional<QRectF> bestPlace(std::size_t which, double leastCost) const {
    std::optional<QRectF> best;
    if (m_labels[which].size.height() > m_around.area.height()) {
      return best; // not even a line of it could be read
    }
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
        consider(moveInside(place, areaOf(which)));
      }
    }
  }

  /// Candidates on a grid, as far as they are within reach.
  template <typename Consider>
  void forAllPlaces(std::size_t which, const Consider& consider) const {
    const QSizeF& size = m_labels[which].size;
    const QRectF area = areaOf(which);
    // In a large plot there is room enough on a coarser grid.
    const double down = std::max(size.height() / 2, area.height() / 25);
    const double across = std::max(size.width() / 4, area.width() / 15);
    const QRectF reach = m_labels[which].hasLeader ? withinReach(which) : area;
    for (double y = area.top(); y + size.height() <= area.bottom(); y += down) {
      for (double x = area.left(); x + size.width() <= area.right(); x += across) {
        const QRectF place(QPointF(x, y), size);
        if (reach.contains(place)) {
          consider(place);
        }
      }
    }
  }

  QRectF withinReach(std::size_t which) const {
    const QPointF& anchor = m_labels[which].anchor;
    const double across = m_cost.reach(which) + m_labels[which].size.width();
    const double down = m_cost.reach(which) + m_labels[which].size.height();
    return {anchor.x() - across, anchor.y() - down, 2 * across, 2 * down};
  }

  const std::vector<LabelRequest>& m_labels;
  const LabelSurroundings& m_around;
  LabelCost m_cost;
  LabelPlaces m_places;
};

} // namespace

std::vector<QRectF> placeLabels(const std::vector<LabelRequest>& labels,
                                const LabelSurroundings& surroundings) {
  return Layout(labels, surroundings).solve();
}

} // namespace backflow
