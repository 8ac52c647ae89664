// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/time_bar.h"

#include "tests/support/experiments.h"

#include <QAction>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

using namespace std::chrono_literals;

class TimeBarTest : public testing::Test {
 protected:
  TimeBarTest() {
    showHorizon(100);
    bar.setPassDuration(200ms);
    bar.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&bar));
  }

  void showHorizon(int horizon) {
    bar.showTrace(std::make_shared<const Trace>(traceOf(scalar(0.5, horizon))));
  }

  QToolButton& button() { return *bar.findChild<QToolButton*>(QStringLiteral("playBackward")); }
  bool waitUntilStopped() {
    return QTest::qWaitFor([this] { return !bar.isPlaying(); }, 10000);
  }

  TimeBar bar;
};

TEST_F(TimeBarTest, PlaysFromTheLossToTheFirstStepOnce) {
  QSignalSpy times(&bar, &TimeBar::timeChanged);
  QSignalSpy playing(&bar, &TimeBar::playingChanged);
  button().click();
  EXPECT_TRUE(bar.isPlaying());
  ASSERT_TRUE(waitUntilStopped());
  EXPECT_EQ(bar.time(), 1);
  ASSERT_EQ(playing.count(), 2);
  EXPECT_TRUE(playing[0][0].toBool());
  EXPECT_FALSE(playing[1][0].toBool());
  ASSERT_GE(times.count(), 2);
  int before = 101;
  for (const auto& arguments : times) {
    EXPECT_LT(arguments[0].toInt(), before);
    before = arguments[0].toInt();
  }
}

TEST_F(TimeBarTest, StartsAgainFromTheLossWhereItHasArrived) {
  bar.setTime(1);
  QSignalSpy times(&bar, &TimeBar::timeChanged);
  bar.play();
  ASSERT_GE(times.count(), 1);
  EXPECT_EQ(times[0][0].toInt(), 100);
}

TEST_F(TimeBarTest, PausesAndGoesOnFromWhereItWas) {
  bar.setPassDuration(20s);
  bar.setTime(50);
  button().click();
  button().click();
  EXPECT_FALSE(bar.isPlaying());
  const int paused = bar.time();
  EXPECT_GE(paused, 48);
  bar.setPassDuration(200ms);
  QSignalSpy times(&bar, &TimeBar::timeChanged);
  button().click();
  ASSERT_TRUE(waitUntilStopped());
  EXPECT_LT(times[0][0].toInt(), paused);
  EXPECT_EQ(bar.time(), 1);
}

TEST_F(TimeBarTest, AUserWhoScrubsPauses) {
  auto& slider = *bar.findChild<QSlider*>(QStringLiteral("timeSlider"));
  bar.setPassDuration(20s);
  bar.play();
  bar.setTime(30); // as a plot does
  EXPECT_FALSE(bar.isPlaying());
  bar.play();
  QTest::keyClick(&slider, Qt::Key_Left);
  EXPECT_FALSE(bar.isPlaying());
  EXPECT_EQ(bar.time(), 29);
}

TEST_F(TimeBarTest, SpacePlaysAndPauses) {
  auto& slider = *bar.findChild<QSlider*>(QStringLiteral("timeSlider"));
  bar.setPassDuration(20s);
  QTest::keyClick(&slider, Qt::Key_Space);
  EXPECT_TRUE(bar.isPlaying());
  QTest::keyClick(&bar, Qt::Key_Space);
  EXPECT_FALSE(bar.isPlaying());
}

TEST_F(TimeBarTest, ALongRunTakesNoLongerAndANewTraceDoesNotStopIt) {
  bar.setPassDuration(400ms);
  bar.play();
  showHorizon(20000);
  EXPECT_TRUE(bar.isPlaying());
  QSignalSpy times(&bar, &TimeBar::timeChanged);
  ASSERT_TRUE(waitUntilStopped());
  EXPECT_EQ(bar.time(), 1);
  EXPECT_LT(times.count(), 60); // steps are skipped
}

TEST_F(TimeBarTest, ASingleStepCannotBePlayed) {
  showHorizon(1);
  EXPECT_FALSE(button().isEnabled());
  bar.play();
  EXPECT_FALSE(bar.isPlaying());
}

TEST_F(TimeBarTest, ARunOfOneStepMovesNoCursor) {
  EXPECT_EQ(bar.time(), 100);
  bar.setTime(1);
  showHorizon(1);
  showHorizon(100);
  EXPECT_EQ(bar.time(), 1);
  bar.setTime(100);
  showHorizon(1);
  showHorizon(60);
  EXPECT_EQ(bar.time(), 60);
}

TEST_F(TimeBarTest, ASpeedIsChosenWhilePlaying) {
  bar.setPassDuration(60s);
  bar.play();
  bar.findChild<QAction*>(QStringLiteral("playFast"))->trigger();
  QSignalSpy times(&bar, &TimeBar::timeChanged);
  // 99 steps in four seconds.
  EXPECT_TRUE(QTest::qWaitFor([&] { return times.count() >= 3; }, 1000));
  EXPECT_TRUE(bar.isPlaying());
}

} // namespace
} // namespace backflow::test
