// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/recurrent_criteria.h"

#include "core/theory/analysis.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

TEST(RecurrentCriteria, OfADraggedGainAreThoseOfTheMatrixItself) {
  RecurrentCriteria criteria;
  for (const double gain : {0.3, 0.9, 1.7, 0.9}) {
    const Experiment experiment = experimentOf(drawn(Activation::Tanh, 24, 5, gain));
    const Criteria found = criteria.of(experiment).value();
    const Criteria direct = analyse(experiment)->criteria.value();
    EXPECT_NEAR(found.largestSingularValue, direct.largestSingularValue, 1e-12);
    EXPECT_NEAR(found.spectralRadius, direct.spectralRadius, 1e-12);
    EXPECT_EQ(found.criterion, direct.criterion);
  }
  // Another seed is another matrix.
  const Experiment other = experimentOf(drawn(Activation::Tanh, 24, 5, 0.9, 99));
  EXPECT_NEAR(criteria.of(other)->spectralRadius, analyse(other)->criteria->spectralRadius, 1e-12);
}

TEST(RecurrentCriteria, AreNoneForOtherNetworks) {
  RecurrentCriteria criteria;
  Scenario scenario = drawn(Activation::Tanh, 8, 5, 1);
  scenario.network.layers = 2;
  EXPECT_FALSE(criteria.of(experimentOf(scenario)));
  EXPECT_FALSE(criteria.of(experimentOf(drawn(Activation::Tanh, 8, 5, 0))));
}

TEST(StepSpectrum, OfALinearLayerIsThatOfItsMatrix) {
  const Experiment experiment = experimentOf(linear({{0.5, 1}, {0, 0.25}}, {1, 1}, 6));
  const Spectrum step = stepSpectrum(experiment, 3).value();
  EXPECT_NEAR(step.spectralRadius(), 0.5, 1e-14);
  EXPECT_NEAR(step.largestSingularValue(), analyse(experiment)->recurrent->largestSingularValue(),
              1e-14);
}

} // namespace
} // namespace backflow::test
