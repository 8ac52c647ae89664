// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/straight_stretches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {
namespace {

std::vector<double> steps(std::size_t count) {
  std::vector<double> x(count);
  for (std::size_t k = 0; k < count; ++k) {
    x[k] = static_cast<double>(k) + 1;
  }
  return x;
}

TEST(StraightStretches, OfALineOnlyTheEndsAreKept) {
  const std::vector<double> x = steps(1000);
  std::vector<double> y(x.size());
  std::ranges::transform(x, y.begin(), [](double t) { return 3 - 0.3 * t; });
  EXPECT_EQ(withoutStraightStretches(x, y, 1e-9), (std::vector<std::size_t>{0, 999}));
}

TEST(StraightStretches, WhatIsLeftOutLiesWithinTheTolerance) {
  const std::vector<double> x = steps(2000);
  std::vector<double> y(x.size());
  std::ranges::transform(x, y.begin(), [](double t) { return 50 * std::sin(t / 90) + t / 40; });
  for (const double tolerance : {0.01, 0.5, 5.0}) {
    const std::vector<std::size_t> kept = withoutStraightStretches(x, y, tolerance);
    EXPECT_LT(kept.size(), x.size() / 4) << tolerance;
    for (std::size_t piece = 1; piece < kept.size(); ++piece) {
      const std::size_t a = kept[piece - 1];
      const std::size_t b = kept[piece];
      ASSERT_LT(a, b);
      for (std::size_t k = a; k <= b; ++k) {
        const double line = y[a] + (y[b] - y[a]) * (x[k] - x[a]) / (x[b] - x[a]);
        EXPECT_NEAR(y[k], line, tolerance * 1.0001) << k;
      }
    }
  }
}

TEST(StraightStretches, ASpikeIsKept) {
  const std::vector<double> x = steps(500);
  std::vector<double> y(x.size(), 1.0);
  y[250] = 3;
  EXPECT_EQ(withoutStraightStretches(x, y, 0.1), (std::vector<std::size_t>{0, 249, 250, 251, 499}));
}

TEST(StraightStretches, AGapKeepsBothItsEnds) {
  constexpr double gap = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> y{1, 1, 1, 1, gap, gap, 1, 1, 1, gap, 1, gap};
  EXPECT_EQ(withoutStraightStretches(steps(y.size()), y, 0.1),
            (std::vector<std::size_t>{0, 3, 4, 5, 6, 8, 9, 10, 11}));
}

TEST(StraightStretches, OfNothingNothing) {
  EXPECT_TRUE(withoutStraightStretches({}, {}, 1).empty());
  EXPECT_EQ(withoutStraightStretches({1}, {2}, 1), (std::vector<std::size_t>{0}));
}

} // namespace
} // namespace backflow
