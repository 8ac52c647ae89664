// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/label_cost.h"

#include "ui/plot/line_clipping.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

// To cover a label or the reading is worst, to stand far off is a blemish.
constexpr double coversLabel = 1e6;
constexpr double coversMark = 3000;
constexpr double crosses = 1500; ///< a leader a label, another leader or a mark
constexpr double stacks = 80;    ///< a leader a label of the same mark
constexpr double isOutOfReach = 1000;
constexpr double nearsOther = 400; ///< nearer to the anchor of another label than to its own
constexpr double coversWords = 60; ///< that may give way
constexpr double perCellOfInk = 30;
constexpr int mostInk = 10; ///< cells: a line is hidden by then
constexpr double perPixelOfLine = 0.6;
constexpr double perPixelAway = 0.04;
/// Of the first of all labels, whose words are wanted wherever they stand; of one that says more
/// than what it hides of a curve; and of one that does not.
constexpr double mostOfFirst = 1e5;
constexpr double mostOfNeeded = 900;
constexpr double mostOfExtra = 300;
/// In heights of a line of the label: the eye does not follow a leader farther than that.
constexpr double longestLeader = 4;

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

} // namespace

double LabelCost::most(std::size_t which) const {
  const LabelRequest& label = m_labels[which];
  const double most = label.isExtra ? mostOfExtra : which == 0 ? mostOfFirst : mostOfNeeded;
  // Words that come and go while a slider is dragged cannot be read either.
  return label.before ? most : most - worthMoving;
}

double LabelCost::reach(std::size_t which) const {
  return longestLeader * m_labels[which].size.height();
}

double LabelCost::of(const QRectF& place, std::size_t which, const LabelPlaces& others,
                     double enough) const {
  const LabelRequest& label = m_labels[which];
  const QLineF leader = leaderOf(place, label.anchor);
  const double length = leader.length();
  double cost =
      perPixelOfLine * length + perPixelAway * QLineF(place.center(), label.anchor).length();
  cost += label.hasLeader && length > reach(which) ? isOutOfReach : 0;
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
  const QRectF rim = place.adjusted(-m_around.markRadius, -m_around.markRadius, m_around.markRadius,
                                    m_around.markRadius);
  for (const QPointF& mark : m_around.marks) {
    cost += rim.contains(mark) ? coversMark : 0;
    const bool isOther = label.hasLeader && !isSame(mark, label.anchor);
    cost += isOther && clipped(leader, around(mark, m_around.markRadius)) ? crosses : 0;
  }
  for (std::size_t k = 0; k < m_labels.size() && cost < enough; ++k) {
    cost += k == which ? 0 : beside(k, others, place, which);
  }
  return cost;
}

double LabelCost::beside(std::size_t other, const LabelPlaces& places, const QRectF& place,
                         std::size_t which) const {
  const QPointF& otherAnchor = m_labels[other].anchor;
  const bool hasLeader = m_labels[which].hasLeader;
  const bool otherHasLeader = m_labels[other].hasLeader;
  const QLineF leader = leaderOf(place, m_labels[which].anchor);
  double cost = 0;
  if (hasLeader && otherHasLeader) {
    // A pixel more: labels of the same mark are as near as each other.
    cost += leaderOf(place, otherAnchor).length() + 1 < leader.length() ? nearsOther : 0;
  }
  const std::optional<QRectF>& box = places[other];
  if (!box) {
    return cost;
  }
  const double common = overlapArea(place.adjusted(-2, -2, 2, 2), *box);
  cost += common > 0 ? coversLabel + common : 0;
  const QLineF otherLeader = leaderOf(*box, otherAnchor);
  const double passes = isSame(leader.p1(), otherAnchor) ? stacks : crosses;
  cost += hasLeader && clipped(leader, *box) ? passes : 0;
  cost += otherHasLeader && clipped(otherLeader, place) ? passes : 0;
  if (hasLeader && otherHasLeader && !isSame(leader.p1(), otherAnchor)) {
    cost += leader.intersects(otherLeader) == QLineF::BoundedIntersection ? crosses : 0;
  }
  return cost;
}

} // namespace backflow
