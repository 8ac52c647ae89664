// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/rounding_hold.h"

#include "tests/support/experiments.h"

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

constexpr int horizon = 1100;

Trace scalarTrace(double start, double factor) {
  Scenario scenario = scalar(factor, horizon, start);
  scenario.precisions = {Precision::Float32, Precision::Float64};
  return traceOf(scenario);
}

TEST(RoundingHold, IsWhereAProductRoundsBackToItself) {
  const Trace trace = scalarTrace(3, 0.9);
  float gradient = 3;
  int t = horizon;
  while (gradient * 0.9F != gradient) {
    gradient *= 0.9F;
    --t;
  }
  ASSERT_GT(t, 1);
  ASSERT_GT(gradient, 0);
  EXPECT_EQ(trace.runs[0].steps.gradientNorm.front(), static_cast<double>(gradient));
  EXPECT_EQ(heldByRoundingFrom(trace, trace.runs[0]), t);
  EXPECT_FALSE(heldByRoundingFrom(trace, trace.runs[1])) << "still far from the smallest float64";
}

TEST(RoundingHold, IsNotWhereTheSameNormComesTwiceByChance) {
  Trace trace = scalarTrace(0x1p-140, 1);
  trace.referenceLog2.assign(horizon, -140);
  trace.referenceLog2[0] = -141;
  trace.runs[0].steps.gradientNorm.assign(horizon, 1);
  trace.runs[0].steps.gradientNorm[0] = trace.runs[0].steps.gradientNorm[1] = 0x1p-149;
  EXPECT_FALSE(heldByRoundingFrom(trace, trace.runs[0])) << "halved";
  trace.runs[0].steps.gradientNorm[2] = 0x1p-149;
  EXPECT_EQ(heldByRoundingFrom(trace, trace.runs[0]), 3);
}

TEST(RoundingHold, IsNotWhereAGradientReachesZeroOrNeitherFadesNorGrows) {
  const Trace halved = scalarTrace(3, 0.5);
  EXPECT_EQ(halved.runs[0].steps.gradientNorm.front(), 0);
  EXPECT_FALSE(heldByRoundingFrom(halved, halved.runs[0]));
  const Trace kept = scalarTrace(0x1p-140, 1);
  EXPECT_EQ(kept.runs[0].steps.gradientNorm.front(), 0x1p-140);
  EXPECT_FALSE(heldByRoundingFrom(kept, kept.runs[0]));
}

} // namespace
} // namespace backflow::test
