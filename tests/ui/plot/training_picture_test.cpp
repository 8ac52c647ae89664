// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/training_picture.h"

#include "tests/ui/plot/training_of.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace backflow::test {
namespace {

TEST(TrainingPicture, LosesNoSpikeOfALongTraining) {
  const auto history = trainingOf(50001);
  history->records[31234].loss = 1e9;
  history->records[4321].loss = 1e-7;
  const TrainingPicture picture = trainingPictureOf({history});
  const std::vector<double>& loss = picture.runs[0].loss.values;
  EXPECT_LT(loss.size(), 6000U);
  EXPECT_DOUBLE_EQ(*std::max_element(loss.begin(), loss.end()), 9);
  EXPECT_DOUBLE_EQ(*std::min_element(loss.begin(), loss.end()), -7);
  EXPECT_TRUE(
      std::is_sorted(picture.runs[0].loss.updates.begin(), picture.runs[0].loss.updates.end()));
  EXPECT_GT(picture.mostLoss, 9);
  EXPECT_LT(picture.leastLoss, -7);
}

TEST(TrainingPicture, ARadiusThatDiesDoesNotFlattenTheOthers) {
  const auto living = trainingOf(3);
  const auto dying = trainingOf(3);
  for (std::size_t k = 0; k < 3; ++k) {
    living->records[k].spectralRadius = 1.2;
    dying->records[k].spectralRadius = std::pow(1e9, k);
  }
  EXPECT_EQ(trainingPictureOf({living}).mostRadius, 1.2);
  EXPECT_EQ(trainingPictureOf({living, dying}).mostRadius, 10);
}

TEST(TrainingPicture, LeavesAGapWhereNothingCanBeDrawn) {
  const auto history = trainingOf(3);
  history->records[1].loss = INFINITY;
  history->records[2].loss = NAN;
  history->records[2].normBefore = 0;
  history->status = TrainingStatus::Dead;
  const TrainingPicture picture = trainingPictureOf({history});
  EXPECT_EQ(picture.runs[0].loss.values[0], 0);
  EXPECT_TRUE(std::isnan(picture.runs[0].loss.values[1]));
  EXPECT_TRUE(std::isnan(picture.runs[0].loss.values[2]));
  EXPECT_TRUE(std::isnan(picture.runs[0].normBefore.values[2]));
  EXPECT_TRUE(picture.runs[0].isDead);
  EXPECT_TRUE(std::isfinite(picture.leastLoss));
  EXPECT_TRUE(std::isfinite(picture.mostLoss));
  EXPECT_EQ(picture.lastUpdate, 10);
}

TEST(TrainingPicture, MarksWhereASettingChanged) {
  const auto history = trainingOf(30);
  for (std::size_t i = 9; i < 30; ++i) {
    history->records[i].rate = 0.01;
  }
  for (std::size_t i = 19; i < 30; ++i) {
    history->records[i].threshold = INFINITY;
  }
  const auto changes = trainingPictureOf({history}).runs[0].changes;
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].update, 10);
  EXPECT_EQ(changes[0].rate, 0.01);
  EXPECT_FALSE(changes[0].threshold.has_value());
  EXPECT_EQ(changes[1].update, 20);
  EXPECT_EQ(changes[1].threshold, INFINITY);
}

TEST(TrainingPicture, AxisEndsBeyondWhatWasMadeAndNotBeyondThePlan) {
  EXPECT_EQ(trainingPictureOf({trainingOf(9)}).lastUpdate, 10);
  EXPECT_EQ(trainingPictureOf({trainingOf(11)}).lastUpdate, 20);
  EXPECT_EQ(trainingPictureOf({trainingOf(21)}).lastUpdate, 50);
  EXPECT_EQ(trainingPictureOf({trainingOf(51)}).lastUpdate, 100);
  EXPECT_EQ(trainingPictureOf({trainingOf(150)}).lastUpdate, 200);
  const auto history = trainingOf(150);
  history->updates = 160;
  EXPECT_EQ(trainingPictureOf({history}).lastUpdate, 160);
}

TEST(ProfilePicture, TellsZeroFromWhatIsNotFinite) {
  const auto history = trainingOf(3);
  history->records[0].profile = {0, 1e-3, 1};
  history->records[2].profile = {1, INFINITY, 1};
  const ProfilePicture picture = profilePictureOf(*history);
  EXPECT_EQ(picture.updates, (std::vector<int>{1, 3}));
  EXPECT_TRUE(std::isnan(picture.values(0, 0)));
  EXPECT_DOUBLE_EQ(picture.values(1, 0), -3);
  EXPECT_EQ(picture.firstNonFinite, 3);
  EXPECT_LE(picture.lowest, -3);
  EXPECT_GE(picture.highest, 0);
}

} // namespace
} // namespace backflow::test
