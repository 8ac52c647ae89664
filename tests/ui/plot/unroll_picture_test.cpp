// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/unroll_picture.h"

#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow::test {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

const UnrollRow& rowOf(const UnrollPicture& picture, Precision precision) {
  for (const UnrollRow& row : picture.rows) {
    if (row.precision == precision) {
      return row;
    }
  }
  throw std::out_of_range("no row in that precision");
}

/// Norms without a run behind them.
Trace madeUp(std::vector<double> norms) {
  Trace trace;
  trace.scenario.unroll.horizon = static_cast<int>(norms.size());
  RunTrace run;
  run.steps.subnormals.assign(norms.size(), 0);
  run.steps.gradientNorm = std::move(norms);
  trace.runs.push_back(std::move(run));
  return trace;
}

TEST(UnrollPicture, Float32DiesBeforeFloat64) {
  const Trace trace = traceOf(scalar(0.5, 200));
  const UnrollPicture picture = unrollPictureOf(trace, 60, {1, 200});
  const UnrollRow& narrow = rowOf(picture, Precision::Float32);
  const UnrollRow& wide = rowOf(picture, Precision::Float64);
  ASSERT_EQ(narrow.nodes.size(), 200U);
  for (int t = 1; t <= 200; ++t) {
    const int back = 200 - t;
    const auto index = static_cast<std::size_t>(t) - 1;
    const NodeClass expected = back >= 152   ? NodeClass::Zero
                               : back >= 128 ? NodeClass::Subnormal
                                             : NodeClass::Normal;
    EXPECT_EQ(narrow.nodes[index].kind, expected) << t;
    EXPECT_EQ(wide.nodes[index].kind, NodeClass::Normal) << t;
    EXPECT_NEAR(wide.nodes[index].log10, std::log10(3.0) - back * std::log10(2.0), 1e-9);
  }
  EXPECT_TRUE(std::isnan(narrow.nodes[0].log10));
}

TEST(UnrollPicture, InfAndNanAreClassesOfTheirOwn) {
  const Trace trace = traceOf(linear({{0, 7}, {7, 0}}, {1, 1}, 60));
  const UnrollPicture picture = unrollPictureOf(trace, 1, {1, 60});
  const UnrollRow& row = rowOf(picture, Precision::Float32);
  EXPECT_EQ(row.nodes.front().kind, NodeClass::NotANumber);
  EXPECT_EQ(row.nodes.back().kind, NodeClass::Normal);
  const auto infinite = std::count_if(row.nodes.begin(), row.nodes.end(), [](const UnrollNode& n) {
    return n.kind == NodeClass::Infinite;
  });
  EXPECT_EQ(infinite, 1);
}

TEST(UnrollPicture, WhatTruncationCutsIsCutAndNotZero) {
  const UnrollPicture picture = unrollPictureOf(
      traceOf(truncated(scalar(0.9, 50), TruncationMode::FromLoss, 20)), 50, {1, 50});
  for (const UnrollRow& row : picture.rows) {
    EXPECT_EQ(row.nodes[29].kind, NodeClass::Cut);
    EXPECT_EQ(row.nodes[30].kind, NodeClass::Normal);
  }
  ASSERT_EQ(picture.cutsBefore.size(), 51U);
  for (int t = 1; t <= 51; ++t) {
    EXPECT_EQ(picture.cutsBefore[static_cast<std::size_t>(t) - 1], t == 31) << t;
  }
}

TEST(UnrollPicture, WindowsCutWhereTheyStart) {
  Scenario scenario = squaredError(drawn(Activation::Tanh, 4, 30, 0.9), LossPlace::Every, 0);
  scenario = truncated(scenario, TruncationMode::Windows, 10);
  const UnrollPicture picture = unrollPictureOf(traceOf(scenario), 30, {5, 25});
  EXPECT_TRUE(picture.lossAtEveryStep);
  for (int t = 5; t <= 26; ++t) {
    EXPECT_EQ(picture.cutsBefore[static_cast<std::size_t>(t) - 5], t == 11 || t == 21) << t;
  }
  const UnrollPicture each =
      unrollPictureOf(traceOf(truncated(scenario, TruncationMode::FromLoss, 7)), 30, {1, 30});
  EXPECT_EQ(each.stepsOfEachLoss, 7);
  EXPECT_EQ(std::count(each.cutsBefore.begin(), each.cutsBefore.end(), true), 0);
}

