// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/analysis.h"
#include "core/theory/lyapunov.h"

#include "core/network/initialisers.h"
#include "core/numeric/random.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace backflow::test {
namespace {

TEST(Spectrum, OfAJordanBlock) {
  Eigen::Matrix2d block;
  block << 0.5, 1, 0, 0.5;
  const Spectrum spectrum = spectrumOf(block).value();
  EXPECT_NEAR(spectrum.spectralRadius(), 0.5, 1e-7); // an eigenvalue of multiplicity two
  // σ₁σ₂ = 1/4 and σ₁² + σ₂² = 3/2.
  EXPECT_NEAR(spectrum.largestSingularValue(), (std::sqrt(2.0) + 1) / 2, 1e-14);
  EXPECT_NEAR(spectrum.singularValues[1], (std::sqrt(2.0) - 1) / 2, 1e-14);
}

TEST(Spectrum, OfARotationHasAPairOnTheCircle) {
  Eigen::Matrix2d turn;
  turn << 0.6, -0.8, 0.8, 0.6;
  const Spectrum spectrum = spectrumOf(turn).value();
  EXPECT_NEAR(spectrum.eigenvalues[0].real(), 0.6, 1e-14);
  EXPECT_NEAR(std::abs(spectrum.eigenvalues[0].imag()), 0.8, 1e-14);
  EXPECT_NEAR(spectrum.spectralRadius(), 1, 1e-14);
}

TEST(Spectrum, OfWhatIsNotFiniteIsNothing) {
  EXPECT_FALSE(spectrumOf(Eigen::MatrixXd::Constant(2, 2, INFINITY)));
}

TEST(MeanField, HasThePublishedFigures) {
  EXPECT_NEAR(meanFieldOfTanh(0.9).gain, 0.81, 1e-12);
  EXPECT_NEAR(meanFieldOfTanh(1.5).gain, 1.13932, 5e-6);
  EXPECT_NEAR(meanFieldOfTanh(2).gain, 1.36267, 5e-6);
  EXPECT_NEAR(meanFieldOfTanh(3).gain, 1.85986, 5e-6);
  EXPECT_EQ(meanFieldOfTanh(0.9).variance, 0);
  EXPECT_EQ(meanFieldOfTanh(1).lyapunovExponent, 0) << "neither fades nor grows";
}

TEST(MeanField, CriticalGainOfGatedCellsIsTwo) {
  NetworkSpec network;
  EXPECT_EQ(criticalGain(network), 1);
  network.cell = CellKind::Lstm;
  EXPECT_EQ(criticalGain(network), 2);
}

TEST(Lyapunov, OfConstantDiagonalJacobians) {
  LyapunovExponents lyapunov(2, 2);
  for (int step = 0; step < 100; ++step) {
    lyapunov.add(Eigen::Vector2d(0.5, 3).asDiagonal());
  }
  EXPECT_NEAR(lyapunov.exponents()[0], std::log(3.0), 1e-14);
  EXPECT_NEAR(lyapunov.exponents()[1], std::log(0.5), 1e-14);
}

struct Simulation {
  double growth = 0;   ///< mean square growth of a direction chosen anew at every step
  double exponent = 0; ///< the largest Lyapunov exponent, by QR
};

/// A tanh network of 300 units without input, after a transient.
Simulation simulate(double gain) {
  constexpr int units = 300;
  const Eigen::MatrixXd weights = gain * recurrentMatrix(WeightInit::Gaussian, units, 5);
  PortableRandom random(6, RandomStream::InitialState);
  Eigen::VectorXd state(units);
  for (double& h : state) {
    h = random.normal();
  }
  LyapunovExponents lyapunov(units, 1);
  Simulation result;
  constexpr int transient = 200;
  constexpr int steps = 2000;
  for (int step = 0; step < transient + steps; ++step) {
    state = (weights * state).array().tanh();
    const Eigen::VectorXd derivative = 1 - state.array().square();
    const Eigen::MatrixXd jacobian = derivative.asDiagonal() * weights;
    lyapunov.add(jacobian);
    if (step + 1 == transient) {
      lyapunov.restart();
    } else if (step >= transient) {
      // ‖J‖_F²/N is the mean over directions of ‖J v‖².
      result.growth += jacobian.squaredNorm() / units / steps;
    }
  }
  result.exponent = lyapunov.exponents()[0];
  return result;
}

TEST(MeanField, IsThatOfASimulationOf300Units) {
  for (const double gain : {2.0, 3.0}) {
    const Simulation simulation = simulate(gain);
    const MeanField theory = meanFieldOfTanh(gain);
    EXPECT_NEAR(simulation.exponent, theory.lyapunovExponent, 0.02) << gain;
    EXPECT_NEAR(std::log(simulation.growth) / 2, theory.lyapunovExponent, 0.02) << gain;
  }
}

TEST(Criteria, NeverSayThatAGainAboveOneExplodes) {
  Scenario scenario = drawn(Activation::Tanh, 32, 20, 1.5, 1);
  const Analysis analysis = analyse(experimentOf(scenario)).value();
  ASSERT_TRUE(analysis.criteria);
  EXPECT_EQ(analysis.criteria->criterion, Criterion::RadiusAboveOne);
  EXPECT_NE(sentenceOf(*analysis.criteria).find("necessary for exploding, not sufficient"),
            std::string::npos);
}

TEST(Criteria, ASmallSingularValueIsSufficientToVanish) {
  Scenario scenario = drawn(Activation::Sigmoid, 16, 20, 3.9, 1);
  scenario.weights.init = WeightInit::Orthogonal;
  const Analysis analysis = analyse(experimentOf(scenario)).value();
  EXPECT_EQ(analysis.criteria->criterion, Criterion::MustVanish);
  for (std::size_t k = 0; k < analysis.jacobianLog2.size(); ++k) {
    const auto stepsBack = static_cast<int>(analysis.jacobianLog2.size() - 1 - k);
    EXPECT_LE(analysis.jacobianLog2[k], boundLog2(*analysis.criteria, stepsBack) + 1e-9);
    // Eigenvalues are never larger than σ₁.
    EXPECT_LE(asymptoteLog2(*analysis.criteria, stepsBack),
              boundLog2(*analysis.criteria, stepsBack) + 1e-9);
  }
}

TEST(Analysis, JacobiansOfALinearLayerArePowersOfItsWeights) {
  Scenario scenario = linear({{0.9, 0.2}, {0, 0.9}}, {1, 1}, 30);
  const Analysis analysis = analyse(experimentOf(scenario)).value();
  Eigen::Matrix2d weights;
  weights << 0.9, 0.2, 0, 0.9;
  Eigen::MatrixXd power = Eigen::Matrix2d::Identity();
  for (std::size_t k = 30; k-- > 0;) {
    EXPECT_NEAR(analysis.jacobianLog2[k],
                std::log2(spectrumOf(power).value().largestSingularValue()), 1e-12);
    power = (power * weights).eval();
  }
  EXPECT_EQ(stepJacobian(experimentOf(scenario), 7), weights);
  for (const int none : {0, scenario.unroll.horizon + 1}) {
    EXPECT_THROW(stepJacobian(experimentOf(scenario), none), std::out_of_range) << none;
  }
  EXPECT_EQ(analysis.criteria->criterion, Criterion::LinearFades);
}

TEST(Analysis, ExponentsOfAnLstmAreThoseOfItsWholeState) {
  Scenario scenario;
  scenario.network.cell = CellKind::Lstm;
  scenario.network.hidden = 6;
  scenario.unroll.horizon = 40;
  const Analysis analysis = analyse(experimentOf(scenario)).value();
  EXPECT_EQ(analysis.lyapunovExponents.size(), 12U);
  EXPECT_TRUE(
      std::is_sorted(analysis.lyapunovExponents.rbegin(), analysis.lyapunovExponents.rend()));
}

} // namespace
} // namespace backflow::test
