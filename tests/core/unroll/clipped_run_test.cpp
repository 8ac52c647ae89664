// SPDX-License-Identifier: GPL-3.0-or-later
// Clipping within a run: the step records and the clip record.
#include "core/record/misconception.h"
#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "tests/support/compare.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <variant>
#include <vector>

namespace backflow::test {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

Scenario plain() {
  return squaredError(drawn(Activation::Tanh, 4, 70, 1.3), LossPlace::Every, 0.8);
}

/// ‖∂L/∂a_t · [h_{t−1}; x_t; 1]ᵀ‖, each entry first multiplied by what `kept` says.
template <class Kept>
Wide copyNorm(const NaiveNetwork& network, const NaiveGradients& gradients, int t, Kept kept) {
  const WideTable states = network.states();
  const auto index = static_cast<std::size_t>(t) - 1;
  WideVector entries;
  for (std::size_t i = 0; i < network.start.size(); ++i) {
    const Wide gradient = gradients.activation[index][i];
    for (std::size_t j = 0; j < network.start.size(); ++j) {
      entries.push_back(gradient * states[index][j] * kept(gradients.recurrent[i][j]));
    }
    for (std::size_t d = 0; d < network.inputs[index].size(); ++d) {
      entries.push_back(gradient * network.inputs[index][d] * kept(gradients.inputWeights[i][d]));
    }
    entries.push_back(gradient * kept(gradients.bias[i][0]));
  }
  return norm(entries);
}

template <class Kept>
WideVector copyNorms(const NaiveNetwork& network, const NaiveGradients& gradients, Kept kept) {
  WideVector result;
  for (int t = 1; t <= network.horizon; ++t) {
    result.push_back(copyNorm(network, gradients, t, kept));
  }
  return result;
}

Wide whole(Wide) {
  return 1;
}

TEST(ClippedRun, WithoutClippingTheCopiesAreMeasuredOnce) {
  const Experiment experiment = experimentOf(plain());
  const NaiveNetwork network(experiment);
  const NaiveGradients naive = naiveBackward(network, everywhere());
  const Trace trace = traceOf(experiment);
  const StepRecords& steps = runOf(trace, Precision::Float64).steps;
  EXPECT_LE(errorByLargest(steps.parameterGradientNorm, copyNorms(network, naive, whole)), 1e-13);
  EXPECT_TRUE(steps.parameterGradientNormAfterClip.empty());
  EXPECT_TRUE(steps.gradientNormBeforeClip.empty());
}

TEST(ClippedRun, NormScalesEveryCopyByTheCoefficient) {
  const Trace unclipped = traceOf(plain());
  const Trace trace = traceOf(clipped(plain(), ClipMode::Norm, 0.25));
  for (const Precision precision : bothPrecisions) {
    const RunTrace& run = runOf(trace, precision);
    const RunTrace& before = runOf(unclipped, precision);
    const double unit = precision == Precision::Float64 ? 1e-14 : 1e-6;
    EXPECT_NEAR(run.clip.normBefore / before.clip.normBefore, 1, unit);
    EXPECT_NEAR(run.clip.normAfter, 0.25, unit);
    EXPECT_NEAR(run.clip.coefficient, 0.25 / run.clip.normBefore, unit);
    EXPECT_EQ(run.steps.gradientNorm, before.steps.gradientNorm);
    EXPECT_EQ(run.steps.parameterGradientNorm, before.steps.parameterGradientNorm);
    for (std::size_t k = 0; k < 70; ++k) {
      EXPECT_EQ(run.steps.parameterGradientNormAfterClip[k],
                run.steps.parameterGradientNorm[k] * run.clip.coefficient);
    }
  }
}

TEST(ClippedRun, ValueKeepsOfEachCopyWhatItKeepsOfEachEntry) {
  for (const double threshold : {1e-6, 0.05, 1.0, 100.0}) {
    const Experiment experiment = experimentOf(clipped(plain(), ClipMode::Value, threshold));
    const NaiveNetwork network(experiment);
    const NaiveGradients naive = naiveBackward(network, everywhere());
    const auto kept = [&](Wide sum) {
      return std::abs(sum) > threshold ? threshold / std::abs(sum) : Wide(1);
    };
    const Trace trace = traceOf(experiment);
    for (const Precision precision : bothPrecisions) {
      const RunTrace& run = runOf(trace, precision);
      EXPECT_LE(
          errorByLargest(run.steps.parameterGradientNormAfterClip, copyNorms(network, naive, kept)),
          precision == Precision::Float64 ? 1e-12 : 2e-5)
          << threshold;
      for (const NamedMatrix& gradient : run.parameterGradients) {
        EXPECT_LE(gradient.values.cwiseAbs().maxCoeff(),
                  static_cast<double>(static_cast<float>(threshold)) * (1 + 1e-7));
      }
    }
  }
}

// The kept share, 1e−203 of the gradient, squared is zero; the record may not be.
TEST(ClippedRun, ValueSharesOfAHugeGradientDoNotUnderflow) {
  Scenario scenario = scalar(2, 700);
  scenario.input.amplitude = 1;
  scenario.weights.parameters["W_x"] = {{0}};
  const Trace trace = traceOf(clipped(scenario, ClipMode::Value, 1e-3));
  const StepRecords& steps = runOf(trace, Precision::Float64).steps;
  double sum = 0;
  for (const double share : steps.parameterGradientNormAfterClip) {
    EXPECT_GT(share, 0);
    sum += share;
  }
  // All contributions have one sign, so that the shares of W_x and b, θ each, add up to √2·θ.
  EXPECT_NEAR(sum, std::sqrt(2) * 1e-3, 1e-12);
}

TEST(ClippedRun, StateNormRescalesAtEveryStep) {
  for (const double threshold : {1e-3, 0.5, 2.0}) {
    const Experiment experiment = experimentOf(clipped(plain(), ClipMode::StateNorm, threshold));
    const NaiveNetwork network(experiment);
    const NaiveGradients naive = naiveBackward(network, everywhere(), threshold);
    const Trace trace = traceOf(experiment);
    for (const Precision precision : bothPrecisions) {
      const double tolerance = precision == Precision::Float64 ? 1e-12 : 2e-5;
      const RunTrace& run = runOf(trace, precision);
      EXPECT_LE(errorByLargest(run.stateGradients.transpose(), naive.state), tolerance);
      EXPECT_LE(errorByLargest(run.steps.gradientNormBeforeClip, naive.beforeClip), tolerance);
      EXPECT_LE(errorByLargest(parameter(run.parameterGradients, "W_h"), naive.recurrent),
                tolerance);
      EXPECT_LE(errorByLargest(run.steps.parameterGradientNormAfterClip,
                               copyNorms(network, naive, whole)),
                tolerance);
      double largestBefore = 0;
      for (std::size_t k = 0; k < 70; ++k) {
        const double before = run.steps.gradientNormBeforeClip[k];
        largestBefore = std::max(largestBefore, before);
        EXPECT_NEAR(run.steps.gradientNorm[k], std::min(before, threshold), threshold * 1e-6);
        const double ratio = std::max(1.0, before / threshold);
        EXPECT_NEAR(run.steps.parameterGradientNorm[k] /
                        (ratio * run.steps.parameterGradientNormAfterClip[k]),
                    1, 1e-6);
      }
      EXPECT_EQ(run.clip.normBefore, largestBefore);
      EXPECT_NEAR(run.clip.normAfter, std::min(largestBefore, threshold), threshold * 1e-6);
      EXPECT_NEAR(run.clip.coefficient, std::min(1.0, threshold / largestBefore), 1e-6);
    }
  }
}

TEST(ClippedRun, StateNormKeepsADoublingGradientAtTheThreshold) {
  const Trace trace = traceOf(clipped(scalar(2, 1200), ClipMode::StateNorm, 1));
  for (const RunTrace& run : trace.runs) {
    EXPECT_EQ(run.status, RunStatus::Finite);
    for (const double norm : run.steps.gradientNorm) {
      ASSERT_NEAR(norm, 1, 1e-6);
    }
    EXPECT_TRUE(eventsOf(run, EventKind::OverflowInf).empty());
  }
}

TEST(ClippedRun, StateNormOfAnInfMakesNanAndTheRecordShowsIt) {
  // 1e30 · 1e10 overflows float32 one step back.
  const Scenario scenario =
      clipped(linear({{1e30, 0}, {0, 1}}, {1e10, 1}, 4), ClipMode::StateNorm, 1e15);
  const Trace trace = traceOf(scenario);
  const RunTrace& run = runOf(trace, Precision::Float32);
  EXPECT_EQ(run.steps.gradientNormBeforeClip[2], inf);
  EXPECT_TRUE(std::isnan(run.steps.gradientNorm[2]));
  EXPECT_TRUE(std::isnan(run.clip.normAfter));
  const auto events = eventsOf(run, EventKind::ClipNonfinite);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].stepsBack, 1);
  EXPECT_EQ(events[0].phase, Phase::Clip);
  EXPECT_EQ(run.status, RunStatus::Nan);
}

