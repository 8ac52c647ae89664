// SPDX-License-Identifier: GPL-3.0-or-later
// Where inf and NaN begin, and by which operation.
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace backflow::test {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

Event onlyEvent(const RunTrace& run, EventKind kind, const std::string& quantity) {
  const auto events = eventsOf(run, kind, quantity);
  EXPECT_EQ(events.size(), 1U) << nameOf(kind) << " of " << quantity;
  return events.empty() ? Event{} : events.front();
}

TEST(BackwardNan, ZeroTimesInf) {
  // 7ˢ overflows after 46 steps back in float32 and 365 in float64, and meets the zeros of W next.
  const Trace trace = traceOf(linear({{0, 7}, {7, 0}}, {1, 1}, 500));
  for (const auto& [precision, steps] :
       {std::pair{Precision::Float32, 46}, {Precision::Float64, 365}}) {
    const RunTrace& run = runOf(trace, precision);
    const Event overflow = onlyEvent(run, EventKind::OverflowInf, "dL/dh");
    EXPECT_EQ(overflow.cause.kind, CauseKind::ProductOverflow);
    EXPECT_EQ(overflow.element, 1);
    const Event onset = onlyEvent(run, EventKind::NanOnset, "dL/dh");
    EXPECT_EQ(onset.stepsBack, overflow.stepsBack + 1);
    EXPECT_EQ(onset.cause.kind, CauseKind::ZeroTimesInf);
    EXPECT_EQ(onset.cause.leftName, "W_h[1,1]");
    EXPECT_EQ(onset.cause.left, 0);
    EXPECT_EQ(onset.cause.rightName, "dL/da_" + std::to_string(onset.t + 1) + "[1]");
    EXPECT_EQ(onset.cause.right, inf);
    EXPECT_EQ(run.status, RunStatus::Nan);
    EXPECT_EQ(overflow.stepsBack, steps);
  }
}

TEST(BackwardNan, InfMinusInf) {
  const Trace trace = traceOf(linear({{3, -3}, {3, 3}}, {1, 1}, 800));
  for (const RunTrace& run : trace.runs) {
    const Event overflow = onlyEvent(run, EventKind::OverflowInf, "dL/dh");
    const Event onset = onlyEvent(run, EventKind::NanOnset, "dL/dh");
    // (inf, inf) is NaN one step on, (inf, 0) becomes (inf, −inf) first.
    EXPECT_GE(onset.stepsBack, overflow.stepsBack + 1);
    EXPECT_LE(onset.stepsBack, overflow.stepsBack + 2);
    EXPECT_EQ(onset.cause.kind, CauseKind::InfMinusInf);
    EXPECT_EQ(std::abs(onset.cause.left), inf);
    EXPECT_EQ(onset.cause.left, -onset.cause.right);
    EXPECT_TRUE(std::isnan(onset.cause.result));
    EXPECT_EQ(run.steps.nans[static_cast<std::size_t>(onset.t)], 0);
    EXPECT_GT(run.steps.nans[static_cast<std::size_t>(onset.t) - 1], 0);
  }
}

TEST(BackwardNan, IsNotMadeByPositiveWeights) {
  const Trace trace = traceOf(linear({{1, 7}, {7, 2}}, {1, 1}, 800));
  for (const RunTrace& run : trace.runs) {
    EXPECT_EQ(eventsOf(run, EventKind::OverflowInf, "dL/dh").size(), 1U);
    EXPECT_TRUE(eventsOf(run, EventKind::NanOnset, "dL/dh").empty());
  }
}

TEST(BackwardOverflow, OfASum) {
  const Trace trace = traceOf(linear({{1, 0}, {1, 0}}, {3e38, 3e38}, 2));
  const Event event = onlyEvent(runOf(trace, Precision::Float32), EventKind::OverflowInf, "dL/dh");
  EXPECT_EQ(event.stepsBack, 1);
  EXPECT_EQ(event.element, 1);
  EXPECT_EQ(event.cause.kind, CauseKind::SumOverflow);
  EXPECT_EQ(event.cause.rightName, "W_h[2,1]*dL/da_2[2]");
  EXPECT_TRUE(eventsOf(runOf(trace, Precision::Float64), EventKind::OverflowInf).empty());
}

TEST(BackwardNan, SaturatedUnitTurnsInfIntoNan) {
  // h_1 = tanh(20) = 1 exactly, and δ_1 is inf: φ′·δ = 0·inf.
  Scenario scenario = linear({{1e30}}, {1e30}, 2);
  scenario.network.activation = Activation::Tanh;
  scenario.input.kind = InputKind::Explicit;
  scenario.input.values = {{20}, {-1e30}};
  scenario.weights.parameters["W_x"] = {{1}};
  const Trace trace = traceOf(scenario);
  const RunTrace& run = runOf(trace, Precision::Float32);
  const Event overflow = onlyEvent(run, EventKind::OverflowInf, "dL/dh");
  const Event onset = onlyEvent(run, EventKind::NanOnset, "dL/da");
  EXPECT_EQ(overflow.t, 1);
  EXPECT_EQ(onset.t, 1);
  EXPECT_EQ(onset.cause.kind, CauseKind::ZeroTimesInf);
  EXPECT_EQ(onset.cause.left, 0);
  EXPECT_EQ(onset.cause.right, inf);
}

// The gradient's own 0·inf: h_0 = 0 meets an infinite ∂L/∂a_1, though δ never is NaN.
TEST(ParameterGradientNan, ZeroStateMeetsInfiniteGradient) {
  const Trace trace = traceOf(scalar(2, 128));
  const RunTrace& run = runOf(trace, Precision::Float32);
  const Event onset = onlyEvent(run, EventKind::NanOnset, "dL/dW_h");
  EXPECT_EQ(onset.t, 1);
  EXPECT_EQ(onset.stepsBack, 127);
  EXPECT_EQ(onset.element, 1);
  EXPECT_EQ(onset.cause.kind, CauseKind::ZeroTimesInf);
  EXPECT_EQ(onset.cause.leftName, "dL/da_1[1]");
  EXPECT_EQ(onset.cause.left, inf);
  EXPECT_EQ(onset.cause.rightName, "h_0[1]");
  EXPECT_EQ(onset.cause.right, 0);
  EXPECT_TRUE(std::isnan(onset.cause.result));
  EXPECT_TRUE(std::isnan(run.steps.parameterGradientNorm[0]));
  EXPECT_EQ(run.status, RunStatus::Nan);
  EXPECT_EQ(runOf(trace, Precision::Float64).status, RunStatus::Finite);
}

// Of several entries that go wrong in one block of steps, the first in time is told.
TEST(ParameterGradientNan, TheFirstInTimeIsTold) {
  // Unit 1 doubles from 1 and is inf after 128 steps back, unit 2 quadruples and is so after 64.
  const Trace trace = traceOf(linear({{2, 0}, {0, 4}}, {1, 1}, 200));
  const auto events = eventsOf(runOf(trace, Precision::Float32), EventKind::NanOnset);
  ASSERT_FALSE(events.empty());
  const auto own = eventsOf(runOf(trace, Precision::Float32), EventKind::NanOnset, "dL/dW_h");
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].stepsBack, 64);
  EXPECT_EQ(own[0].element, 3);
}

