// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/truncation.h"

#include "tests/support/compare.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <tuple>

namespace backflow::test {
namespace {

using Case = std::tuple<TruncationMode, LossPlace, Activation>;

class TruncationModes : public testing::TestWithParam<Case> {
 protected:
  Scenario scenario(int horizon, int length) const {
    const auto [mode, place, activation] = GetParam();
    return truncated(squaredError(drawn(activation, 5, horizon, 1.1), place, 0.6), mode, length);
  }
};

TEST_P(TruncationModes, EveryLossGoesBackAsFarAsItMay) {
  for (const int horizon : {1, 13, 70, 130}) {
    for (const int length : {1, 2, 5, 12, 64, 69}) {
      SCOPED_TRACE(std::to_string(horizon) + " steps, cut to " + std::to_string(length));
      const Scenario cut = scenario(horizon, length);
      const Experiment experiment = experimentOf(cut);
      const NaiveGradients naive = naiveBackward(NaiveNetwork(experiment), reachOf(cut));
      const Trace trace = traceOf(experiment);
      for (const Precision precision : bothPrecisions) {
        const double tolerance = precision == Precision::Float64 ? 1e-12 : 2e-5;
        const RunTrace& run = runOf(trace, precision);
        EXPECT_LE(errorByLargest(run.stateGradients.transpose(), naive.state), tolerance);
        const auto& gradients = run.parameterGradients;
        EXPECT_LE(errorByLargest(parameter(gradients, "W_h"), naive.recurrent), tolerance);
        EXPECT_LE(errorByLargest(parameter(gradients, "W_x"), naive.inputWeights), tolerance);
        EXPECT_LE(errorByLargest(parameter(gradients, "b"), naive.bias), tolerance);
      }
    }
  }
}

TEST_P(TruncationModes, NothingIsLeftWhereNoLossReaches) {
  const auto [mode, place, activation] = GetParam();
  for (const int length : {1, 4, 7}) {
    const Trace trace = traceOf(scenario(25, length));
    for (const RunTrace& run : trace.runs) {
      for (int t = 1; t <= 25; ++t) {
        const auto index = static_cast<std::size_t>(t) - 1;
        const bool reached =
            place == LossPlace::Every ||
            (mode == TruncationMode::FromLoss ? t > 25 - length : (t - 1) / length == 24 / length);
        EXPECT_EQ(run.steps.gradientNorm[index] != 0, reached) << t;
        EXPECT_EQ(run.steps.parameterGradientNorm[index] != 0, reached) << t;
        EXPECT_EQ(run.steps.zeros[index], reached ? 0 : 5) << t;
        EXPECT_EQ(run.stateGradients.col(t - 1).isZero(0), !reached) << t;
      }
      EXPECT_TRUE(eventsOf(run, EventKind::UnderflowZero).empty());
      EXPECT_TRUE(eventsOf(run, EventKind::ThresholdVanish).empty());
    }
  }
}

TEST_P(TruncationModes, AsLongAsTheHorizonIsNoTruncationBitForBit) {
  Scenario whole = scenario(70, 70);
  whole.unroll.truncation.reset();
  const Trace expected = traceOf(whole);
  for (const int length : {70, 71, 500}) {
    const Trace trace = traceOf(scenario(70, length));
    EXPECT_EQ(trace.referenceLog2, expected.referenceLog2);
    for (std::size_t k = 0; k < trace.runs.size(); ++k) {
      EXPECT_EQ(trace.runs[k].stateGradients, expected.runs[k].stateGradients);
      EXPECT_EQ(trace.runs[k].steps.gradientNorm, expected.runs[k].steps.gradientNorm);
      for (std::size_t p = 0; p < 3; ++p) {
        EXPECT_EQ(trace.runs[k].parameterGradients[p].values,
                  expected.runs[k].parameterGradients[p].values);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, TruncationModes,
    testing::Combine(testing::Values(TruncationMode::Windows, TruncationMode::FromLoss),
                     testing::Values(LossPlace::Last, LossPlace::Every),
                     testing::Values(Activation::Tanh, Activation::Identity, Activation::Sigmoid)));

TEST(Truncation, OneStepFromEveryLossLeavesEachLossItsOwnGradient) {
  Scenario scenario = scalar(2, 9);
  scenario.loss.at = LossPlace::Every;
  const Trace trace = traceOf(truncated(scenario, TruncationMode::FromLoss, 1));
  for (const RunTrace& run : trace.runs) {
    EXPECT_EQ(run.steps.gradientNorm, std::vector<double>(9, 3));
  }
}

TEST(Truncation, FlowsAddUpByHand) {
  Scenario scenario = scalar(2, 6);
  scenario.loss.at = LossPlace::Every;
  const Trace trace = traceOf(truncated(scenario, TruncationMode::FromLoss, 3));
  for (const RunTrace& run : trace.runs) {
    EXPECT_EQ(run.steps.gradientNorm, (std::vector<double>{21, 21, 21, 21, 9, 3}));
  }
  const Trace windows = traceOf(truncated(scenario, TruncationMode::Windows, 4));
  for (const RunTrace& run : windows.runs) {
    EXPECT_EQ(run.steps.gradientNorm, (std::vector<double>{45, 21, 9, 3, 9, 3}));
  }
}

TEST(Truncation, ArithmeticUnderflowBeforeTheCutIsStillReported) {
  const Trace trace = traceOf(truncated(scalar(0.5, 400), TruncationMode::FromLoss, 200));
  const auto events = eventsOf(runOf(trace, Precision::Float32), EventKind::UnderflowZero);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].stepsBack, 152);
  EXPECT_TRUE(eventsOf(runOf(trace, Precision::Float64), EventKind::UnderflowZero).empty());
}

// The losses of the later half end k steps on; the earlier half has exactly met its target.
TEST(Truncation, FlowsThatEndAmongSatisfiedLossesAreNoUnderflow) {
  Scenario scenario = squaredError(scalar(1, 12), LossPlace::Every, 0);
  for (std::size_t k = 6; k < 12; ++k) {
    scenario.loss.target[k] = {1};
  }
  const Trace trace = traceOf(truncated(scenario, TruncationMode::FromLoss, 3));
  for (const RunTrace& run : trace.runs) {
    EXPECT_EQ(run.steps.gradientNorm, (std::vector<double>{0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 2, 1}));
    EXPECT_TRUE(eventsOf(run, EventKind::UnderflowZero).empty());
  }
}

// 0 · inf of copies that are not part of the truncated graph: h is inf early on and finite late.
TEST(Truncation, StepsCutAwayAddNothingEvenWithInfiniteStates) {
  Scenario scenario = linear({{0}}, {1}, 10);
  scenario.network.activation = Activation::Relu;
  scenario.weights.parameters["W_h"] = {{-1}};
  scenario.weights.parameters["W_x"] = {{1e308}};
  scenario.input = {};
  scenario.input.kind = InputKind::Impulse;
  scenario.input.step = 2;
  scenario.input.amplitude = 100;
  for (const TruncationMode mode : {TruncationMode::FromLoss, TruncationMode::Windows}) {
    const Trace trace = traceOf(truncated(scenario, mode, 4));
    const RunTrace& run = runOf(trace, Precision::Float64);
    EXPECT_EQ(run.steps.stateNorm[1], std::numeric_limits<double>::infinity());
    for (const NamedMatrix& gradient : run.parameterGradients) {
      EXPECT_TRUE(gradient.values.allFinite()) << gradient.name;
    }
    EXPECT_EQ(run.steps.parameterGradientNorm[1], 0);
    EXPECT_TRUE(eventsOf(run, EventKind::NanOnset).empty());
    EXPECT_EQ(run.status, RunStatus::Overflow);
  }
}

TEST(StatesHeld, AreThoseOfTheTruncatedGraph) {
  Scenario scenario = drawn(Activation::Tanh, 8, 100, 1);
  EXPECT_EQ(statesHeld(scenario), 100);
  EXPECT_EQ(bytesHeld(scenario, 100), 8.0 * 8 * 100);
  scenario.precisions = {Precision::Float32};
  EXPECT_EQ(bytesHeld(scenario, 100), 4.0 * 8 * 100);
  EXPECT_EQ(statesHeld(truncated(scenario, TruncationMode::FromLoss, 20)), 20);
  EXPECT_EQ(statesHeld(truncated(scenario, TruncationMode::Windows, 300)), 100);
}

} // namespace
} // namespace backflow::test
