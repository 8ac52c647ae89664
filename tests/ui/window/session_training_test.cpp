// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporary_folder.h"
#include "tests/ui/run/training_at_rest.h"
#include "tests/ui/window/session_fixture.h"
#include "ui/panel/time_bar.h"
#include "ui/window/lower_views.h"
#include "ui/window/message_bar.h"
#include "ui/window/training_lab.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace backflow::test {
namespace {

/// A window whose training has made some updates, and is kept.
void trainFor(MainWindow& window, int updates) {
  window.begin();
  window.show();
  window.openFile(libraryEntry("training-adding-rnn")->file);
  TrainingPair& pair = window.findChild<TrainingLab*>()->pair();
  pair.play();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return pair.first().history() && pair.first().history()->made() >= updates; }, 60000));
  pair.pause();
  ASSERT_TRUE(comesToRest([&](const auto& file) { pair.keep(file); }));
}

std::filesystem::path keptTraining() {
  for (const auto& entry : std::filesystem::directory_iterator(windowSessions())) {
    if (entry.path().string().ends_with(".training.json")) {
      return entry.path();
    }
  }
  return {};
}

TEST_F(SessionTest, ATrainingThatIsNotAtItsEndComesBackAndGoesOn) {
  int made = 0;
  {
    MainWindow window(libraryGroups());
    trainFor(window, 3);
    made = window.findChild<TrainingLab*>()->pair().first().history()->made();
    window.findChild<TimeBar*>()->setTime(17);
    window.close();
  }
  EXPECT_FALSE(keptTraining().empty());
  MainWindow next(libraryGroups());
  next.begin();
  const QString offered = next.findChild<MessageBar*>()->text();
  EXPECT_TRUE(offered.startsWith(QStringLiteral("A training of “Adding problem")))
      << offered.toStdString();
  next.findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  TrainingPair& pair = next.findChild<TrainingLab*>()->pair();
  ASSERT_TRUE(QTest::qWaitFor([&] { return pair.first().history() != nullptr; }, 60000));
  EXPECT_EQ(pair.first().history()->made(), made);
  EXPECT_FALSE(pair.first().history()->records.front().profile.empty()) << "the map is whole again";
  EXPECT_TRUE(next.findChild<LowerViews*>()->showsTraining());
  waitForTrace(next);
  EXPECT_EQ(next.findChild<TimeBar*>()->time(), 17);
  EXPECT_FALSE(pair.isStale());
  pair.step();
  EXPECT_TRUE(QTest::qWaitFor([&] { return pair.first().history()->made() == made + 1; }, 60000));
}

TEST_F(SessionTest, ASecondTrainingIsChosenAgain) {
  int changed = 0; ///< the update before which the rate was
  {
    MainWindow window(libraryGroups());
    trainFor(window, 3);
    window.state().edit("training.optimiser.rate", [](Scenario& scenario) {
      scenario.training->optimiser.rate *= 2; // in flight
    });
    TrainingPair& pair = window.findChild<TrainingLab*>()->pair();
    const int made = pair.first().history()->made();
    pair.step();
    ASSERT_TRUE(QTest::qWaitFor([&] { return pair.first().history()->made() > made; }, 60000));
    changed = made + 1;
    pair.chooseVariant(TrainingVariant::Gru);
    window.close();
  }
  MainWindow next(libraryGroups());
  next.begin();
  next.findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  TrainingPair& pair = next.findChild<TrainingLab*>()->pair();
  EXPECT_EQ(pair.variant(), TrainingVariant::Gru);
  ASSERT_TRUE(QTest::qWaitFor([&] { return pair.second().hasBegun(); }, 60000));
  EXPECT_FALSE(pair.isPlaying());
  pair.play();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return pair.second().history() && pair.second().history()->made() > changed; }, 60000));
  pair.pause();
  EXPECT_EQ(pair.second().history()->scenario.network.cell, CellKind::Gru);
  const auto changes = changesOf(pair.second().history()->records);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes.front().update, changed);
}

TEST_F(SessionTest, ATrainingIsKeptWhileItRunsAndGoesWithItsScenario) {
  MainWindow window(libraryGroups());
  trainFor(window, 3);
  EXPECT_TRUE(QTest::qWaitFor([] { return !keptTraining().empty(); }, 30000))
      << "in case of a crash";
  window.openFile(libraryEntry("halving")->file);
  EXPECT_TRUE(QTest::qWaitFor([] { return keptTraining().empty(); }, 30000));
}

TEST_F(SessionTest, AKeptTrainingThatIsDamagedIsToldAndOfferedNoMore) {
  {
    MainWindow window(libraryGroups());
    trainFor(window, 3);
    window.close();
  }
  std::ofstream(keptTraining()) << "{";
  MainWindow next(libraryGroups());
  next.begin();
  next.findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  EXPECT_TRUE(next.findChild<MessageBar*>()->text().contains(QStringLiteral("training.json: ")))
      << next.findChild<MessageBar*>()->text().toStdString();
  EXPECT_TRUE(QTest::qWaitFor([] { return keptTraining().empty(); }, 30000));
}

TEST_F(SessionTest, AShortTrainingAtItsEndOrASavedOneIsNotOffered) {
  const TemporaryFolder folder;
  {
    MainWindow window(libraryGroups());
    trainFor(window, 3);
    auto& pair = window.findChild<TrainingLab*>()->pair();
    QSignalSpy saved(&pair, &TrainingPair::saved);
    pair.save((folder.path() / "mine.training.json").string());
    EXPECT_TRUE(saved.wait(30000));
    window.close();
  }
  {
    MainWindow window(libraryGroups());
    window.begin();
    EXPECT_EQ(window.findChild<MessageBar*>()->text(), QString());
    window.openFile(libraryEntry("training-exercise-2")->file);
    auto& pair = window.findChild<TrainingLab*>()->pair();
    pair.play(); // it dies in its second update
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
          return pair.first().history() && pair.first().history()->status == TrainingStatus::Dead;
        },
        30000));
    window.close();
  }
  MainWindow window(libraryGroups());
  window.begin();
  EXPECT_EQ(window.findChild<MessageBar*>()->text(), QString());
  EXPECT_TRUE(keptTraining().empty());
}

} // namespace
} // namespace backflow::test