TEST(ParameterGradientOverflow, OfTheBiasAlone) {
  Scenario scenario = scalar(1, 4, 2e38);
  scenario.initialState.kind = InitialStateKind::Explicit;
  scenario.initialState.values = {1e-3};
  const Trace trace = traceOf(scenario);
  const RunTrace& run = runOf(trace, Precision::Float32);
  const Event event = onlyEvent(run, EventKind::OverflowInf, "dL/db");
  EXPECT_EQ(event.t, 3);
  EXPECT_EQ(event.cause.kind, CauseKind::SumOverflow);
  EXPECT_EQ(event.element, 1);
  EXPECT_EQ(run.status, RunStatus::Overflow);
  EXPECT_EQ(runOf(traceOf(clipped(scenario, ClipMode::Value, 1)), Precision::Float32).status,
            RunStatus::Overflow);
}

TEST(Forward, OverflowAndNanAreTold) {
  Scenario scenario = linear({{0, 7}, {7, 0}}, {1, 1}, 60);
  scenario.initialState.kind = InitialStateKind::Explicit;
  scenario.initialState.values = {1, 1};
  const RunTrace run = runOf(traceOf(scenario), Precision::Float32);
  const Event overflow = onlyEvent(run, EventKind::OverflowInf, "h");
  EXPECT_EQ(overflow.phase, Phase::Forward);
  EXPECT_EQ(overflow.t, 46);
  EXPECT_EQ(overflow.stepsBack, 14);
  EXPECT_EQ(overflow.cause.kind, CauseKind::ProductOverflow);
  const Event onset = onlyEvent(run, EventKind::NanOnset, "h");
  EXPECT_EQ(onset.t, 47);
  EXPECT_EQ(onset.cause.kind, CauseKind::ZeroTimesInf);
  EXPECT_EQ(run.status, RunStatus::Nan);
  EXPECT_TRUE(std::isnan(run.steps.stateNorm.back()));
}

