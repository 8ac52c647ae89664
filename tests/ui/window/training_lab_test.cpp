// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/training_lab.h"

#include "core/scenario/library.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/plot/training_plot.h"
#include "ui/window/main_window.h"

#include <qcustomplot.h>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <string>

namespace backflow::test {
namespace {

constexpr int patience = 60000;

class TrainingLabTest : public WindowTest {
 protected:
  TrainingLabTest() {
    showWindow();
    child<QTabWidget>("lowerTabs").setCurrentWidget(&lab());
  }

  TrainingLab& lab() { return child<TrainingLab>("trainingLab"); }
  void open(const char* scenario) { child<QAction>(scenario).trigger(); }
  void press(const char* button) { QTest::mouseClick(&child<QPushButton>(button), Qt::LeftButton); }
  QString standing() { return child<QLabel>("trainingStanding").text(); }

  const TrainingHistory& history(std::size_t which = 0) { return *lab().trainings().at(which); }
  bool waitForUpdates(int made, std::size_t which = 0) {
    return QTest::qWaitFor(
        [&] { return lab().trainings().size() > which && history(which).made() >= made; },
        patience);
  }
  bool waitForEnd(std::size_t which = 0) {
    return QTest::qWaitFor(
        [&] {
          return lab().trainings().size() > which &&
                 history(which).status != TrainingStatus::Running;
        },
        patience);
  }
  const QCPGraph* graph(const char* name) {
    return child<TrainingPlot>("training").plot().findChild<QCPGraph*>(QString::fromLatin1(name));
  }
};

TEST_F(TrainingLabTest, ARunThatDiesSaysWhyAndTheSameRunClippedLives) {
  open("training-exercise-2");
  press("trainingPlay");
  ASSERT_TRUE(waitForEnd());
  EXPECT_EQ(history().status, TrainingStatus::Dead);
  EXPECT_TRUE(standing().contains(QStringLiteral("died at update 2"))) << standing().toStdString();
  EXPECT_TRUE(standing().contains(QStringLiteral("opposite infinities")))
      << standing().toStdString();
  // Which sequence, and both what became infinite and what became NaN.
  EXPECT_TRUE(standing().contains(QStringLiteral("sequence"))) << standing().toStdString();
  EXPECT_TRUE(standing().contains(QStringLiteral("first infinite entry")));
  ASSERT_TRUE(child<QPushButton>("trainingRescue").isVisible());
  press("trainingRescue");
  ASSERT_TRUE(waitForEnd(1));
  EXPECT_EQ(history(1).status, TrainingStatus::Done);
  EXPECT_LT(history(1).records.back().heldOut->loss, 0.1);
  // What the first had drawn is still there.
  EXPECT_EQ(history().status, TrainingStatus::Dead);
  ASSERT_NE(graph("normAfter2"), nullptr);
  EXPECT_EQ(graph("normAfter2")->dataCount(), history(1).made());
  EXPECT_NE(graph("loss1"), nullptr);
  EXPECT_NE(child<TrainingPlot>("training").plot().findChild<QCPItemRect*>(QStringLiteral("dead")),
            nullptr);
}

TEST_F(TrainingLabTest, TheRescueClipsWhateverWasSwitchedSince) {
  open("training-exercise-2");
  press("trainingPlay");
  ASSERT_TRUE(waitForEnd());
  window.state().edit(QStringLiteral("clip"),
                      [](Scenario& scenario) { scenario.clip = ClipSpec{}; });
  ASSERT_TRUE(child<QPushButton>("trainingRescue").isVisible());
  press("trainingRescue");
  ASSERT_TRUE(waitForEnd(1));
  EXPECT_EQ(history(1).scenario.clip, ClipSpec{});
  EXPECT_EQ(history(1).status, TrainingStatus::Done);
}

TEST_F(TrainingLabTest, ACellThatIsNowTheFirstOnesOwnIsNotTrainedTwice) {
  open("training-exercise-2-clipped");
  auto& beside = child<QComboBox>("trainingBeside");
  const int place = beside.findData(static_cast<int>(TrainingVariant::Gru));
  beside.setCurrentIndex(place);
  emit beside.activated(place);
  window.state().edit(QStringLiteral("network.cell"), [](Scenario& scenario) {
    scenario.network.cell = CellKind::Gru;
    scenario.training->updates = 3;
  });
  press("trainingPlay");
  ASSERT_TRUE(waitForEnd());
  EXPECT_EQ(lab().trainings().size(), 1U);
  EXPECT_EQ(child<QPushButton>("trainingPlay").text(), QStringLiteral("Play"));
  EXPECT_TRUE(child<QPushButton>("trainingStep").isEnabled());
}

TEST_F(TrainingLabTest, LearningRateAndThresholdTakeEffectInFlightAndAreMarked) {
  open("training-exercise-2-clipped");
  press("trainingStep");
  ASSERT_TRUE(waitForUpdates(1));
  type("rateField", QStringLiteral("0,01"));
  type("clipField", QStringLiteral("0.5"));
  press("trainingStep");
  ASSERT_TRUE(waitForUpdates(2));
  EXPECT_EQ(history().records[0].rate, 0.05);
  EXPECT_EQ(history().records[1].rate, 0.01);
  EXPECT_EQ(history().records[1].threshold, 0.5);
  const auto& changes = child<TrainingPlot>("training").picture().runs[0].changes;
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].update, 2);
}

