// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/slider_scale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace backflow {
namespace {

std::vector<SliderScale> allScales() {
  return {SliderScale::linear(0, 4, 400), SliderScale::logarithmic(1e-6, 1e6),
          SliderScale::whole(1, 9), SliderScale::logarithmicWhole(1, 512),
          SliderScale::logarithmicWhole(10, 1000)};
}

TEST(SliderScale, RunsFromLeastToMostAndNeverBack) {
  for (const SliderScale& scale : allScales()) {
    EXPECT_EQ(scale.valueAt(0), scale.least());
    EXPECT_EQ(scale.valueAt(scale.positions()), scale.most());
    for (int position = 1; position <= scale.positions(); ++position) {
      EXPECT_GE(scale.valueAt(position), scale.valueAt(position - 1));
    }
  }
}

TEST(SliderScale, APositionsValueComesBackToThatPositionOrOneOfTheSameValue) {
  for (const SliderScale& scale : allScales()) {
    for (int position = 0; position <= scale.positions(); ++position) {
      const double value = scale.valueAt(position);
      const double back = scale.positionOf(value);
      const bool near = std::abs(back - position) <= 1;
      const bool between = scale.valueAt(static_cast<int>(std::floor(back))) <= value &&
                           scale.valueAt(static_cast<int>(std::ceil(back))) >= value;
      EXPECT_TRUE(near || between) << position;
    }
  }
}

TEST(SliderScale, ValuesAreRound) {
  EXPECT_EQ(SliderScale::linear(0, 4, 400).valueAt(90), 0.9);
  EXPECT_EQ(SliderScale::logarithmic(1e-6, 1e6).valueAt(120), 1.0);
  EXPECT_EQ(SliderScale::logarithmic(1e-6, 1e6).valueAt(1), 1.1e-6);
}

TEST(SliderScale, ValuesBeyondTheEndsRestAtTheEnds) {
  const SliderScale scale = SliderScale::logarithmic(1e-6, 1e6);
  EXPECT_EQ(scale.positionOf(0), 0);
  EXPECT_EQ(scale.positionOf(1e9), scale.positions());
}

TEST(SliderScale, OneStepAlwaysGivesAnotherValue) {
  const SliderScale scale = SliderScale::logarithmicWhole(1, 512);
  EXPECT_EQ(scale.stepped(1, 1), 2);
  EXPECT_EQ(scale.stepped(2, 1), 3);
  EXPECT_EQ(scale.stepped(3, -1), 2);
  EXPECT_EQ(scale.stepped(512, 1), 512);
  EXPECT_EQ(scale.stepped(4000, 1), 4000);
  EXPECT_EQ(scale.stepped(4000, -1), 512);
  EXPECT_EQ(SliderScale::whole(0, 9007199254740991).stepped(41, 1), 42);
}

TEST(SliderScale, OneValueIsAScaleToo) {
  const SliderScale scale = SliderScale::logarithmicWhole(1, 1);
  EXPECT_EQ(scale.positions(), 0);
  EXPECT_EQ(scale.valueAt(0), 1);
  EXPECT_EQ(scale.positionOf(1), 0);
}

} // namespace
} // namespace backflow