TEST(Forward, OverflowOfTheLossAloneIsTold) {
  Scenario scenario = scalar(1, 3);
  scenario.initialState.kind = InitialStateKind::Explicit;
  scenario.initialState.values = {1e20};
  const Trace trace = traceOf(squaredError(scenario, LossPlace::Last, 0));
  const RunTrace& run = runOf(trace, Precision::Float32);
  EXPECT_EQ(run.loss, inf);
  const Event event = onlyEvent(run, EventKind::OverflowInf, "loss");
  EXPECT_EQ(event.t, 3);
  EXPECT_EQ(event.phase, Phase::Forward);
  EXPECT_EQ(event.cause.kind, CauseKind::ProductOverflow);
  EXPECT_TRUE(eventsOf(run, EventKind::OverflowInf, "h").empty());
  EXPECT_EQ(runOf(trace, Precision::Float64).loss, 0.5e40);
}

// With flows, the loss's own inf is not blamed on the weights.
TEST(Flows, AnInfiniteLossGradientIsGivenByTheLoss) {
  Scenario scenario = linear({{-1}}, {1}, 6);
  scenario.network.activation = Activation::Relu;
  scenario.weights.parameters["W_x"] = {{1e308}};
  scenario.input.kind = InputKind::Impulse;
  scenario.input.step = 3;
  scenario.input.amplitude = 100;
  const Trace trace =
      traceOf(truncated(squaredError(scenario, LossPlace::Every, 1), TruncationMode::FromLoss, 2));
  const Event event = onlyEvent(runOf(trace, Precision::Float64), EventKind::OverflowInf, "dL/dh");
  EXPECT_EQ(event.t, 3);
  EXPECT_EQ(event.cause.kind, CauseKind::Inherited);
  EXPECT_EQ(event.cause.leftName, "loss gradient_3[1]");
}

TEST(AttentionOverflow, IsToldOfTheScoreThatLeftTheFormat) {
  // h_t = 10²⁰ at every step: its square is 10⁴⁰, which float64 can hold and float32 cannot.
  Scenario scenario = scalar(1, 3, 1);
  scenario.network.readout = Readout::Attention;
  scenario.initialState.kind = InitialStateKind::Explicit;
  scenario.initialState.values = {1e20};
  const Trace trace = traceOf(scenario);
  const Event event =
      onlyEvent(runOf(trace, Precision::Float32), EventKind::OverflowInf, "attention score");
  EXPECT_EQ(event.phase, Phase::Forward);
  EXPECT_EQ(event.t, 1);
  EXPECT_EQ(event.stepsBack, 2);
  EXPECT_EQ(event.cause.kind, CauseKind::ProductOverflow);
  EXPECT_EQ(event.cause.leftName, "h_3[1]");
  EXPECT_EQ(event.cause.rightName, "h_1[1]");
  EXPECT_EQ(event.cause.result, inf);
  const RunTrace& wide = runOf(trace, Precision::Float64);
  EXPECT_TRUE(eventsOf(wide, EventKind::OverflowInf, "attention score").empty());
  EXPECT_EQ(wide.status, RunStatus::Finite);
}

} // namespace
} // namespace backflow::test