TEST_F(TrainingLabTest, AnotherNetworkNeedsANewTraining) {
  open("training-exercise-2-clipped");
  press("trainingStep");
  ASSERT_TRUE(waitForUpdates(1));
  type("gainField", QStringLiteral("1.1"));
  EXPECT_TRUE(standing().contains(QStringLiteral("Play begins a new one")));
  window.state().undoStack()->undo();
  EXPECT_FALSE(standing().contains(QStringLiteral("Play begins a new one")));
  window.state().undoStack()->redo();
  press("trainingStep");
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return !lab().trainings().empty() && history().scenario.weights.gain == 1.1; },
      patience));
  ASSERT_TRUE(waitForUpdates(1));
}

TEST_F(TrainingLabTest, TwoRunsSideBySideDifferInOneSetting) {
  open("training-agreement-full");
  auto& beside = child<QComboBox>("trainingBeside");
  const int place = beside.findData(static_cast<int>(TrainingVariant::Truncation));
  beside.setCurrentIndex(place);
  emit beside.activated(place);
  press("trainingPlay");
  ASSERT_TRUE(waitForEnd(0));
  ASSERT_TRUE(waitForEnd(1));
  EXPECT_FALSE(history(0).scenario.unroll.truncation.has_value());
  EXPECT_EQ(history(1).scenario.unroll.truncation->length, 5);
  EXPECT_GE(*history(0).records.back().heldOut->accuracy, 0.98);
  EXPECT_LE(*history(1).records.back().heldOut->accuracy, 0.75);
  // Nothing else: the first batch is the same.
  EXPECT_EQ(history(0).records[0].loss, history(1).records[0].loss);
  EXPECT_NE(graph("accuracy2"), nullptr);
}

TEST_F(TrainingLabTest, WhatWasChangedInFlightIsChangedOfTheSecondAtTheSameUpdates) {
  open("training-exercise-2-clipped");
  const auto step = [&](int made) {
    press("trainingStep");
    ASSERT_TRUE(waitForUpdates(made));
  };
  step(1);
  step(2);
  type("rateField", QStringLiteral("0.01"));
  type("clipField", QStringLiteral("0.5"));
  step(3);
  auto& beside = child<QComboBox>("trainingBeside");
  const int place = beside.findData(static_cast<int>(TrainingVariant::Truncation));
  beside.setCurrentIndex(place);
  emit beside.activated(place);
  // A step is one of each, and either may be made before the other.
  for (int made = 1; made <= 3; ++made) {
    press("trainingStep");
    ASSERT_TRUE(waitForUpdates(made, 1) && waitForUpdates(3 + made, 0));
  }
  type("rateField", QStringLiteral("0.02")); // when the first has made six, the second three
  ASSERT_EQ(history(0).made(), 6);
  for (int made = 4; made <= 7; ++made) {
    press("trainingStep");
    ASSERT_TRUE(waitForUpdates(made, 1) && waitForUpdates(3 + made, 0));
  }
  for (std::size_t k = 0; k < 7; ++k) {
    EXPECT_EQ(history(1).records[k].rate, history(0).records[k].rate) << k;
    EXPECT_EQ(history(1).records[k].threshold, history(0).records[k].threshold) << k;
  }
  EXPECT_EQ(history(1).records[6].rate, 0.02);
}