// Entries of 1e20 are sound numbers in float32, but their squares are not.
TEST(ClippedRun, NormOverflowOfAFiniteGradientIsShown) {
  Scenario scenario = linear({{0, 0}, {0, 0}}, {1e20, 1e20}, 3);
  scenario.input.amplitude = 1;
  const Trace trace = traceOf(clipped(scenario, ClipMode::Norm, 1));
  const RunTrace& narrow = runOf(trace, Precision::Float32);
  EXPECT_EQ(narrow.clip.normBefore, inf);
  EXPECT_EQ(narrow.clip.coefficient, 0);
  for (const NamedMatrix& gradient : narrow.parameterGradients) {
    EXPECT_TRUE(gradient.values.isZero(0));
  }
  EXPECT_EQ(eventsOf(narrow, EventKind::NormOverflow).size(), 1U);
  const RunTrace& wide = runOf(trace, Precision::Float64);
  EXPECT_NEAR(wide.clip.normBefore, 2e20, 1e6);
  EXPECT_NEAR(wide.clip.normAfter, 1, 1e-15);
  EXPECT_TRUE(eventsOf(wide, EventKind::NormOverflow).empty());
}

// The same within the backward pass: the coefficient is 0 though no entry is infinite.
TEST(ClippedRun, StateNormOverflowsInTheSimulatedPrecision) {
  const Trace trace =
      traceOf(clipped(linear({{1, 0}, {0, 1}}, {1e20, 1}, 3), ClipMode::StateNorm, 1));
  const RunTrace& narrow = runOf(trace, Precision::Float32);
  EXPECT_EQ(narrow.steps.gradientNorm.back(), 0);
  EXPECT_NEAR(narrow.steps.gradientNormBeforeClip.back(), 1e20, 1e14);
  EXPECT_EQ(narrow.clip.coefficient, 0);
  const auto events = eventsOf(narrow, EventKind::NormOverflow);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].t, 3);
  EXPECT_EQ(events[0].phase, Phase::Clip);
  EXPECT_EQ(events[0].cause.kind, CauseKind::SquareOverflow);
  EXPECT_TRUE(eventsOf(narrow, EventKind::UnderflowZero).empty());
  const RunTrace& wide = runOf(trace, Precision::Float64);
  EXPECT_NEAR(wide.steps.gradientNorm.back(), 1, 1e-15);
  EXPECT_TRUE(eventsOf(wide, EventKind::NormOverflow).empty());
}

