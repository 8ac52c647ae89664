// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/ink_map.h"

#include "ui/plot/line_clipping.h"

#include <gtest/gtest.h>

#include <limits>

namespace backflow {
namespace {

TEST(InkMap, CountsWhatABoxTouches) {
  const QRectF area(100, 50, 400, 200);
  std::vector<QPointF> line;
  for (double x = 100; x <= 500; x += 1) {
    line.emplace_back(x, 150);
  }
  const InkMap ink(area, line);
  EXPECT_EQ(ink.cellsUnder(QRectF(200, 120, 100, 20)), 0);
  EXPECT_EQ(ink.cellsUnder(QRectF(200, 160, 100, 20)), 0);
  EXPECT_NEAR(ink.cellsUnder(QRectF(200, 140, 100, 20)), 50, 1);
  EXPECT_NEAR(ink.cellsUnder(area), 200, 1);
  EXPECT_NEAR(ink.cellsUnder(QRectF(0, 0, 1000, 1000)), 200, 1);
}

TEST(InkMap, OutsideTheAreaIsNoInk) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const InkMap ink(QRectF(0, 0, 40, 40), {QPointF(50, 20), QPointF(-1, 20), QPointF(20, 1e300),
                                          QPointF(nan, 20), QPointF(20, nan)});
  EXPECT_EQ(ink.cellsUnder(QRectF(-100, -100, 300, 300)), 0);
  EXPECT_EQ(InkMap().cellsUnder(QRectF(0, 0, 10, 10)), 0);
}

TEST(InkMap, ALineIsCutAtTheBox) {
  const QRectF box(0, 0, 10, 10);
  EXPECT_EQ(clipped(QLineF(-5, 5, 20, 5), box), QLineF(0, 5, 10, 5));
  EXPECT_EQ(clipped(QLineF(2, 2, 8, 3), box), QLineF(2, 2, 8, 3));
  EXPECT_FALSE(clipped(QLineF(-5, 5, 5, 20), box));
  EXPECT_FALSE(clipped(QLineF(20, 3, 30, 3), box));
}

TEST(InkMap, CountsAllItsCellsWhateverTheirSize) {
  const QRectF area(10, 20, 100, 50);
  const std::vector<QPointF> points{QPointF(12, 22), QPointF(13.5, 23.5), QPointF(60, 40)};
  const InkMap coarse(area, points, 4);
  EXPECT_EQ(coarse.cells(), 2);
  EXPECT_EQ(coarse.cellsUnder(area), 2);
  EXPECT_EQ(coarse.cellsUnder(QRectF(50, 30, 20, 20)), 1);
  EXPECT_EQ(InkMap().cells(), 0);
}

} // namespace
} // namespace backflow
