// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/step_factor.h"

#include <gtest/gtest.h>

#include <limits>

namespace backflow::test {
namespace {

TEST(StepFactor, IsTheMeanOfTheStepsJustMade) {
  // Halves on the way back from 40 to 21, doubles from there to 1.
  std::vector<double> log2(40);
  for (int t = 1; t <= 40; ++t) {
    log2[static_cast<std::size_t>(t) - 1] = t >= 21 ? t - 40 : 2 - t;
  }
  EXPECT_DOUBLE_EQ(stepFactor(log2, 25, ComputedTowards::Earlier).value(), 0.5);
  EXPECT_DOUBLE_EQ(stepFactor(log2, 37, ComputedTowards::Earlier).value(), 0.5);
  EXPECT_DOUBLE_EQ(stepFactor(log2, 5, ComputedTowards::Earlier).value(), 2);
  EXPECT_DOUBLE_EQ(stepFactor(log2, 5, ComputedTowards::Later).value(), 0.5);
  // At the start of the way, what is to come.
  EXPECT_DOUBLE_EQ(stepFactor(log2, 40, ComputedTowards::Earlier).value(), 0.5);
  EXPECT_DOUBLE_EQ(stepFactor(log2, 1, ComputedTowards::Later).value(), 0.5);
}

TEST(StepFactor, IsNoneWhereANormHasNoLogarithm) {
  constexpr double none = -std::numeric_limits<double>::infinity();
  EXPECT_FALSE(stepFactor({none, none, 0, 1}, 1, ComputedTowards::Earlier));
  EXPECT_FALSE(stepFactor({none, none}, 1, ComputedTowards::Earlier));
  EXPECT_FALSE(stepFactor({3}, 1, ComputedTowards::Earlier));
  EXPECT_TRUE(stepFactor({none, none, 0, 1}, 3, ComputedTowards::Earlier));
}

} // namespace
} // namespace backflow::test
