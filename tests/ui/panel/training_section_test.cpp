// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/enum_names.h"
#include "core/scenario/training_checks.h"
#include "core/scenario/validation.h"
#include "core/train/task.h"
#include "ui/panel/caption_line.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/control_panel.h"
#include "ui/panel/control_row.h"
#include "ui/panel/task_choice.h"
#include "ui/state/app_state.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSlider>
#include <QTest>

#include <gtest/gtest.h>

namespace backflow {
namespace {

class TrainingSectionTest : public testing::Test {
 protected:
  void SetUp() override {
    panel.resize(340, 2000);
    panel.show();
    panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
  }

  template <class Widget> Widget* find(const char* name) {
    auto* widget = panel.findChild<Widget*>(QString::fromLatin1(name));
    EXPECT_NE(widget, nullptr) << name;
    return widget;
  }

  bool isShown(const char* name) { return find<QWidget>(name)->isVisibleTo(&panel); }

  void enter(const char* name, const QString& text) {
    auto* field = find<QLineEdit>(name);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
  }

  void choose(const char* name, int key) {
    auto* box = find<QComboBox>(name);
    const int index = box->findData(key);
    ASSERT_GE(index, 0) << name << " " << key;
    box->setCurrentIndex(index);
    emit box->activated(index);
  }
  void choose(TaskKind task) { choose("taskCombo", static_cast<int>(task)); }
  void choose(OptimiserKind kind) { choose("optimiserCombo", static_cast<int>(kind)); }

  ControlRow* rowOf(const char* name) {
    QWidget* around = find<QWidget>(name);
    while (around != nullptr && qobject_cast<ControlRow*>(around) == nullptr) {
      around = around->parentWidget();
    }
    return qobject_cast<ControlRow*>(around);
  }
  /// What the row of a control says to be wrong.
  QString problemOf(const char* name) {
    auto* caption = rowOf(name)->findChild<CaptionLine*>();
    return caption->showsProblem() ? caption->text() : QString();
  }

  const TrainingSpec& training() { return state.scenario().training.value(); }

