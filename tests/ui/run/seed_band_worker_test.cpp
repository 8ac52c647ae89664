// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/seed_band_worker.h"

#include "tests/support/experiments.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class SeedBandWorkerTest : public testing::Test {
 protected:
  SeedBandWorkerTest() {
    QObject::connect(&worker, &SeedBandWorker::bandReady, &worker,
                     [this](const auto& study) { bands.push_back(study); });
    QObject::connect(&worker, &SeedBandWorker::progressed, &worker,
                     [this](int done, int all) { heard.emplace_back(done, all); });
    QObject::connect(&worker, &SeedBandWorker::finished, &worker, [this] { ++finished; });
  }

  bool waitUntilFinished() {
    return QTest::qWaitFor([this] { return finished > 0; }, 30000);
  }

  std::vector<std::shared_ptr<const SeedBandStudy>> bands;
  std::vector<std::pair<int, int>> heard;
  int finished = 0;
  SeedBandWorker worker; ///< goes first
};

TEST_F(SeedBandWorkerTest, CountsTheSeedsAndGivesTheBandOfItsScenario) {
  const Scenario scenario = drawn(Activation::Tanh, 8, 20, 1.1);
  worker.request({scenario, {}}, 5);
  EXPECT_TRUE(worker.isBusy());
  ASSERT_TRUE(waitUntilFinished());
  ASSERT_EQ(bands.size(), 1U);
  EXPECT_EQ(bands[0]->scenario, scenario);
  EXPECT_EQ(bands[0]->band.seeds, 5);
  EXPECT_EQ(heard.size(), 5U);
  EXPECT_EQ(heard.back(), std::pair(5, 5));
}

TEST_F(SeedBandWorkerTest, OfManyRequestsTheNewestCounts) {
  Scenario scenario = drawn(Activation::Tanh, 8, 20, 1.1);
  for (int k = 0; k < 20; ++k) {
    scenario.weights.gain = 1 + 0.01 * k;
    worker.request({scenario, {}}, 5);
  }
  ASSERT_TRUE(waitUntilFinished());
  ASSERT_EQ(bands.size(), 1U);
  EXPECT_EQ(bands[0]->scenario, scenario);
}

TEST_F(SeedBandWorkerTest, AStoppedOneGivesNoBand) {
  worker.request({drawn(Activation::Tanh, 64, 400, 1.1), {}}, 10000);
  ASSERT_TRUE(QTest::qWaitFor([this] { return !heard.empty(); }, 30000));
  worker.stop();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !worker.isBusy() && finished > 0; }, 30000));
  EXPECT_TRUE(bands.empty());
}

} // namespace
} // namespace backflow::test
