// SPDX-License-Identifier: GPL-3.0-or-later
// Why a gradient is exactly zero, and where units saturate.
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <cmath>

namespace backflow::test {
namespace {

/// One tanh unit of which every pre-activation is the input times one.
Scenario driven(double input, int horizon) {
  Scenario scenario = scalar(0, horizon, 1);
  scenario.network.activation = Activation::Tanh;
  scenario.input.amplitude = input;
  scenario.weights.parameters["W_x"] = {{1}};
  return scenario;
}

std::vector<Event> zeroEvents(const Trace& trace, Precision precision) {
  return eventsOf(runOf(trace, precision), EventKind::UnderflowZero);
}

TEST(Saturation, TanhIsOneFromWhereItRoundsToOne) {
  for (const double a : {8.0, 8.9, 9.0, 9.01}) {
    const Trace trace = traceOf(driven(a, 3));
    EXPECT_TRUE(eventsOf(runOf(trace, Precision::Float32), EventKind::Saturation).empty()) << a;
  }
  for (const double a : {9.02, -9.02, 12.0, 100.0}) {
    const Trace trace = traceOf(driven(a, 3));
    const auto events = eventsOf(runOf(trace, Precision::Float32), EventKind::Saturation);
    ASSERT_EQ(events.size(), 1U) << a;
    EXPECT_EQ(events[0].t, 1);
    EXPECT_EQ(events[0].phase, Phase::Forward);
    EXPECT_EQ(events[0].cause,
              (Cause{CauseKind::SaturatedUnit, "a_1[1]", static_cast<double>(static_cast<float>(a)),
                     "h_1[1]", std::copysign(1, a), 0}));
    EXPECT_EQ(eventsOf(runOf(trace, Precision::Float64), EventKind::Saturation).empty(),
              std::abs(a) < 19);
  }
}

TEST(ZeroGradient, BySaturatedTanh) {
  Scenario scenario = driven(25, 4);
  scenario.weights.parameters["W_h"] = {{0.5}};
  const Trace trace = traceOf(scenario);
  for (const Precision precision : bothPrecisions) {
    const auto events = zeroEvents(trace, precision);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].stepsBack, 1);
    EXPECT_EQ(events[0].cause,
              (Cause{CauseKind::ZeroDerivative, "phi'(a)_4[1]", 0, "dL/dh_4[1]", 1, 0}));
  }
}

TEST(ZeroGradient, ByDeadRelu) {
  Scenario scenario = driven(-1, 4);
  scenario.network.activation = Activation::Relu;
  const auto events = zeroEvents(traceOf(scenario), Precision::Float32);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].cause.kind, CauseKind::ZeroDerivative);
}

TEST(ZeroGradient, ByZeroWeights) {
  const auto events = zeroEvents(traceOf(scalar(0, 5)), Precision::Float64);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].stepsBack, 1);
  EXPECT_EQ(events[0].cause.kind, CauseKind::ZeroFactor);
  EXPECT_EQ(events[0].cause.leftName, "W_h[1,1]");
  EXPECT_EQ(events[0].cause.left, 0);
  EXPECT_EQ(events[0].cause.right, 3);
}

// A pinned gate passes nothing on by itself; what it multiplies still does.
TEST(ZeroGradient, ByAClosedGate) {
  for (const Variant variant : {Variant::Course, Variant::PyTorch}) {
    for (const int first : {1, 2}) { // from 1 on, c is zero wherever it began so
      Scenario scenario = drawn(Activation::Tanh, 4, 10, 1);
      scenario.network.cell = CellKind::Lstm;
      scenario.network.variant = variant;
      scenario.initialState = {};
      scenario.pins = {
          {Gate::Forget, 1, first, 10}, {Gate::Update, 0, first, 10}, {Gate::Output, 1, first, 10}};
      const Trace trace = traceOf(scenario);
      for (const Precision precision : bothPrecisions) {
        const auto events = zeroEvents(trace, precision);
        ASSERT_EQ(events.size(), 1U);
        EXPECT_EQ(events[0].t, 9);
        const Cause& cause = events[0].cause;
        EXPECT_EQ(cause.kind, CauseKind::ZeroFactor);
        const std::string gate = variant == Variant::Course ? "Gu_10[" : "i_10[";
        EXPECT_EQ(cause.leftName.substr(0, gate.size()), gate) << cause.leftName;
        EXPECT_EQ(cause.left, 0);
        EXPECT_NE(cause.right, 0);
      }
      EXPECT_GT(runOf(trace, Precision::Float64).steps.cellGradientNorm.front(), 0.1);
    }
  }
}

