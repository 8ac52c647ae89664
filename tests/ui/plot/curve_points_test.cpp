// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/curve_points.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {
namespace {

constexpr double belowAll = -1000;

/// A trace whose float64 gradient has these norms.
NormCurve curveOf(std::vector<double> norms) {
  Trace trace;
  trace.scenario.unroll.horizon = static_cast<int>(norms.size());
  trace.referenceLog2.assign(norms.size(), 0);
  RunTrace run;
  run.precision = Precision::Float64;
  run.steps.gradientNorm = std::move(norms);
  trace.runs.push_back(std::move(run));
  for (const NormCurve& curve : normPictureOf(trace, PlotKind::GradientFlow).curves) {
    if (curve.role == CurveRole::Run) {
      return curve;
    }
  }
  return {};
}

PlotGrain grainOf(int horizon) {
  return {wholeStretch(horizon), 800, 0.1};
}

TEST(CurvePoints, AMillionStepsNeedAFewThousandPointsAndKeepTheirSpikes) {
  constexpr int horizon = 1'000'000;
  std::vector<double> norms(horizon);
  for (int t = 1; t <= horizon; ++t) {
    // Up and down by a decade at every step: nothing of it is straight.
    norms[static_cast<std::size_t>(t) - 1] = t % 2 == 0 ? 1 : 10;
  }
  norms[400'000] = 1e30;
  norms[700'000] = 1e-30;
  const CurvePoints points = linePoints(curveOf(norms), grainOf(horizon), belowAll);
  EXPECT_LT(points.times.size(), 8'000u);
  ASSERT_EQ(points.times.size(), points.heights.size());
  const auto highest = std::ranges::max_element(points.heights);
  const auto lowest = std::ranges::min_element(points.heights);
  EXPECT_EQ(*highest, 30);
  EXPECT_EQ(*lowest, -30);
  EXPECT_EQ(points.times[static_cast<std::size_t>(highest - points.heights.begin())], 400'001);
  EXPECT_EQ(points.times[static_cast<std::size_t>(lowest - points.heights.begin())], 700'001);
}

TEST(CurvePoints, ZoomedInEveryStepIsThere) {
  constexpr int horizon = 1'000'000;
  std::vector<double> norms(horizon);
  for (int t = 1; t <= horizon; ++t) {
    norms[static_cast<std::size_t>(t) - 1] = 1 + t % 7;
  }
  PlotGrain grain = grainOf(horizon);
  grain.steps = {500'000, 500'040};
  const CurvePoints points = linePoints(curveOf(norms), grain, belowAll);
  ASSERT_EQ(points.times.size(), 43u); // one beyond either end
  for (std::size_t k = 0; k < points.times.size(); ++k) {
    EXPECT_EQ(points.times[k], 499'999 + static_cast<double>(k));
    EXPECT_DOUBLE_EQ(points.heights[k],
                     std::log10(norms[static_cast<std::size_t>(points.times[k]) - 1]));
  }
}

TEST(CurvePoints, AStraightLineNeedsItsEnds) {
  std::vector<double> norms(1000);
  for (std::size_t k = 0; k < norms.size(); ++k) {
    norms[k] = std::pow(0.9, static_cast<double>(k));
  }
  const CurvePoints points = linePoints(curveOf(norms), grainOf(1000), belowAll);
  EXPECT_EQ(points.times, (std::vector<double>{1, 1000}));
}

TEST(CurvePoints, LonePointsThatCoverEachOtherKeepTheLowestAndTheHighest) {
  constexpr int horizon = 1'000'000;
  std::vector<double> norms(horizon, 0);
  for (std::size_t k = 0; k < norms.size(); k += 2) {
    norms[k] = 1;
  }
  norms[600'000] = 1e20;
  norms[200'000] = 1e-20;
  const CurvePoints points = lonePoints(curveOf(norms), grainOf(horizon));
  EXPECT_LT(points.times.size(), 2'000u);
  EXPECT_EQ(std::ranges::max(points.heights), 20);
  EXPECT_EQ(std::ranges::min(points.heights), -20);
  PlotGrain near = grainOf(horizon);
  near.steps = {600'000, 600'010};
  EXPECT_EQ(lonePoints(curveOf(norms), near).times,
            (std::vector<double>{600'001, 600'003, 600'005, 600'007, 600'009}));
}

} // namespace
} // namespace backflow