/// States and a gradient that grow past the format: what is clamped by value is finite at every
/// step, though it was infinite.
TEST(ClippedRun, WhatValueClippingLeavesOfInfinityIsItsThreshold) {
  constexpr double threshold = 0.25;
  const auto doubling = readScenarioFile(libraryEntry("doubling")->file);
  const Trace trace = traceOf(clipped(std::get<Scenario>(doubling), ClipMode::Value, threshold));
  for (const Precision precision : bothPrecisions) {
    const RunTrace& run = runOf(trace, precision);
    EXPECT_TRUE(std::isinf(run.clip.normBefore));
    EXPECT_DOUBLE_EQ(run.clip.normAfter, std::sqrt(3) * threshold); // W_h, W_x and b
    const std::vector<double>& after = run.steps.parameterGradientNormAfterClip;
    ASSERT_EQ(after.size(), run.steps.parameterGradientNorm.size());
    for (std::size_t k = 0; k < after.size(); ++k) {
      EXPECT_TRUE(std::isinf(run.steps.parameterGradientNorm[k])) << k;
      EXPECT_GE(after[k], threshold) << k;
      EXPECT_LE(after[k], run.clip.normAfter * (1 + 1e-12)) << k;
    }
  }
  for (const Misconception& met : misconceptionsMet(trace)) {
    EXPECT_NE(met.kind, MisconceptionKind::ClippingRescuesInf); // for once it does
  }
}

} // namespace
} // namespace backflow::test