/// A full bar beside a training that was stopped on its way would say that it had been made.
TEST_F(TrainingLabTest, TheBarFollowsTheTrainingThatEndsLast) {
  open("training-exercise-2-clipped");
  const auto& bar = child<QProgressBar>("trainingProgress");
  press("trainingStep");
  ASSERT_TRUE(waitForUpdates(1));
  press("trainingStep");
  ASSERT_TRUE(waitForUpdates(2));
  EXPECT_EQ(bar.value(), 2);
  auto& beside = child<QComboBox>("trainingBeside");
  const int place = beside.findData(static_cast<int>(TrainingVariant::Truncation));
  beside.setCurrentIndex(place);
  emit beside.activated(place);
  press("trainingStep");
  ASSERT_TRUE(waitForUpdates(1, 1) && waitForUpdates(3, 0));
  press("trainingStop");
  EXPECT_EQ(bar.value(), 1);
  EXPECT_TRUE(bar.format().contains(QStringLiteral("update 1 of"))) << bar.format().toStdString();
}

TEST_F(TrainingLabTest, StopKeepsTheCurvesAndPlayBeginsAnew) {
  open("training-alice");
  press("trainingPlay");
  ASSERT_TRUE(waitForUpdates(3));
  press("trainingStop");
  const int made = history().made();
  EXPECT_GE(made, 3);
  EXPECT_FALSE(child<QPushButton>("trainingStop").isEnabled());
  EXPECT_EQ(graph("loss1")->dataCount(), made);
  press("trainingPlay");
  ASSERT_TRUE(waitForUpdates(1));
  press("trainingPlay"); // pauses
  EXPECT_EQ(child<QPushButton>("trainingPlay").text(), QStringLiteral("Continue"));
}

TEST_F(TrainingLabTest, SavesWhatThereIsAndGoesOnFromIt) {
  const TemporaryFolder folder;
  open("training-agreement-full");
  for (int made = 1; made <= 5; ++made) {
    press("trainingStep");
    ASSERT_TRUE(waitForUpdates(made));
  }
  const auto csv = folder.path() / "run.csv";
  lab().saveCsv(QString::fromStdString(csv.string()));
  std::ifstream lines(csv);
  std::string line;
  int count = 0;
  while (std::getline(lines, line)) {
    ++count;
  }
  EXPECT_EQ(count, 6);
  const auto state = folder.path() / "half.json"; // any name, as the command line takes
  lab().saveState(QString::fromStdString(state.string()));
  ASSERT_TRUE(QTest::qWaitFor([&] { return std::filesystem::exists(state); }, patience));
  open("training-exercise-2");
  EXPECT_TRUE(lab().trainings().empty());
  window.openFile(state);
  ASSERT_TRUE(waitForUpdates(5));
  EXPECT_EQ(history().made(), 5);
  press("trainingStep");
  ASSERT_TRUE(waitForUpdates(6));
  EXPECT_EQ(window.state().scenario().training->task.kind, TaskKind::Agreement);
}

TEST_F(TrainingLabTest, AScenarioWithATaskOpensHereAndIsWhatIsExported) {
  auto& tabs = child<QTabWidget>("lowerTabs");
  tabs.setCurrentIndex(0);
  open("training-exercise-2");
  EXPECT_EQ(tabs.currentWidget(), &lab());
  child<QAction>("export").trigger();
  EXPECT_EQ(child<QComboBox>("exportPlot").currentData().toInt(),
            static_cast<int>(ViewKind::Training));
  open("halving");
  EXPECT_EQ(tabs.currentIndex(), 0);
  child<QAction>("export").trigger();
  EXPECT_EQ(child<QComboBox>("exportPlot").currentData().toInt(),
            static_cast<int>(ViewKind::GradientFlow));
}

TEST_F(TrainingLabTest, WithoutATaskItSaysHowToChooseOne) {
  open("halving");
  EXPECT_TRUE(standing().contains(QStringLiteral("no task")));
  EXPECT_FALSE(child<QPushButton>("trainingPlay").isEnabled());
}

} // namespace
} // namespace backflow::test
