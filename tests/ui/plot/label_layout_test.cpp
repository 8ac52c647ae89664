// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/label_layout.h"

#include <gtest/gtest.h>

namespace backflow {
namespace {

TEST(LabelLayout, ManyLabelsAtOnePointStayApartAndInside) {
  const QRectF area(0, 0, 700, 300);
  const std::vector<LabelRequest> labels(8, {QPointF(690, 10), QSizeF(150, 16)});
  const std::vector<QRectF> places = placeLabels(labels, area, {});
  ASSERT_EQ(places.size(), labels.size());
  for (std::size_t a = 0; a < places.size(); ++a) {
    EXPECT_TRUE(area.contains(places[a])) << a;
    for (std::size_t b = a + 1; b < places.size(); ++b) {
      EXPECT_FALSE(places[a].intersects(places[b])) << a << " and " << b;
    }
  }
}

TEST(LabelLayout, ALabelKeepsOffTheCurve) {
  std::vector<QPointF> curve;
  for (int x = 0; x <= 700; x += 5) {
    curve.emplace_back(x, 150);
  }
  const QRectF place =
      placeLabels({{QPointF(350, 150), QSizeF(120, 16)}}, QRectF(0, 0, 700, 300), curve)[0];
  for (const QPointF& point : curve) {
    EXPECT_FALSE(place.contains(point));
  }
}

TEST(LabelLayout, ALabelWiderThanTheAreaStartsAtItsEdge) {
  const QRectF place =
      placeLabels({{QPointF(50, 50), QSizeF(300, 16)}}, QRectF(0, 0, 100, 100), {})[0];
  EXPECT_EQ(place.left(), 0);
}

} // namespace
} // namespace backflow
