// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimiser.h"

#include <gtest/gtest.h>

#include <cmath>

namespace backflow {
namespace {

using Weights = WeightList<double>;

/// One weight that starts at 1, after `steps` updates with the gradient g.
double afterSteps(const OptimiserSpec& spec, double g, int steps) {
  Weights weights{Eigen::MatrixXd::Constant(1, 1, 1)};
  const Weights gradient{Eigen::MatrixXd::Constant(1, 1, g)};
  Optimiser<double> optimiser(spec, weights);
  for (int step = 0; step < steps; ++step) {
    optimiser.update(gradient, weights);
  }
  return weights[0](0, 0);
}

TEST(Optimiser, SgdGoesAgainstTheGradient) {
  OptimiserSpec spec;
  spec.rate = 0.1;
  EXPECT_DOUBLE_EQ(afterSteps(spec, 2, 3), 1 - 3 * 0.1 * 2);
}

TEST(Optimiser, MomentumUnderAConstantGradientIsAGeometricSum) {
  OptimiserSpec spec;
  spec.kind = OptimiserKind::Momentum;
  spec.rate = 0.1;
  spec.momentum = 0.5;
  // v is 2, 3, 3.5.
  EXPECT_DOUBLE_EQ(afterSteps(spec, 2, 3), 1 - 0.1 * (2 + 3 + 3.5));
}

TEST(Optimiser, RmsPropDividesByTheRootOfTheMeanSquare) {
  OptimiserSpec spec;
  spec.kind = OptimiserKind::RmsProp;
  spec.rate = 0.1;
  spec.decay = 0.9;
  spec.epsilon = 0;
  double expected = 1;
  for (int n = 1; n <= 4; ++n) {
    expected -= 0.1 / std::sqrt(1 - std::pow(0.9, n)); // s = (1 − αⁿ) g²
  }
  EXPECT_NEAR(afterSteps(spec, 3, 4), expected, 1e-14);
}

TEST(Optimiser, AdamUnderAConstantGradientMovesByTheRateEachStep) {
  OptimiserSpec spec;
  spec.kind = OptimiserKind::Adam;
  spec.rate = 0.01;
  spec.epsilon = 0;
  EXPECT_NEAR(afterSteps(spec, 1e-7, 50), 1 - 50 * 0.01, 1e-13);
  EXPECT_NEAR(afterSteps(spec, -5, 50), 1 + 50 * 0.01, 1e-13);
}

TEST(Optimiser, AdamOnAChangingGradientIsThePaper) {
  OptimiserSpec spec;
  spec.kind = OptimiserKind::Adam;
  spec.rate = 0.1;
  Weights weights{Eigen::MatrixXd::Constant(1, 1, 1)};
  Optimiser<double> optimiser(spec, weights);
  double m = 0;
  double s = 0;
  double w = 1;
  for (int t = 1; t <= 5; ++t) {
    const double g = std::sin(t);
    optimiser.update({Eigen::MatrixXd::Constant(1, 1, g)}, weights);
    m = 0.9 * m + 0.1 * g;
    s = 0.999 * s + 0.001 * g * g;
    w -= 0.1 * (m / (1 - std::pow(0.9, t))) / (std::sqrt(s / (1 - std::pow(0.999, t))) + 1e-8);
    EXPECT_NEAR(weights[0](0, 0), w, 1e-14);
  }
}

} // namespace
} // namespace backflow
