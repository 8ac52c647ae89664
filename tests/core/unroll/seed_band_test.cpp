// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/seed_band.h"

#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace backflow::test {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

SeedBand bandOf(const Scenario& scenario, int seeds) {
  return std::get<std::optional<SeedBand>>(seedBandOf(scenario, {}, seeds)).value();
}

/// The sheet's experiment: h_0 ~ 0.1·N, W_x ~ N(0, 1), noise of 0.1, a random unit vector at T.
Scenario sheet(double gain) {
  Scenario scenario;
  scenario.weights.gain = gain;
  scenario.initialState.kind = InitialStateKind::Noise;
  return scenario;
}

TEST(SeedBand, QuantilesLieBetweenTheNumbers) {
  EXPECT_EQ(quantile({3, 1, 2}, 0.5), 2);
  EXPECT_EQ(quantile({4, 1, 3, 2}, 0.5), 2.5);
  EXPECT_EQ(quantile({4, 1, 3, 2, 5}, 0.25), 2);
  EXPECT_EQ(quantile({1, 2, 3, 4}, 0.25), 1.75);
  EXPECT_EQ(quantile({7}, 0.75), 7);
}

TEST(SeedBand, ZeroSortsLowestAndNanHighest) {
  EXPECT_EQ(quantile({1, -inf, 2}, 0.5), 1);
  EXPECT_EQ(quantile({1, -inf, 2}, 0.25), -inf);
  EXPECT_EQ(quantile({-inf, -inf, 5}, 0.5), -inf);
  EXPECT_EQ(quantile({nan, 3, 1}, 0.5), 3);
  EXPECT_TRUE(std::isnan(quantile({nan, nan, 1}, 0.5)));
}

TEST(SeedBand, OneSeedIsTheReferenceCurveOfTheRun) {
  for (const Scenario& scenario :
       {drawn(Activation::Tanh, 8, 30, 1.2),
        clipped(drawn(Activation::Tanh, 8, 30, 1.5), ClipMode::StateNorm, 0.5),
        truncated(drawn(Activation::Relu, 8, 30, 1.2), TruncationMode::FromLoss, 12),
        squaredError(drawn(Activation::Tanh, 8, 30, 0.8), LossPlace::Every, 1)}) {
    const SeedBand band = bandOf(scenario, 1);
    const Trace trace = traceOf(scenario);
    EXPECT_EQ(band.medianLog2, trace.referenceLog2);
    EXPECT_EQ(band.lowerLog2, trace.referenceLog2);
    EXPECT_EQ(band.upperLog2, trace.referenceLog2);
  }
}

TEST(SeedBand, TheSeedsAreTheScenariosOwnAndThoseThatFollow) {
  const Scenario scenario = drawn(Activation::Tanh, 8, 20, 1.1, 40);
  std::vector<std::vector<double>> curves;
  for (const std::uint64_t seed : {40, 41, 42}) {
    Scenario one = scenario;
    one.weights.seed = seed;
    curves.push_back(traceOf(one).referenceLog2);
  }
  const SeedBand band = bandOf(scenario, 3);
  for (std::size_t k = 0; k < band.medianLog2.size(); ++k) {
    EXPECT_EQ(band.medianLog2[k], quantile({curves[0][k], curves[1][k], curves[2][k]}, 0.5));
  }
}

TEST(SeedBand, QuartilesEncloseTheMedian) {
  const SeedBand band = bandOf(sheet(1.5), 10);
  EXPECT_EQ(band.seeds, 10);
  ASSERT_EQ(band.medianLog2.size(), 100U);
  for (std::size_t k = 0; k < band.medianLog2.size(); ++k) {
    EXPECT_LE(band.lowerLog2[k], band.medianLog2[k]);
    EXPECT_LE(band.medianLog2[k], band.upperLog2[k]);
  }
  EXPECT_LT(band.lowerLog2.front(), band.upperLog2.front());
}

/// Medians over ten seeds of another simulation: 4e−29, 5e−5, 8e5, 3e11.
TEST(SeedBand, MediansAreOfTheSheetsOrderOfMagnitude) {
  for (const auto& [gain, expected] :
       {std::pair{0.5, 4e-29}, std::pair{0.9, 5e-5}, std::pair{2.0, 8e5}, std::pair{3.0, 3e11}}) {
    const SeedBand band = bandOf(sheet(gain), 10);
    const double decades =
        (band.medianLog2.front() - band.medianLog2.back()) * std::log10(2.0) - std::log10(expected);
    EXPECT_LT(std::abs(decades), 1.0) << gain;
  }
}

TEST(SeedBand, CountsTheSeedsAndStops) {
  const Scenario scenario = drawn(Activation::Tanh, 8, 20, 1.1);
  std::vector<std::pair<int, int>> heard;
  std::stop_source source;
  const auto result = seedBandOf(scenario, {}, 30, source.get_token(), [&](int done, int all) {
    heard.emplace_back(done, all);
    if (done == 3) {
      source.request_stop();
    }
  });
  EXPECT_FALSE(std::get<std::optional<SeedBand>>(result).has_value());
  EXPECT_EQ(heard, (std::vector<std::pair<int, int>>{{1, 30}, {2, 30}, {3, 30}}));
}

TEST(SeedBand, WhatIsWrongWithTheScenarioIsTold) {
  Scenario scenario;
  scenario.input.kind = InputKind::Csv;
  scenario.input.csv = {"nowhere.csv", {"a"}, true};
  const auto result = seedBandOf(scenario, {}, 3);
  EXPECT_FALSE(std::get<std::vector<FieldProblem>>(result).empty());
}

} // namespace
} // namespace backflow::test