TEST(ZeroGradient, ByCancellation) {
  const Trace trace = traceOf(linear({{2, 0}, {-1, 0}}, {1, 2}, 3));
  for (const Precision precision : bothPrecisions) {
    const auto events = zeroEvents(trace, precision);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].stepsBack, 1);
    EXPECT_EQ(events[0].cause,
              (Cause{CauseKind::Cancellation, "partial sum", 2, "W_h[2,1]*dL/da_3[2]", -2, 0}));
  }
}

// δ_1 = W·δ_2 + the loss's own gradient at 1, which are opposite.
TEST(ZeroGradient, ByCancellationWithTheLoss) {
  Scenario scenario = squaredError(scalar(1, 2), LossPlace::Every, 0);
  scenario.loss.target = {{1}, {-1}};
  const auto events = zeroEvents(traceOf(scenario), Precision::Float64);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].t, 1);
  EXPECT_EQ(events[0].cause.kind, CauseKind::Cancellation);
  EXPECT_EQ(events[0].cause.rightName, "loss gradient_1[1]");
  EXPECT_EQ(events[0].cause.left + events[0].cause.right, 0);
}

TEST(ZeroGradient, OfALossThatIsMet) {
  const Trace trace = traceOf(squaredError(scalar(0.5, 6), LossPlace::Last, 0));
  for (const RunTrace& run : trace.runs) {
    EXPECT_EQ(run.loss, 0);
    EXPECT_EQ(run.steps.gradientNorm, std::vector<double>(6, 0));
    const auto events = eventsOf(run, EventKind::UnderflowZero);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].stepsBack, 0);
    EXPECT_EQ(events[0].cause.kind, CauseKind::Given);
    EXPECT_EQ(run.status, RunStatus::Finite);
  }
}

// A saturated step turns a huge gradient into zero.
TEST(ZeroGradient, AfterAHugeOne) {
  Scenario scenario = scalar(1e30, 3, 1);
  scenario.network.activation = Activation::Tanh;
  scenario.input.kind = InputKind::Explicit;
  scenario.weights.parameters["W_x"] = {{1}};
  scenario.input.values = {{0}, {30}, {-1e30}};
  const RunTrace run = runOf(traceOf(scenario), Precision::Float64);
  EXPECT_GT(run.steps.gradientNorm[1], 1e29);
  EXPECT_EQ(run.steps.gradientNorm[0], 0);
  ASSERT_EQ(eventsOf(run, EventKind::UnderflowZero).size(), 1U);
  EXPECT_EQ(eventsOf(run, EventKind::UnderflowZero)[0].cause.kind, CauseKind::ZeroDerivative);
}

TEST(SubnormalGradient, AmongFlowsNamesTheProduct) {
  // Losses that are met, but for the last: only its flow carries anything.
  Scenario scenario = squaredError(scalar(0.5, 200), LossPlace::Every, 0);
  scenario.loss.target[199] = {-3};
  const Trace trace = traceOf(truncated(scenario, TruncationMode::FromLoss, 180));
  const auto events = eventsOf(runOf(trace, Precision::Float32), EventKind::UnderflowSubnormal);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].stepsBack, 128);
  EXPECT_EQ(events[0].cause.kind, CauseKind::ProductUnderflow);
  EXPECT_EQ(events[0].cause.leftName, "W_h[1,1]");
  const auto zeros = zeroEvents(trace, Precision::Float32);
  ASSERT_EQ(zeros.size(), 1U);
  EXPECT_EQ(zeros[0].stepsBack, 152);
  EXPECT_EQ(zeros[0].cause.kind, CauseKind::ProductUnderflow);
}

} // namespace
} // namespace backflow::test
