// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/dense_dashes.h"

#include <gtest/gtest.h>

#include <cmath>

namespace backflow {
namespace {

/// Four points a pixel, up and down by ten pixels.
QVector<QPointF> zigzag() {
  QVector<QPointF> line;
  for (int k = 0; k < 400; ++k) {
    line.push_back({k / 4.0, k % 2 == 0 ? 50.0 : 60.0});
  }
  return line;
}

TEST(DenseDashes, AreAsLongAsTheyAreSaidToBe) {
  const QVector<QPointF> line = zigzag();
  const QVector<QPointF> cut = cutIntoDashes(line, 6, 4);
  ASSERT_EQ(cut.size(), line.size());
  for (qsizetype k = 0; k < cut.size(); ++k) {
    EXPECT_EQ(cut[k].x(), line[k].x());
    EXPECT_EQ(std::isnan(cut[k].y()), std::fmod(line[k].x(), 10) >= 6) << line[k].x();
  }
}

TEST(DenseDashes, ASpikeInAGapIsDrawnWithTheWayToItAndBack) {
  QVector<QPointF> line = zigzag();
  constexpr qsizetype spike = 4 * 18; // 8 pixels into its dash and gap
  line[spike].setY(5);
  const QVector<QPointF> cut = cutIntoDashes(line, 6, 4);
  for (const qsizetype k : {spike - 1, spike, spike + 1}) {
    EXPECT_EQ(cut[k], line[k]);
  }
  EXPECT_TRUE(std::isnan(cut[spike - 2].y()));
  EXPECT_TRUE(std::isnan(cut[spike + 2].y()));
}

TEST(DenseDashes, WhatRisesHasThemToo) {
  QVector<QPointF> line = zigzag();
  for (QPointF& point : line) {
    point.ry() += 100 * point.x();
  }
  const QVector<QPointF> cut = cutIntoDashes(line, 6, 4);
  EXPECT_FALSE(std::isnan(cut[4 * 15].y()));
  EXPECT_TRUE(std::isnan(cut[4 * 18].y()));
}

TEST(DenseDashes, AGapOfTheCurveStaysOne) {
  QVector<QPointF> line = zigzag();
  line[10].setY(std::nan(""));
  EXPECT_TRUE(std::isnan(cutIntoDashes(line, 6, 4)[10].y()));
  EXPECT_TRUE(cutIntoDashes({}, 6, 4).isEmpty());
}

} // namespace
} // namespace backflow
