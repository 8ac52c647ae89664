// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/time_stretch.h"

#include <gtest/gtest.h>

namespace backflow {
namespace {

TEST(TimeStretch, ZoomKeepsTheTimeUnderThePointerInItsPlace) {
  const TimeStretch whole = wholeStretch(1000);
  const TimeStretch near = zoomed(whole, 1000, 250, 0.5);
  EXPECT_NEAR(near.last - near.first, (whole.last - whole.first) / 2, 1e-9);
  EXPECT_NEAR((250 - near.first) / (near.last - near.first),
              (250 - whole.first) / (whole.last - whole.first), 1e-9);
}

TEST(TimeStretch, ZoomEndsAtAFewStepsAndAtAll) {
  TimeStretch stretch = wholeStretch(1'000'000);
  for (int notch = 0; notch < 200; ++notch) {
    stretch = zoomed(stretch, 1'000'000, 777'777, 0.8);
  }
  EXPECT_NEAR(stretch.last - stretch.first, 5, 1e-6);
  EXPECT_LT(stretch.first, 777'777);
  EXPECT_GT(stretch.last, 777'777);
  for (int notch = 0; notch < 200; ++notch) {
    stretch = zoomed(stretch, 1'000'000, 777'777, 1.25);
  }
  EXPECT_EQ(stretch, wholeStretch(1'000'000));
}

TEST(TimeStretch, MovesAsFarAsThereAreSteps) {
  const TimeStretch whole = wholeStretch(100);
  const TimeStretch part{40, 60};
  EXPECT_EQ(moved(part, 100, 15), (TimeStretch{55, 75}));
  EXPECT_EQ(moved(part, 100, 1e6).last, whole.last);
  EXPECT_EQ(moved(part, 100, -1e6).first, whole.first);
  EXPECT_NEAR(moved(part, 100, 1e6).last - moved(part, 100, 1e6).first, 20, 1e-9);
  EXPECT_EQ(moved(whole, 100, 30), whole);
}

TEST(TimeStretch, AFewStepsAreAlwaysShownWhole) {
  EXPECT_EQ(zoomed(wholeStretch(1), 1, 1, 0.1), wholeStretch(1));
  EXPECT_EQ(zoomed(wholeStretch(3), 3, 2, 0.1), wholeStretch(3));
}

TEST(TimeStretch, ATimeOutOfSightIsBroughtIntoItsMiddle) {
  const TimeStretch part{40, 60};
  EXPECT_EQ(withInSight(part, 100, 41), part);
  EXPECT_EQ(withInSight(part, 100, 80), (TimeStretch{70, 90}));
  EXPECT_EQ(withInSight(part, 100, 1).first, wholeStretch(100).first);
}

} // namespace
} // namespace backflow
