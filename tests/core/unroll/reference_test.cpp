// SPDX-License-Identifier: GPL-3.0-or-later
// The reference curve against back-propagation in x87 long double, whose range is 1e±4932.
#include "core/scenario/enum_names.h"
#include "tests/support/experiments.h"
#include "tests/support/naive_network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace backflow::test {
namespace {

constexpr double minusInf = -std::numeric_limits<double>::infinity();

struct Extent {
  double least;
  double most;
};

/// Checks every step, and returns the range of log₁₀ ‖δ_t‖ that was covered.
Extent expectReferenceIsRight(const Scenario& scenario, double tolerance = 1e-9) {
  const Experiment experiment = experimentOf(scenario);
  std::optional<Wide> stateNorm;
  if (scenario.clip && scenario.clip->mode == ClipMode::StateNorm) {
    stateNorm = scenario.clip->threshold;
  }
  const NaiveGradients naive =
      naiveBackward(NaiveNetwork(experiment), reachOf(scenario), stateNorm);
  const Trace trace = traceOf(experiment);
  Extent extent{0, 0};
  EXPECT_EQ(trace.referenceLog2.size(), naive.state.size());
  for (std::size_t k = 0; k < naive.state.size(); ++k) {
    const auto expected = static_cast<double>(std::log2(norm(naive.state[k])));
    const double found = trace.referenceLog2[k];
    if (std::isinf(expected)) {
      EXPECT_EQ(found, expected) << k + 1;
      continue;
    }
    // Rounding grows with the number of steps, and log₂ itself rounds by |log₂|·2⁻⁵³.
    EXPECT_NEAR(found, expected, tolerance) << k + 1;
    extent.least = std::min(extent.least, expected * std::log10(2.0));
    extent.most = std::max(extent.most, expected * std::log10(2.0));
  }
  return extent;
}

/// tanh with states near zero does not saturate, so that its gradient can explode.
Scenario quietTanh(double gain, int horizon) {
  Scenario scenario = drawn(Activation::Tanh, 6, horizon, gain);
  scenario.input.std = 0;
  scenario.initialState = {};
  return scenario;
}

TEST(Reference, VanishesTo1eMinus1500) {
  EXPECT_LT(expectReferenceIsRight(drawn(Activation::Tanh, 6, 2000, 0.15)).least, -1500);
  EXPECT_LT(expectReferenceIsRight(drawn(Activation::Identity, 6, 2000, 0.15)).least, -1500);
}

TEST(Reference, ExplodesTo1e1500) {
  EXPECT_GT(expectReferenceIsRight(quietTanh(12, 2000)).most, 1500);
  Scenario linearNetwork = quietTanh(12, 2000);
  linearNetwork.network.activation = Activation::Identity;
  EXPECT_GT(expectReferenceIsRight(linearNetwork).most, 1500);
}

TEST(Reference, VanishesAndExplodesWithALossAtEveryStep) {
  for (const double gain : {0.15, 12.0}) {
    Scenario scenario = quietTanh(gain, 2000);
    scenario.loss.at = LossPlace::Every;
    const Extent extent = expectReferenceIsRight(scenario);
    EXPECT_TRUE(gain < 1 || extent.most > 1500);
  }
  expectReferenceIsRight(squaredError(drawn(Activation::Tanh, 6, 300, 0.7), LossPlace::Every, 0.4));
}

TEST(Reference, IsTruncatedLikeTheRuns) {
  for (const TruncationMode mode : {TruncationMode::Windows, TruncationMode::FromLoss}) {
    for (const LossPlace place : {LossPlace::Last, LossPlace::Every}) {
      for (const int length : {1, 7, 900}) {
        Scenario scenario = quietTanh(12, 1000);
        scenario.loss.at = place;
        const Extent extent = expectReferenceIsRight(truncated(scenario, mode, length));
        // The last of the windows of 900 has only 100 steps.
        EXPECT_EQ(extent.most > 700,
                  length == 900 && !(mode == TruncationMode::Windows && place == LossPlace::Last));
      }
    }
  }
}

TEST(Reference, IsMinusInfExactlyWhereTruncationCut) {
  const Trace trace = traceOf(truncated(scalar(0.5, 50), TruncationMode::FromLoss, 20));
  for (int t = 1; t <= 50; ++t) {
    EXPECT_EQ(trace.referenceLog2[static_cast<std::size_t>(t) - 1] == minusInf, t <= 30) << t;
  }
}

TEST(Reference, IsClippedToTheStateNormLikeTheRuns) {
  for (const double threshold : {1e-3, 1.0, 1e200}) {
    for (const LossPlace place : {LossPlace::Last, LossPlace::Every}) {
      Scenario scenario = clipped(quietTanh(3, 800), ClipMode::StateNorm, threshold);
      scenario.loss.at = place;
      const Extent extent = expectReferenceIsRight(scenario);
      EXPECT_LE(extent.most, std::max(0.0, std::log10(threshold)) + 1e-9);
      expectReferenceIsRight(truncated(scenario, TruncationMode::FromLoss, 9));
      expectReferenceIsRight(truncated(scenario, TruncationMode::Windows, 9));
    }
  }
}

TEST(Reference, IsTheFloat64CurveWhereThatIsNormal) {
  int compared = 0;
  for (const double gain : {0.3, 0.9, 3.0}) {
    for (const LossPlace place : {LossPlace::Last, LossPlace::Every}) {
      Scenario scenario = quietTanh(gain, 900);
      scenario.loss.at = place;
      const Trace trace = traceOf(scenario);
      const StepRecords& steps = runOf(trace, Precision::Float64).steps;
      for (std::size_t k = 0; k < steps.gradientNorm.size(); ++k) {
        // A sum near the limits has subnormal or infinite addends of its own.
        if (steps.gradientNorm[k] > 1e-290 && steps.gradientNorm[k] < 1e290) {
          ASSERT_NEAR(trace.referenceLog2[k], std::log2(steps.gradientNorm[k]), 1e-10) << k + 1;
          ++compared;
        }
      }
    }
  }
  EXPECT_GT(compared, 3000);
}

// An LSTM's c is clipped by its own norm, whatever that of h is.
TEST(Reference, IsTheFloat64CurveUnderStateNormClippingOfEveryCell) {
  for (const CellKind cell : enumValues<CellKind>()) {
    for (const Variant variant : {Variant::Course, Variant::PyTorch}) {
      for (const int layers : {1, 2}) {
        for (const LossPlace place : {LossPlace::Last, LossPlace::Every}) {
          Scenario scenario = drawn(Activation::Tanh, 16, 60, 3);
          scenario.network.cell = cell;
          scenario.network.variant = variant;
          scenario.network.layers = layers;
          scenario.weights.forgetBias = cell == CellKind::Lstm ? 1 : 0; // c is to live long
          scenario.loss.at = place;
          int clippedSteps = 0;
          for (const double threshold : {0.03, 1.0, 3.0}) {
            for (const bool cuts : {false, true}) {
              const Scenario whole = clipped(scenario, ClipMode::StateNorm, threshold);
              const Trace trace =
                  traceOf(cuts ? truncated(whole, TruncationMode::FromLoss, 9) : whole);
              const StepRecords& steps = runOf(trace, Precision::Float64).steps;
              for (std::size_t k = 0; k < steps.gradientNorm.size(); ++k) {
                const double expected = std::log2(steps.gradientNorm[k]);
                if (std::isinf(expected)) {
                  ASSERT_EQ(trace.referenceLog2[k], expected) << threshold << ", " << k + 1;
                } else {
                  ASSERT_NEAR(trace.referenceLog2[k], expected, 1e-9)
                      << static_cast<int>(cell) << ", " << threshold << ", " << k + 1;
                }
                clippedSteps += steps.gradientNorm[k] < steps.gradientNormBeforeClip[k] ? 1 : 0;
              }
            }
          }
          EXPECT_GE(clippedSteps, 2) << static_cast<int>(cell);
        }
      }
    }
  }
}

TEST(Reference, IsThereWithoutFloat64AmongThePrecisions) {
  Scenario scenario = scalar(0.5, 10);
  scenario.precisions = {Precision::Float32};
  const Trace trace = traceOf(scenario);
  ASSERT_EQ(trace.runs.size(), 1U);
  EXPECT_EQ(trace.referenceLog2.size(), 10U);
}

TEST(Reference, ZeroIsMinusInfAndStaysSo) {
  const Trace trace = traceOf(linear({{0, 0}, {0, 0}}, {1, 2}, 5));
  EXPECT_NEAR(trace.referenceLog2[4], std::log2(std::sqrt(5.0)), 1e-15);
  for (std::size_t k = 0; k < 4; ++k) {
    EXPECT_EQ(trace.referenceLog2[k], minusInf);
  }
}

// An infinite loss gradient has no scale to keep: inf · 0 of the clipping is a NaN, nothing worse.
TEST(Reference, InfiniteGradientUnderStateNormClippingIsNan) {
  Scenario scenario = scalar(2, 1100, 1);
  scenario.initialState.kind = InitialStateKind::Explicit;
  scenario.initialState.values = {1};
  scenario = clipped(squaredError(scenario, LossPlace::Last, 0), ClipMode::StateNorm, 1);
  const Trace trace = traceOf(scenario);
  EXPECT_FALSE(std::isfinite(trace.referenceLog2.back()));
  EXPECT_TRUE(std::isnan(trace.referenceLog2.front()));
  EXPECT_TRUE(std::isnan(runOf(trace, Precision::Float64).steps.gradientNorm.front()));
}

} // namespace
} // namespace backflow::test
