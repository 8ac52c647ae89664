// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/run.h"

#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <bit>
#include <chrono>
#include <thread>
#include <vector>

namespace backflow::test {
namespace {

std::vector<std::uint64_t> bitsOf(const std::vector<double>& numbers) {
  std::vector<std::uint64_t> bits;
  for (const double number : numbers) {
    bits.push_back(std::bit_cast<std::uint64_t>(number));
  }
  return bits;
}

std::vector<std::uint64_t> bitsOf(const Eigen::MatrixXd& matrix) {
  return bitsOf(std::vector<double>(matrix.data(), matrix.data() + matrix.size()));
}

void expectSameBits(const RunTrace& one, const RunTrace& other) {
  EXPECT_EQ(one.precision, other.precision);
  EXPECT_EQ(one.status, other.status);
  EXPECT_EQ(bitsOf(std::vector<double>{one.loss, one.clip.normBefore, one.clip.normAfter,
                                       one.clip.coefficient}),
            bitsOf(std::vector<double>{other.loss, other.clip.normBefore, other.clip.normAfter,
                                       other.clip.coefficient}));
  EXPECT_EQ(bitsOf(one.steps.stateNorm), bitsOf(other.steps.stateNorm));
  EXPECT_EQ(bitsOf(one.steps.gradientNorm), bitsOf(other.steps.gradientNorm));
  EXPECT_EQ(bitsOf(one.steps.parameterGradientNorm), bitsOf(other.steps.parameterGradientNorm));
  EXPECT_EQ(one.steps.subnormals, other.steps.subnormals);
  EXPECT_EQ(one.steps.zeros, other.steps.zeros);
  EXPECT_EQ(bitsOf(one.stateGradients), bitsOf(other.stateGradients));
  ASSERT_EQ(one.parameterGradients.size(), other.parameterGradients.size());
  for (std::size_t k = 0; k < one.parameterGradients.size(); ++k) {
    EXPECT_EQ(bitsOf(one.parameterGradients[k].values), bitsOf(other.parameterGradients[k].values));
  }
  ASSERT_EQ(one.events.size(), other.events.size());
  for (std::size_t k = 0; k < one.events.size(); ++k) {
    EXPECT_EQ(one.events[k].kind, other.events[k].kind);
    EXPECT_EQ(one.events[k].t, other.events[k].t);
    EXPECT_EQ(one.events[k].cause.kind, other.events[k].cause.kind);
  }
}

std::vector<Scenario> variousScenarios() {
  Scenario truncatedOne = drawn(Activation::Tanh, 33, 300, 1.5);
  truncatedOne.loss.at = LossPlace::Every;
  return {drawn(Activation::Tanh, 20, 200, 0.3), drawn(Activation::Identity, 20, 500, 3),
          truncated(truncatedOne, TruncationMode::FromLoss, 20),
          clipped(drawn(Activation::Sigmoid, 7, 100, 2), ClipMode::Value, 0.01)};
}

TEST(Run, TwiceGivesTheSameBits) {
  for (const Scenario& scenario : variousScenarios()) {
    const Trace one = traceOf(scenario);
    const Trace other = traceOf(scenario);
    EXPECT_EQ(bitsOf(one.referenceLog2), bitsOf(other.referenceLog2));
    ASSERT_EQ(one.runs.size(), 2U);
    for (std::size_t k = 0; k < 2; ++k) {
      expectSameBits(one.runs[k], other.runs[k]);
    }
  }
}

TEST(Run, EachPrecisionAloneGivesTheSameBitsAsBesideTheOther) {
  for (const Scenario& scenario : variousScenarios()) {
    const Trace both = traceOf(scenario);
    for (const Precision precision : bothPrecisions) {
      Scenario alone = scenario;
      alone.precisions = {precision};
      const Trace trace = traceOf(alone);
      ASSERT_EQ(trace.runs.size(), 1U);
      expectSameBits(trace.runs[0], runOf(both, precision));
      EXPECT_EQ(bitsOf(trace.referenceLog2), bitsOf(both.referenceLog2));
    }
  }
}

TEST(Run, KeepsTheOrderOfThePrecisions) {
  Scenario scenario = scalar(0.5, 5);
  scenario.precisions = {Precision::Float64, Precision::Float32};
  const Trace trace = traceOf(scenario);
  ASSERT_EQ(trace.runs.size(), 2U);
  EXPECT_EQ(trace.runs[0].precision, Precision::Float64);
  EXPECT_EQ(trace.runs[1].precision, Precision::Float32);
  EXPECT_EQ(trace.scenario, scenario);
}

TEST(Run, KeepsGradientsOnlyWhenAsked) {
  const Experiment experiment = experimentOf(scalar(0.5, 5));
  EXPECT_EQ(run(experiment)->runs[0].stateGradients.size(), 0);
  EXPECT_EQ(run(experiment, {.keepStateGradients = true})->runs[0].stateGradients.cols(), 5);
  EXPECT_TRUE(run(experiment)->runs[0].parameterGradients.empty());
  EXPECT_EQ(run(experiment, {.keepParameterGradients = true})->runs[0].parameterGradients.size(),
            experiment.weights.size());
}

// What truncation and clipping take from the gradient is told in any case.
TEST(Run, ComparesGradientsThatItDoesNotKeep) {
  const Experiment experiment = experimentOf(clipped(scalar(0.5, 5), ClipMode::Value, 1e-3));
  const RunTrace without = run(experiment)->runs[0];
  const RunTrace with = run(experiment, {.keepParameterGradients = true})->runs[0];
  ASSERT_TRUE(without.comparison && with.comparison);
  EXPECT_TRUE(without.parameterGradients.empty());
  EXPECT_LT(without.comparison->ratio, 1);
  EXPECT_EQ(without.comparison->ratio, with.comparison->ratio);
  EXPECT_EQ(without.comparison->angleDegrees, with.comparison->angleDegrees);
}

TEST(Run, EveryStepIsRecorded) {
  for (const int horizon : {1, 63, 64, 65, 129}) {
    const Trace trace = traceOf(drawn(Activation::Tanh, 3, horizon, 0.9));
    const auto length = static_cast<std::size_t>(horizon);
    EXPECT_EQ(trace.referenceLog2.size(), length);
    for (const RunTrace& one : trace.runs) {
      EXPECT_EQ(one.steps.stateNorm.size(), length);
      EXPECT_EQ(one.steps.gradientNorm.size(), length);
      EXPECT_EQ(one.steps.parameterGradientNorm.size(), length);
      EXPECT_EQ(one.steps.nans.size(), length);
    }
  }
}

TEST(Stop, BeforeTheStartGivesNothing) {
  std::stop_source source;
  source.request_stop();
  EXPECT_FALSE(run(experimentOf(scalar(0.5, 5)), {}, source.get_token()));
}

TEST(Stop, FromAnotherThreadEndsALongRunSoon) {
  using Clock = std::chrono::steady_clock;
  // Seconds of work, were it not stopped.
  const Experiment experiment = experimentOf(drawn(Activation::Tanh, 256, 200000, 1));
  std::stop_source source;
  Clock::time_point requested;
  std::jthread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    requested = Clock::now();
    source.request_stop();
  });
  const auto trace = run(experiment, {}, source.get_token());
  const auto ended = Clock::now();
  stopper.join();
  EXPECT_FALSE(trace.has_value());
  EXPECT_LT(ended - requested, std::chrono::seconds(1));
}

} // namespace
} // namespace backflow::test
