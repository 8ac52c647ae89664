// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/cliff.h"

#include "core/unroll/run.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <cmath>

namespace backflow::test {
namespace {

/// The same unit as a scenario of the laboratory: E is twice ½(h_T − y)².
Trace traceAt(const CliffModel& model, CliffPoint point) {
  Scenario scenario;
  scenario.network.hidden = 1;
  scenario.network.activation = Activation::Sigmoid;
  scenario.weights.init = WeightInit::Explicit;
  scenario.weights.parameters = {{"W_h", {{point.w}}}, {"b", {{point.b}}}};
  scenario.initialState.kind = InitialStateKind::Explicit;
  scenario.initialState.values = {model.initial};
  scenario.loss.kind = LossKind::SquaredError;
  scenario.loss.target = {{model.target}};
  scenario.unroll.horizon = model.horizon;
  scenario.precisions = {Precision::Float64};
  return traceOf(experimentOf(scenario));
}

TEST(Cliff, SlopeIsThatOfTheUnrolledNetwork) {
  const CliffModel model;
  for (const CliffPoint point : {CliffPoint{5, -2.5}, CliffPoint{4.6, -2.2}, CliffPoint{5.8, -3}}) {
    const CliffSlope slope = slopeAt(model, point);
    const Trace trace = traceAt(model, point);
    const Parameters& gradients = trace.runs[0].parameterGradients;
    const double byW = 2 * parameter(gradients, "W_h")(0, 0);
    const double byB = 2 * parameter(gradients, "b")(0, 0);
    EXPECT_NEAR(slope.error, 2 * trace.runs[0].loss, 1e-13);
    EXPECT_NEAR(slope.byW, byW, 1e-11 * std::abs(byW));
    EXPECT_NEAR(slope.byB, byB, 1e-11 * std::abs(byB));
  }
}

TEST(Cliff, SurfaceHoldsTheErrorAtTheFramesBordersAndBetween) {
  const CliffModel model;
  const CliffFrame frame{{4, -3}, {6, -2}};
  const Eigen::MatrixXd surface = cliffSurface(model, frame, 5, 3);
  EXPECT_EQ(surface(0, 0), slopeAt(model, {4, -3}).error);
  EXPECT_EQ(surface(4, 2), slopeAt(model, {6, -2}).error);
  EXPECT_EQ(surface(1, 1), slopeAt(model, {5, -2.75}).error);
}

TEST(Cliff, ClippedDescentMovesAtMostByRateTimesThreshold) {
  const CliffModel model;
  constexpr double rate = 0.05;
  constexpr double threshold = 1;
  const CliffPoint start{5, -2.1};
  const auto free = descend(model, start, rate, std::nullopt, 300);
  const auto clipped = descend(model, start, rate, threshold, 300);
  ASSERT_EQ(clipped.size(), 301U);
  double longest = 0;
  for (std::size_t i = 1; i < clipped.size(); ++i) {
    longest = std::max(longest, std::hypot(clipped[i].point.w - clipped[i - 1].point.w,
                                           clipped[i].point.b - clipped[i - 1].point.b));
  }
  EXPECT_LE(longest, rate * threshold * (1 + 1e-12));
  double longestFree = 0;
  for (std::size_t i = 1; i < free.size(); ++i) {
    longestFree = std::max(longestFree, std::hypot(free[i].point.w - free[i - 1].point.w,
                                                   free[i].point.b - free[i - 1].point.b));
  }
  EXPECT_GT(longestFree, 10 * rate * threshold);
}

} // namespace
} // namespace backflow::test
