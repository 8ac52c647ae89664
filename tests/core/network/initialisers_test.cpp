// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/initialisers.h"

#include "tests/support/experiments.h"

#include <Eigen/LU>
#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace backflow::test {
namespace {

TEST(Orthogonal, ColumnsAreOrthonormalToRounding) {
  for (const int hidden : {1, 2, 3, 8, 31, 64, 130, 256}) {
    const Eigen::MatrixXd q = recurrentMatrix(WeightInit::Orthogonal, hidden, 5);
    const Eigen::MatrixXd error = q.transpose() * q - Eigen::MatrixXd::Identity(hidden, hidden);
    EXPECT_LE(error.cwiseAbs().maxCoeff(), 1e-14 * hidden) << hidden;
  }
}

// Without the signs of R's diagonal, entry (1,1) of Q would never be positive; Haar's mean is zero.
// Its variance is 1/H. Bounds are five standard errors over the seeds.
TEST(Orthogonal, FirstEntryIsDistributedAsHaarHasIt) {
  constexpr int hidden = 4;
  constexpr int seeds = 4000;
  double sum = 0;
  double squares = 0;
  double determinants = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Eigen::MatrixXd q = recurrentMatrix(WeightInit::Orthogonal, hidden, seed);
    sum += q(0, 0);
    squares += q(0, 0) * q(0, 0);
    determinants += q.determinant() > 0 ? 1 : -1;
  }
  const double root = std::sqrt(static_cast<double>(seeds));
  EXPECT_NEAR(sum / seeds, 0, 5 * 0.5 / root);
  EXPECT_NEAR(squares / seeds, 0.25, 5 * 0.25 / root);
  EXPECT_NEAR(determinants / seeds, 0, 5 / root);
}

// Weights that somebody has published stay what they are on every machine and in every release.
TEST(RecurrentMatrix, GivesThePinnedBits) {
  const auto corners = [](WeightInit init) {
    const Eigen::MatrixXd matrix = recurrentMatrix(init, 17, 3, 1);
    return std::array{matrix(0, 0), matrix(0, 16), matrix(16, 3), matrix(16, 16)};
  };
  EXPECT_EQ(corners(WeightInit::Gaussian),
            (std::array{0x1.b5366c6e52a0ap-4, -0x1.264de72cd5755p-4, -0x1.fe9b9c76e794cp-2,
                        -0x1.ec86766f684b8p-3}));
  EXPECT_EQ(corners(WeightInit::Orthogonal),
            (std::array{0x1.c7fb43b530adp-4, 0x1.7f316f0763b56p-7, -0x1.510a5f0468d24p-2,
                        0x1.7e9090ffe3d3p-6}));
  EXPECT_EQ(corners(WeightInit::Uniform), (std::array{0x1.c121ab59a8fb9p-5, -0x1.16271a3c4b3a8p-6,
                                                      0x1.c3922a82732cap-4, 0x1.b06fff57e3aa2p-3}));
}

TEST(Orthogonal, OneByOneIsPlusOrMinusOne) {
  int positive = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const double entry = recurrentMatrix(WeightInit::Orthogonal, 1, seed)(0, 0);
    EXPECT_EQ(std::abs(entry), 1);
    positive += entry > 0 ? 1 : 0;
  }
  EXPECT_GT(positive, 20);
  EXPECT_LT(positive, 80);
}

// An orthogonal linear network multiplies the length by g at each step, and by nothing else.
TEST(Orthogonal, LinearNetworkGivesPowersOfTheGain) {
  for (const double gain : {0.9, 1.0, 1.1}) {
    Scenario scenario = drawn(Activation::Identity, 24, 300, gain);
    scenario.weights.init = WeightInit::Orthogonal;
    const Trace trace = traceOf(scenario);
    for (const Precision precision : bothPrecisions) {
      const double unit = precision == Precision::Float64 ? 0x1p-53 : 0x1p-24;
      const auto& norms = runOf(trace, precision).steps.gradientNorm;
      for (int t = 1; t <= 300; ++t) {
        const int s = 300 - t;
        const double expected = std::pow(gain, s);
        ASSERT_NEAR(norms[static_cast<std::size_t>(t) - 1] / expected, 1, 4 * unit * (s + 1))
            << "gain " << gain << ", " << s << " steps back in " << nameOf(precision);
      }
    }
  }
}

