// SPDX-License-Identifier: GPL-3.0-or-later
// Every gradient against central differences of a second forward pass in long double.
//
// Step: (8(f(x + e) − f(x − e)) − (f(x + 2e) − f(x − 2e)))/12e errs by e⁴|f⁗′|/30 and by about
// 1.5u|f|/e, with u = 2⁻⁶⁴ the unit roundoff of x87 long double. Both are least together near
// e = u^(1/5) ≈ 2⁻¹³, where they are below 1e−15 for |f|, |f⁗′| ≈ 1. The tolerance leaves room for
// losses some hundred times larger than the largest entry of their gradient.
#include "tests/support/compare.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace backflow::test {
namespace {

constexpr Wide step = 0x1p-13L;
constexpr double tolerance = 1e-12;

template <class LossAt> Wide difference(LossAt lossAt) {
  return (8 * (lossAt(step) - lossAt(-step)) - (lossAt(2 * step) - lossAt(-2 * step))) /
         (12 * step);
}

Wide differenceBy(const NaiveNetwork& network, Wide& number) {
  const Wide kept = number;
  const Wide result = difference([&](Wide amount) {
    number = kept + amount;
    return network.loss();
  });
  number = kept;
  return result;
}

WideTable differencesBy(NaiveNetwork& network, WideTable& table) {
  WideTable result;
  for (WideVector& row : table) {
    result.emplace_back();
    for (Wide& number : row) {
      result.back().push_back(differenceBy(network, number));
    }
  }
  return result;
}

/// [t − 1][unit]: by something added to h_t.
WideTable differencesByStates(const NaiveNetwork& network) {
  WideTable result;
  for (int t = 1; t <= network.horizon; ++t) {
    result.emplace_back();
    for (std::size_t unit = 0; unit < network.start.size(); ++unit) {
      result.back().push_back(difference([&](Wide amount) {
        return network.loss({t, unit, amount});
      }));
    }
  }
  return result;
}

/// How near relu comes to its kink, where no difference is a derivative.
Wide leastPreActivation(const NaiveNetwork& network) {
  WideTable preActivations;
  network.states({}, &preActivations);
  Wide least = 1;
  for (const WideVector& row : preActivations) {
    for (const Wide a : row) {
      least = std::min(least, std::abs(a));
    }
  }
  return least;
}

void expectGradientsMatchDifferences(const Scenario& scenario) {
  const Experiment experiment = experimentOf(scenario);
  NaiveNetwork network(experiment);
  if (network.activation == Activation::Relu) {
    ASSERT_GT(leastPreActivation(network), 16 * step) << "take another seed";
  }
  const Trace trace = traceOf(experiment);
  const RunTrace& run = runOf(trace, Precision::Float64);
  EXPECT_LE(errorByLargest({run.loss}, WideVector{network.loss()}), 1e-14);
  EXPECT_LE(errorByLargest(run.stateGradients.transpose(), differencesByStates(network)),
            tolerance);
  const auto& gradients = run.parameterGradients;
  EXPECT_LE(errorByLargest(parameter(gradients, "W_h"), differencesBy(network, network.recurrent)),
            tolerance);
  EXPECT_LE(
      errorByLargest(parameter(gradients, "W_x"), differencesBy(network, network.inputWeights)),
      tolerance);
  EXPECT_LE(errorByLargest(parameter(gradients, "b"), differencesBy(network, network.bias)),
            tolerance);
}

using Case = std::tuple<Activation, LossKind, LossPlace>;

class FiniteDifferences : public testing::TestWithParam<Case> {
 protected:
  Scenario scenario(int hidden, int horizon) const {
    const auto [activation, kind, place] = GetParam();
    Scenario result = drawn(activation, hidden, horizon, 1.2);
    if (kind == LossKind::SquaredError) {
      return squaredError(result, place, 0.7);
    }
    result.loss.at = place;
    return result;
  }
};

TEST_P(FiniteDifferences, NoiseInputAndInitialState) {
  expectGradientsMatchDifferences(scenario(5, 9));
}

TEST_P(FiniteDifferences, OneUnitOneStep) {
  expectGradientsMatchDifferences(scenario(1, 1));
}

TEST_P(FiniteDifferences, UniformWeightsWithBias) {
  Scenario withBias = scenario(4, 6);
  withBias.weights.init = WeightInit::Uniform;
  expectGradientsMatchDifferences(withBias);
}

TEST_P(FiniteDifferences, MoreInputsThanUnits) {
  Scenario wideInput = scenario(2, 4);
  wideInput.input.size = 7;
  expectGradientsMatchDifferences(wideInput);
}

TEST_P(FiniteDifferences, SineInput) {
  Scenario sine = scenario(3, 7);
  sine.input.kind = InputKind::Sine;
  sine.input.period = 5.5;
  sine.input.amplitude = 0.8;
  expectGradientsMatchDifferences(sine);
}

TEST_P(FiniteDifferences, ImpulseInput) {
  Scenario impulse = scenario(3, 7);
  impulse.input.kind = InputKind::Impulse;
  impulse.input.step = 3;
  expectGradientsMatchDifferences(impulse);
}

TEST_P(FiniteDifferences, ConstantInput) {
  Scenario constant = scenario(3, 7);
  constant.input.kind = InputKind::Constant;
  constant.input.amplitude = -0.4;
  expectGradientsMatchDifferences(constant);
}

INSTANTIATE_TEST_SUITE_P(Networks, FiniteDifferences,
                         testing::Combine(testing::Values(Activation::Tanh, Activation::Relu,
                                                          Activation::Sigmoid,
                                                          Activation::Identity),
                                          testing::Values(LossKind::Inject, LossKind::SquaredError),
                                          testing::Values(LossPlace::Last, LossPlace::Every)));

TEST(FiniteDifferencesOfFewerTargets, OnlyTheFirstUnitsAreCompared) {
  Scenario scenario = squaredError(drawn(Activation::Tanh, 4, 6, 1.1), LossPlace::Every, 0);
  scenario.loss.target.assign(6, {0.3, -0.2});
  expectGradientsMatchDifferences(scenario);
}

// The naive way back judges truncation elsewhere, so it is judged here.
TEST(NaiveBackward, MatchesDifferences) {
  for (const Activation activation : {Activation::Tanh, Activation::Sigmoid}) {
    NaiveNetwork network(
        experimentOf(squaredError(drawn(activation, 4, 8, 1.3), LossPlace::Every, -0.6)));
    const NaiveGradients gradients = naiveBackward(network, everywhere());
    const WideTable differences = differencesBy(network, network.recurrent);
    for (std::size_t i = 0; i < 4; ++i) {
      for (std::size_t j = 0; j < 4; ++j) {
        EXPECT_NEAR(static_cast<double>(gradients.recurrent[i][j] - differences[i][j]), 0, 1e-13);
      }
    }
  }
}

} // namespace
} // namespace backflow::test
