// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/curve_levels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>

namespace backflow {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

std::vector<double> noise(std::size_t count, double shareOfGaps, unsigned seed) {
  std::mt19937 random(seed);
  const auto number = [&] {
    return static_cast<double>(random()) / 4294967296.0;
  };
  std::vector<double> values(count);
  for (double& value : values) {
    value = number() < shareOfGaps ? gap : number();
  }
  return values;
}

/// The lowest and the highest number of values[k], k in [first, last]; NaN if there is none.
template <class Indices>
std::pair<double, double> extremesOf(const std::vector<double>& values, const Indices& indices,
                                     std::size_t first, std::size_t last) {
  std::pair<double, double> result(gap, gap);
  for (const std::size_t k : indices) {
    if (k >= first && k <= last && !std::isnan(values[k])) {
      result.first = std::fmin(result.first, values[k]);
      result.second = std::fmax(result.second, values[k]);
    }
  }
  return result;
}

std::vector<std::size_t> allOf(const std::vector<double>& values) {
  std::vector<std::size_t> indices(values.size());
  for (std::size_t k = 0; k < indices.size(); ++k) {
    indices[k] = k;
  }
  return indices;
}

void expectSame(double a, double b, std::size_t where) {
  EXPECT_TRUE(a == b || (std::isnan(a) && std::isnan(b))) << a << " and " << b << " at " << where;
}

TEST(CurveLevels, KeepTheLowestAndTheHighestOverEveryStretch) {
  for (const double shareOfGaps : {0.0, 0.3, 0.99}) {
    const std::vector<double> values = noise(100'003, shareOfGaps, 7);
    const CurveLevels levels(values);
    for (const auto& [first, last] : {std::pair<std::size_t, std::size_t>{0, 100'002},
                                      {12'345, 99'999},
                                      {50'000, 58'191},
                                      {99'000, 100'002}}) {
      constexpr std::size_t columns = 300;
      const auto points = levels.pointsOf(values, first, last, columns);
      const auto all = extremesOf(values, allOf(values), first, last);
      const auto drawn = extremesOf(values, points, first, last);
      expectSame(drawn.first, all.first, first);
      expectSame(drawn.second, all.second, first);
      // In every column, with what lies within one column of it: a spike is drawn where it is.
      const std::size_t column = (last - first) / columns + 1;
      for (std::size_t begin = first; begin + column <= last; begin += column) {
        const auto here = extremesOf(values, allOf(values), begin, begin + column - 1);
        const auto there =
            extremesOf(values, points, begin - std::min(begin, column), begin + 2 * column);
        if (!std::isnan(here.first)) {
          EXPECT_LE(there.first, here.first) << begin;
          EXPECT_GE(there.second, here.second) << begin;
        }
      }
    }
  }
}

TEST(CurveLevels, KeepASpikeOfOneStepInAMillionAtEveryZoom) {
  std::vector<double> values(1'000'000, 1.0);
  constexpr std::size_t up = 123'457;
  constexpr std::size_t down = 876'543;
  values[up] = 40;
  values[down] = -40;
  const CurveLevels levels(values);
  EXPECT_EQ(levels.highest(), 40);
  EXPECT_EQ(levels.lowest(), -40);
  for (std::size_t reach = 1'000'000; reach > 4; reach = reach * 3 / 4) {
    for (const std::size_t spike : {up, down}) {
      const std::size_t first = spike - std::min(spike, reach / 3);
      const auto points = levels.pointsOf(values, first, first + reach, 700);
      EXPECT_TRUE(std::ranges::binary_search(points, spike)) << reach;
      EXPECT_LE(points.size(), 700u * 8 + 16) << reach;
    }
  }
}

TEST(CurveLevels, PointsRiseAndReachBeyondBothEnds) {
  const std::vector<double> values = noise(40'000, 0.2, 3);
  const CurveLevels levels(values);
  for (const std::size_t count : {4u, 900u, 5'000u, 30'000u}) {
    const auto points = levels.pointsOf(values, 5'000, 5'000 + count, 500);
    EXPECT_TRUE(std::ranges::is_sorted(points, std::less_equal<>())) << count;
    EXPECT_LT(points.front(), 5'000u) << count;
    EXPECT_GT(points.back(), 5'000u + count) << count;
  }
}

TEST(CurveLevels, OfFewStepsAllAreDrawn) {
  const std::vector<double> values = noise(200, 0.1, 5);
  EXPECT_EQ(CurveLevels(values).pointsOf(values, 0, 199, 300), allOf(values));
  // Beyond the ends there is nothing.
  EXPECT_EQ(CurveLevels(values).pointsOf(values, 0, 5'000, 300), allOf(values));
}

TEST(CurveLevels, AGapOfTwoColumnsStaysAGap) {
  constexpr std::size_t columns = 500;
  std::vector<double> values(500'000, 2.0);
  constexpr std::size_t column = 1'000;
  for (const std::size_t first : {100'000u, 100'317u, 201'999u}) {
    auto broken = values;
    std::fill_n(broken.begin() + static_cast<std::ptrdiff_t>(first), 2 * column, gap);
    const auto points = CurveLevels(broken).pointsOf(broken, 0, values.size() - 1, columns);
    EXPECT_TRUE(std::ranges::any_of(points, [&](std::size_t k) { return std::isnan(broken[k]); }))
        << first;
  }
}

TEST(CurveLevels, ANumberAloneBetweenGapsIsDrawn) {
  std::vector<double> values(300'000, gap);
  values[177'777] = 5;
  const CurveLevels levels(values);
  const auto points = levels.pointsOf(values, 0, values.size() - 1, 300);
  EXPECT_TRUE(std::ranges::binary_search(points, 177'777u));
  EXPECT_EQ(levels.lowest(), 5);
  EXPECT_EQ(levels.highest(), 5);
}

TEST(CurveLevels, NothingAndNoNumberAtAll) {
  EXPECT_TRUE(CurveLevels(std::vector<double>{}).pointsOf({}, 0, 10, 300).empty());
  EXPECT_TRUE(std::isnan(CurveLevels(std::vector<double>{}).lowest()));
  const std::vector<double> gaps(50'000, gap);
  const CurveLevels levels(gaps);
  EXPECT_TRUE(std::isnan(levels.lowest()));
  EXPECT_TRUE(std::isnan(levels.highest()));
  for (const std::size_t k : levels.pointsOf(gaps, 0, gaps.size() - 1, 300)) {
    EXPECT_TRUE(std::isnan(gaps[k]));
  }
}

} // namespace
} // namespace backflow