  AppState state;
  ControlPanel panel{state};
};

constexpr int none = -1;

TEST_F(TrainingSectionTest, WithoutATaskOnlyTheTaskIsShown) {
  EXPECT_TRUE(isShown("taskCombo"));
  EXPECT_EQ(find<QComboBox>("taskCombo")->currentText(), "None");
  for (const char* name :
       {"taskFile", "monthsAheadField", "optimiserCombo", "rateSlider", "momentumField",
        "decayField", "beta1Field", "beta2Field", "epsilonField", "batchField", "updatesField",
        "trainingSeedField", "trainingPrecisionCombo", "regulariserField", "evaluateEveryField"}) {
    EXPECT_FALSE(isShown(name)) << name;
  }
}

TEST_F(TrainingSectionTest, EveryTaskCanBeChosenAndMade) {
  for (const auto& [task, name] : enumNames<TaskKind>()) {
    choose(task);
    ASSERT_TRUE(state.scenario().training) << name;
    EXPECT_EQ(training().task.kind, task) << name;
    EXPECT_TRUE(validate(state.scenario()).empty()) << name;
    EXPECT_EQ(training().task.file.empty(), !readsFile(task)) << name;
    EXPECT_EQ(isShown("taskFile"), readsFile(task)) << name;
    EXPECT_EQ(isShown("monthsAheadField"), task == TaskKind::Sunspots) << name;
    const TaskOrProblems made = makeTask(state.scenario(), {});
    EXPECT_TRUE(std::holds_alternative<std::unique_ptr<Task>>(made)) << name;
    EXPECT_EQ(problemOf("taskCombo"), "") << name;
    state.undoStack()->undo();
    EXPECT_EQ(state.scenario(), Scenario{}) << name;
  }
}

TEST_F(TrainingSectionTest, AFileStaysForTheSameKindOfData) {
  choose(TaskKind::Temperature);
  state.edit("training.task.file",
             [](Scenario& scenario) { scenario.training->task.file = "my-weather.csv"; });
  EXPECT_EQ(find<QWidget>("taskFile")->toolTip(), "my-weather.csv");
  choose(TaskKind::Mood);
  EXPECT_EQ(training().task.file, "my-weather.csv");
  choose(TaskKind::Sunspots);
  EXPECT_EQ(training().task.file, shippedDataFile(TaskKind::Sunspots));
  choose(TaskKind::Adding);
  EXPECT_EQ(training().task.file, "");
}

TEST_F(TrainingSectionTest, AFileIsForgottenWithItsTask) {
  choose(TaskKind::Characters);
  state.edit("training.task.file",
             [](Scenario& scenario) { scenario.training->task.file = "beside-the-scenario.txt"; });
  choose("taskCombo", none);
  state.open({});
  choose(TaskKind::Characters);
  EXPECT_EQ(training().task.file, shippedDataFile(TaskKind::Characters));
}

TEST_F(TrainingSectionTest, ATaskMakesRoomForItself) {
  state.edit("scenario", [](Scenario& scenario) {
    scenario.unroll.horizon = 5;
    scenario.unroll.truncation = TruncationSpec{TruncationMode::FromLoss, 4};
    scenario.network.readout = Readout::Attention;
  });
  choose(TaskKind::CopyMemory);
  EXPECT_EQ(training().task.kind, TaskKind::CopyMemory);
  EXPECT_EQ(state.scenario().unroll.horizon, shortestSequence(TaskKind::CopyMemory));
  EXPECT_EQ(state.scenario().unroll.truncation->mode, TruncationMode::Windows);
  EXPECT_EQ(state.scenario().network.readout, Readout::State);
  enter("horizonField", "21");
  EXPECT_EQ(state.scenario().unroll.horizon, 22);
  EXPECT_NE(problemOf("horizonField"), "");
}

TEST_F(TrainingSectionTest, TruncationAtTheLastLossKeepsItsMode) {
  state.edit("scenario", [](Scenario& scenario) {
    scenario.unroll.truncation = TruncationSpec{TruncationMode::FromLoss, 4};
  });
  choose(TaskKind::Adding);
  EXPECT_EQ(state.scenario().unroll.truncation->mode, TruncationMode::FromLoss);
}

TEST_F(TrainingSectionTest, TruncationCanBeSwitchedOnWithALossAtEveryStep) {
  choose(TaskKind::CopyMemory);
  find<QCheckBox>("truncationCheck")->click();
  ASSERT_TRUE(state.scenario().unroll.truncation);
  EXPECT_EQ(state.scenario().unroll.truncation->mode, TruncationMode::Windows);
  choose("truncationMode", static_cast<int>(TruncationMode::FromLoss));
  EXPECT_EQ(state.scenario().unroll.truncation->mode, TruncationMode::Windows);
  EXPECT_NE(problemOf("truncationMode"), "");
}

TEST_F(TrainingSectionTest, GivenWeightsCannotBeTrained) {
  state.edit("weights", [](Scenario& scenario) {
    scenario.network.hidden = 1;
    scenario.weights.init = WeightInit::Explicit;
    scenario.weights.parameters["W_h"] = Rows{{0.5}};
  });
  choose(TaskKind::Recall);
  EXPECT_FALSE(state.scenario().training);
  EXPECT_EQ(find<QComboBox>("taskCombo")->currentText(), "None");
  EXPECT_TRUE(problemOf("taskCombo").startsWith("weights.init"))
      << problemOf("taskCombo").toStdString();
}

TEST_F(TrainingSectionTest, TheRateIsSetBySliderAndField) {
  choose(TaskKind::Recall);
  enter("rateField", "0,5");
  EXPECT_EQ(training().optimiser.rate, 0.5);
  auto* slider = find<QSlider>("rateSlider");
  slider->setFocus();
  QTest::keyClick(slider, Qt::Key_Right);
  EXPECT_EQ(training().optimiser.rate, 0.56);
  slider->setValue(0);
  EXPECT_EQ(training().optimiser.rate, 1e-5);
  enter("rateField", "250");
  EXPECT_EQ(training().optimiser.rate, 250);
  EXPECT_EQ(slider->value(), slider->maximum());
  QTest::mouseDClick(slider, Qt::LeftButton, {}, {slider->width() / 2, slider->height() / 3});
  EXPECT_EQ(training().optimiser.rate, OptimiserSpec{}.rate);
}

TEST_F(TrainingSectionTest, WrongTextKeepsTheValueAndSaysSo) {
  choose(TaskKind::Sunspots);
  const Scenario before = state.scenario();
  for (const char* name :
       {"rateField", "batchField", "updatesField", "evaluateEveryField", "monthsAheadField"}) {
    enter(name, "-3");
    EXPECT_EQ(state.scenario(), before) << name;
    EXPECT_NE(problemOf(name), "") << name;
    enter(name, "often");
    EXPECT_EQ(state.scenario(), before) << name;
    EXPECT_NE(problemOf(name), "") << name;
    QTest::keyClick(find<QLineEdit>(name), Qt::Key_Escape);
    EXPECT_EQ(problemOf(name), "") << name;
  }
}

TEST_F(TrainingSectionTest, AShareStaysBelowOne) {
  choose(TaskKind::Recall);
  choose(OptimiserKind::Momentum);
  enter("momentumField", "1");
  EXPECT_EQ(training().optimiser.momentum, 0.9);
  EXPECT_EQ(problemOf("momentumField"), "Give a number from 0 to below 1.");
  enter("momentumField", "0,99");
  EXPECT_EQ(training().optimiser.momentum, 0.99);
}

TEST_F(TrainingSectionTest, AnOptimiserShowsItsOwnNumbers) {
  choose(TaskKind::Recall);
  const std::vector<const char*> all{"momentumField", "decayField", "beta1Field", "beta2Field",
                                     "epsilonField"};
  const auto shown = [&] {
    QStringList names;
    for (const char* name : all) {
      if (isShown(name)) {
        names << QString::fromLatin1(name).chopped(5);
      }
    }
    return names.join(' ').toStdString();
  };
  EXPECT_EQ(shown(), "");
  choose(OptimiserKind::Momentum);
  EXPECT_EQ(shown(), "momentum");
  choose(OptimiserKind::RmsProp);
  EXPECT_EQ(shown(), "decay epsilon");
  enter("decayField", "0.95");
  enter("epsilonField", "1e-6");
  choose(OptimiserKind::Adam);
  EXPECT_EQ(shown(), "beta1 beta2 epsilon");
  enter("beta1Field", "0.8");
  enter("beta2Field", "0.99");
  const OptimiserSpec expected{OptimiserKind::Adam, 0.01, 0.9, 0.95, 0.8, 0.99, 1e-6};
  EXPECT_EQ(training().optimiser, expected);
}

TEST_F(TrainingSectionTest, EveryNumberReachesTheScenario) {
  choose(TaskKind::Sunspots);
  enter("monthsAheadField", "12");
  enter("batchField", "8");
  enter("updatesField", "300");
  enter("trainingSeedField", "99");
  enter("regulariserField", "0,5");
  enter("evaluateEveryField", "10");
  enter("inputGainField", "0.25");
  choose("trainingPrecisionCombo", static_cast<int>(Precision::Float64));
  TrainingSpec expected;
  expected.task = {TaskKind::Sunspots, shippedDataFile(TaskKind::Sunspots), 12};
  expected.batch = 8;
  expected.updates = 300;
  expected.seed = 99;
  expected.regulariser = 0.5;
  expected.evaluateEvery = 10;
  expected.precision = Precision::Float64;
  EXPECT_EQ(training(), expected);
  EXPECT_EQ(state.scenario().weights.inputGain, 0.25);
}

TEST_F(TrainingSectionTest, NoneRemovesTheTrainingAndUndoBringsItBack) {
  choose(TaskKind::Adding);
  enter("batchField", "8");
  const Scenario before = state.scenario();
  choose("taskCombo", none);
  EXPECT_FALSE(state.scenario().training);
  EXPECT_FALSE(isShown("rateSlider"));
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario(), before);
  EXPECT_TRUE(isShown("rateSlider"));
  EXPECT_EQ(find<QComboBox>("taskCombo")->currentText(), "Adding problem");
  choose("taskCombo", none);
  choose(TaskKind::Recall);
  EXPECT_EQ(training().batch, 8);
}

TEST_F(TrainingSectionTest, UndoWhileANumberIsBeingTypedTakesTheTrainingAway) {
  choose(TaskKind::Recall);
  auto* field = find<QLineEdit>("batchField");
  field->setFocus();
  field->selectAll();
  QTest::keyClicks(field, "7");
  state.undoStack()->undo();
  find<QComboBox>("taskCombo")->setFocus();
  EXPECT_EQ(state.scenario(), Scenario{});
}

TEST_F(TrainingSectionTest, TheRegulariserIsForOnePlainLayer) {
  choose(TaskKind::Recall);
  enter("regulariserField", "2");
  enter("layersField", "2");
  EXPECT_EQ(state.scenario().network.layers, 1);
  EXPECT_TRUE(problemOf("layersField").startsWith("training.regulariser"));
  choose("cellCombo", static_cast<int>(CellKind::Gru));
  EXPECT_EQ(state.scenario().network.cell, CellKind::Gru);
  EXPECT_EQ(training().regulariser, 0);
  EXPECT_FALSE(find<QWidget>("regulariserField")->isEnabled());
  EXPECT_TRUE(rowOf("regulariserField")->toolTip().startsWith("Ω is defined for"));
}

TEST_F(TrainingSectionTest, ARememberedRegulariserDoesNotStandInTheWay) {
  choose(TaskKind::Recall);
  enter("regulariserField", "2");
  choose("taskCombo", none);
  choose("cellCombo", static_cast<int>(CellKind::Lstm));
  choose(TaskKind::Recall);
  ASSERT_TRUE(state.scenario().training);
  EXPECT_EQ(training().regulariser, 0);
}

TEST_F(TrainingSectionTest, EveryRowSaysWhatItIs) {
  choose(TaskKind::Sunspots);
  for (const char* name :
       {"taskCombo", "taskFile", "monthsAheadField", "optimiserCombo", "rateSlider",
        "momentumField", "decayField", "beta1Field", "beta2Field", "epsilonField", "batchField",
        "updatesField", "trainingSeedField", "trainingPrecisionCombo", "regulariserField",
        "evaluateEveryField", "inputGainField"}) {
    EXPECT_NE(rowOf(name)->toolTip(), "") << name;
  }
}

} // namespace
} // namespace backflow
