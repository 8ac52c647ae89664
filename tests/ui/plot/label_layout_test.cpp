// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/label_layout.h"

#include <QLineF>

#include <gtest/gtest.h>

#include <algorithm>

namespace backflow {
namespace {

QPointF nearestOn(const QRectF& box, const QPointF& point) {
  return {std::clamp(point.x(), box.left(), box.right()),
          std::clamp(point.y(), box.top(), box.bottom())};
}

/// How many have a place; those that do stay apart and inside.
int countPlaced(const std::vector<QRectF>& places, const QRectF& area) {
  int count = 0;
  for (std::size_t a = 0; a < places.size(); ++a) {
    count += places[a].isEmpty() ? 0 : 1;
    EXPECT_TRUE(places[a].isEmpty() || area.contains(places[a])) << a;
    for (std::size_t b = a + 1; b < places.size(); ++b) {
      EXPECT_FALSE(places[a].intersects(places[b])) << a << " and " << b;
    }
  }
  return count;
}

TEST(LabelLayout, ManyLabelsAtOnePointStayApartAndInside) {
  const QRectF area(0, 0, 700, 300);
  const std::vector<LabelRequest> labels(8, {QPointF(690, 10), QSizeF(150, 16)});
  const std::vector<QRectF> places = placeLabels(labels, {area});
  ASSERT_EQ(places.size(), labels.size());
  EXPECT_GE(countPlaced(places, area), 3);
  EXPECT_FALSE(places[0].isEmpty());
}

TEST(LabelLayout, ALabelKeepsOffTheCurve) {
  const QRectF area(0, 0, 700, 300);
  std::vector<QPointF> curve;
  for (int x = 0; x <= 700; x += 5) {
    curve.emplace_back(x, 150);
  }
  const InkMap ink(area, curve);
  const QRectF place = placeLabels({{QPointF(350, 150), QSizeF(120, 16)}}, {area, &ink})[0];
  for (const QPointF& point : curve) {
    EXPECT_FALSE(place.contains(point));
  }
}

TEST(LabelLayout, ALabelWiderThanTheAreaStartsAtItsEdge) {
  const QRectF place =
      placeLabels({{QPointF(50, 50), QSizeF(300, 16)}}, {QRectF(0, 0, 100, 100)})[0];
  EXPECT_EQ(place.left(), 0);
}

/// Two marks in a corner, the second nearer to it, and a curve beside them.
TEST(LabelLayout, LabelsOfCloseMarksAreNotSwapped) {
  const QRectF area(0, 0, 550, 295);
  std::vector<QPointF> curve;
  for (int x = 0; x <= 550; x += 3) {
    curve.emplace_back(x, 270 - 270.0 * x / 550);
  }
  const InkMap ink(area, curve);
  for (const QPointF& second : {QPointF(17, 289), QPointF(30, 280), QPointF(60, 289)}) {
    const std::vector<QPointF> anchors{QPointF(42, 243), second};
    const std::vector<QRectF> places =
        placeLabels({{anchors[0], QSizeF(264, 18)}, {anchors[1], QSizeF(256, 18)}},
                    {.area = area, .ink = &ink, .marks = anchors});
    for (const std::size_t k : {0U, 1U}) {
      EXPECT_LT(QLineF(nearestOn(places[k], anchors[k]), anchors[k]).length(),
                QLineF(nearestOn(places[k], anchors[1 - k]), anchors[1 - k]).length());
      for (const QPointF& anchor : anchors) {
        EXPECT_FALSE(places[k].contains(anchor));
      }
    }
    EXPECT_NE(QLineF(anchors[0], nearestOn(places[0], anchors[0]))
                  .intersects(QLineF(anchors[1], nearestOn(places[1], anchors[1]))),
              QLineF::BoundedIntersection);
  }
}

TEST(LabelLayout, APlotTooSmallForItsLabelsShowsTheFirst) {
  const QRectF area(0, 0, 120, 40);
  const std::vector<LabelRequest> labels(9, {QPointF(60, 20), QSizeF(90, 16)});
  const std::vector<QRectF> places = placeLabels(labels, {area});
  EXPECT_LE(countPlaced(places, area), 2);
  EXPECT_FALSE(places[0].isEmpty());
}

TEST(LabelLayout, NoneStandsOnTheReadingOrFarFromItsAnchor) {
  const QRectF area(0, 0, 600, 50);
  const QRectF reading(250, 0, 350, 50);
  std::vector<LabelRequest> labels;
  for (const double x : {40, 240, 420, 580}) {
    labels.push_back({QPointF(x, 25), QSizeF(150, 16)});
  }
  const std::vector<QRectF> places = placeLabels(labels, {.area = area, .reading = reading});
  EXPECT_EQ(countPlaced(places, area), 2);
  for (std::size_t k = 0; k < places.size(); ++k) {
    EXPECT_EQ(places[k].isEmpty(), k >= 2) << k;
    EXPECT_FALSE(places[k].intersects(reading)) << k;
  }
  EXPECT_LT(QLineF(nearestOn(places[1], labels[1].anchor), labels[1].anchor).length(), 65);
}

TEST(LabelLayout, ExtraWordsHideNoCurveNeededOnesMay) {
  const QRectF area(0, 0, 600, 30);
  std::vector<QPointF> curve;
  for (int x = 0; x <= 600; x += 3) {
    curve.emplace_back(x, 15);
  }
  const InkMap ink(area, curve);
  LabelRequest label{.anchor = QPointF(300, 15), .size = QSizeF(150, 16)};
  EXPECT_FALSE(placeLabels({label}, {.area = area, .ink = &ink})[0].isEmpty());
  label.isExtra = true;
  EXPECT_TRUE(placeLabels({label}, {.area = area, .ink = &ink})[0].isEmpty());
  label.before = QRectF(QPointF(300, 10), label.size);
  EXPECT_TRUE(placeLabels({label}, {.area = area, .ink = &ink})[0].isEmpty());
}

TEST(LabelLayout, WordsOfAStretchStayWithinIt) {
  const QRectF area(0, 0, 600, 100);
  std::vector<QPointF> curve;
  for (int y = 0; y <= 100; y += 3) {
    curve.emplace_back(100, y);
  }
  const InkMap ink(area, curve);
  LabelRequest label{.anchor = QPointF(100, 50), .size = QSizeF(150, 16), .hasLeader = false};
  label.within = QRectF(0, 0, 200, 100);
  EXPECT_TRUE(label.within->contains(placeLabels({label}, {.area = area, .ink = &ink})[0]));
}

} // namespace
} // namespace backflow