TEST(UnrollPicture, BothDirectionsAreCutFromTheirOwnLoss) {
  Scenario scenario = drawn(Activation::Tanh, 4, 30, 0.9);
  scenario.network.bidirectional = true;
  scenario = truncated(scenario, TruncationMode::FromLoss, 10);
  const UnrollPicture picture = unrollPictureOf(traceOf(scenario), 30, {1, 30});
  EXPECT_TRUE(picture.bidirectional);
  const UnrollRow& row = picture.rows.front();
  // The forward direction has its loss at 30, the other at 1.
  EXPECT_EQ(row.forward[19].kind, NodeClass::Cut);
  EXPECT_EQ(row.forward[20].kind, NodeClass::Normal);
  EXPECT_EQ(row.backward[9].kind, NodeClass::Normal);
  EXPECT_EQ(row.backward[10].kind, NodeClass::Cut);
  EXPECT_EQ(row.nodes[9].kind, NodeClass::Normal);
  EXPECT_EQ(row.nodes[15].kind, NodeClass::Cut);
  EXPECT_TRUE(picture.cutsBefore[20]);
  EXPECT_TRUE(picture.cutsAfter[10]);
  EXPECT_EQ(std::count(picture.cutsAfter.begin(), picture.cutsAfter.end(), true), 1);
}

TEST(UnrollPicture, ABidirectionalGradientIsWholeOnlyWhereBothPassesHaveBeen) {
  UnrollPicture picture;
  picture.horizon = 10;
  picture.cursor = 7;
  EXPECT_TRUE(isReached(picture, 8));
  EXPECT_FALSE(isReached(picture, 6));
  picture.bidirectional = true;
  EXPECT_FALSE(isReached(picture, 8));
  picture.cursor = 3;
  EXPECT_TRUE(isReached(picture, 8));
  EXPECT_FALSE(isReached(picture, 9));
}

TEST(UnrollPicture, AttentionHasDirectPaths) {
  Scenario scenario = drawn(Activation::Tanh, 4, 20, 0.5);
  scenario.network.readout = Readout::Attention;
  const UnrollPicture picture = unrollPictureOf(traceOf(scenario), 20, {1, 20});
  EXPECT_TRUE(picture.attends);
  EXPECT_FALSE(std::isnan(picture.rows.front().direct[0]));
  EXPECT_TRUE(std::isnan(unrollPictureOf(traceOf(scalar(0.5, 3)), 1, {1, 3}).rows[0].direct[0]));
}

TEST(UnrollOverview, KeepsASingleNanAmongAMillion) {
  std::vector<double> norms(1000000, 1);
  norms[123456] = nan;
  norms[500000] = 0;
  norms[500001] = inf;
  norms[700000] = 1e-30;
  norms[700001] = 1e20;
  const Trace trace = madeUp(norms);
  const auto cells = unrollOverviewOf(trace, trace.runs[0], 800);
  ASSERT_EQ(cells.size(), 800U);
  EXPECT_EQ(cells.front().first, 1);
  EXPECT_EQ(cells.back().last, 1000000);
  int next = 1;
  for (const UnrollCell& cell : cells) {
    EXPECT_EQ(cell.first, next);
    next = cell.last + 1;
    const auto holds = [&](int t) {
      return cell.first <= t && t <= cell.last;
    };
    const NodeClass expected = holds(123457)   ? NodeClass::NotANumber
                               : holds(500002) ? NodeClass::Infinite
                               : holds(500001) ? NodeClass::Zero
                                               : NodeClass::Normal;
    EXPECT_EQ(cell.worst, expected);
    EXPECT_NEAR(cell.lowest, holds(700001) ? -30 : 0, 1e-12);
    EXPECT_NEAR(cell.highest, holds(700002) ? 20 : 0, 1e-12);
  }
}

TEST(UnrollOverview, OneStepIsOneCell) {
  const Trace trace = traceOf(scalar(0.5, 1));
  const auto cells = unrollOverviewOf(trace, trace.runs[0], 800);
  ASSERT_EQ(cells.size(), 1U);
  EXPECT_EQ(cells[0].worst, NodeClass::Normal);
  EXPECT_NEAR(cells[0].lowest, std::log10(3.0), 1e-12);
}

TEST(UnrollPicture, ColoursReachAsFarAsTheGradient) {
  EXPECT_EQ(decadesOf(traceOf(scalar(0.5, 5))), 4);
  EXPECT_EQ(decadesOf(traceOf(scalar(0.5, 100))), 40);
  EXPECT_EQ(decadesOf(madeUp({nan, inf, 0})), 4);
  EXPECT_EQ(decadesOf(madeUp({1e-300})), 320);
}

TEST(DetailWindow, StaysUntilTheCursorComesNearItsEdge) {
  const StepRange start = detailAround(50, 100, 12, {});
  EXPECT_EQ(start, (StepRange{44, 55}));
  EXPECT_EQ(detailAround(52, 100, 12, start), start);
  EXPECT_EQ(detailAround(47, 100, 12, start), start);
  EXPECT_EQ(detailAround(46, 100, 12, start), (StepRange{43, 54}));
  EXPECT_EQ(detailAround(54, 100, 12, start), (StepRange{46, 57}));
  EXPECT_EQ(detailAround(1, 100, 12, start), (StepRange{1, 12}));
  EXPECT_EQ(detailAround(100, 100, 12, start), (StepRange{89, 100}));
  EXPECT_EQ(detailAround(1, 1, 12, start), (StepRange{1, 1}));
  EXPECT_EQ(detailAround(3, 5, 12, {}), (StepRange{1, 5}));
}

} // namespace
} // namespace backflow::test