TEST(Uniform, StaysWithinItsBounds) {
  const Eigen::MatrixXd matrix = recurrentMatrix(WeightInit::Uniform, 100, 3);
  EXPECT_LE(matrix.cwiseAbs().maxCoeff(), 0.1);
  EXPECT_GT(matrix.maxCoeff(), 0.0999);
  EXPECT_LT(matrix.minCoeff(), -0.0999);
  EXPECT_NEAR(matrix.mean(), 0, 5 * 0.1 / std::sqrt(3) / 100);
}

TEST(Gaussian, EntriesHaveVarianceOneOverH) {
  const Eigen::MatrixXd matrix = recurrentMatrix(WeightInit::Gaussian, 200, 3);
  EXPECT_NEAR(matrix.mean(), 0, 5 / std::sqrt(200.0) / 200);
  EXPECT_NEAR(matrix.squaredNorm() / 200, 1, 5 * std::sqrt(2) / 200);
}

TEST(RecurrentMatrix, SameSeedGivesEqualMatrices) {
  for (const WeightInit init :
       {WeightInit::Gaussian, WeightInit::Orthogonal, WeightInit::Identity, WeightInit::Uniform}) {
    EXPECT_EQ(recurrentMatrix(init, 17, 6), recurrentMatrix(init, 17, 6));
    if (init != WeightInit::Identity) {
      EXPECT_NE(recurrentMatrix(init, 17, 6), recurrentMatrix(init, 17, 7));
    }
  }
  EXPECT_EQ(recurrentMatrix(WeightInit::Identity, 3, 1), Eigen::MatrixXd::Identity(3, 3));
}

TEST(MakeParameters, GainScalesOnlyTheRecurrence) {
  for (const WeightInit init :
       {WeightInit::Gaussian, WeightInit::Uniform, WeightInit::Orthogonal}) {
    Scenario scenario = drawn(Activation::Tanh, 6, 5, 1);
    scenario.weights.init = init;
    const Parameters plain = experimentOf(scenario).weights;
    scenario.weights.gain = 2.5;
    const Parameters scaled = experimentOf(scenario).weights;
    EXPECT_EQ(parameter(scaled, "W_h"), 2.5 * parameter(plain, "W_h"));
    EXPECT_EQ(parameter(scaled, "W_x"), parameter(plain, "W_x"));
    EXPECT_EQ(parameter(scaled, "b"), parameter(plain, "b"));
    EXPECT_EQ(parameter(plain, "b").isZero(0), init != WeightInit::Uniform);
  }
}

TEST(MakeParameters, InputSizeDoesNotChangeTheRecurrence) {
  Scenario scenario = drawn(Activation::Tanh, 6, 5, 1);
  const Experiment one = experimentOf(scenario);
  scenario.input.size = 9;
  scenario.unroll.horizon = 50;
  const Experiment other = experimentOf(scenario);
  EXPECT_EQ(parameter(one.weights, "W_h"), parameter(other.weights, "W_h"));
  EXPECT_EQ(one.initialState, other.initialState);
  EXPECT_EQ(one.injected, other.injected);
  EXPECT_EQ(parameter(other.weights, "W_x").cols(), 9);
}

TEST(MakeParameters, WhatExplicitLeavesOutIsZero) {
  const Parameters parameters = experimentOf(linear({{1, 2}, {3, 4}}, {1, 1}, 3)).weights;
  EXPECT_EQ(parameter(parameters, "W_h")(1, 0), 3);
  EXPECT_EQ(parameter(parameters, "W_x"), Eigen::MatrixXd::Zero(2, 1));
  EXPECT_EQ(parameter(parameters, "b"), Eigen::MatrixXd::Zero(2, 1));
  EXPECT_THROW(parameter(parameters, "W_q"), std::out_of_range);
}

} // namespace
} // namespace backflow::test
