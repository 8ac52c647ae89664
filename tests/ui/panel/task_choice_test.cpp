// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/enum_names.h"
#include "core/scenario/training_checks.h"
#include "core/scenario/validation.h"
#include "core/train/task.h"
#include "tests/ui/panel/training_section_fixture.h"
#include "ui/panel/training_edit.h"

#include <QCheckBox>

namespace backflow::test {
namespace {

class TaskChoiceTest : public TrainingPanel {};

TEST_F(TaskChoiceTest, WithoutATaskOnlyTheTaskIsShown) {
  EXPECT_TRUE(isShown("taskCombo"));
  EXPECT_EQ(find<QComboBox>("taskCombo")->currentText(), "None");
  for (const char* name :
       {"taskFile", "monthsAheadField", "optimiserCombo", "rateSlider", "momentumField",
        "decayField", "beta1Field", "beta2Field", "epsilonField", "batchField", "updatesField",
        "trainingSeedField", "trainingPrecisionCombo", "regulariserField", "evaluateEveryField"}) {
    EXPECT_FALSE(isShown(name)) << name;
  }
}

TEST_F(TaskChoiceTest, EveryTaskCanBeChosenAndMade) {
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

TEST_F(TaskChoiceTest, AFileStaysForTheSameKindOfData) {
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

TEST_F(TaskChoiceTest, AFileIsForgottenWithItsTask) {
  choose(TaskKind::Characters);
  state.edit("training.task.file",
             [](Scenario& scenario) { scenario.training->task.file = "beside-the-scenario.txt"; });
  choose("taskCombo", noTask);
  state.open({});
  choose(TaskKind::Characters);
  EXPECT_EQ(training().task.file, shippedDataFile(TaskKind::Characters));
}

TEST_F(TaskChoiceTest, ATaskMakesRoomForItself) {
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

TEST_F(TaskChoiceTest, TruncationAtTheLastLossKeepsItsMode) {
  state.edit("scenario", [](Scenario& scenario) {
    scenario.unroll.truncation = TruncationSpec{TruncationMode::FromLoss, 4};
  });
  choose(TaskKind::Adding);
  EXPECT_EQ(state.scenario().unroll.truncation->mode, TruncationMode::FromLoss);
}

TEST_F(TaskChoiceTest, TruncationCanBeSwitchedOnWithALossAtEveryStep) {
  choose(TaskKind::CopyMemory);
  find<QCheckBox>("truncationCheck")->click();
  ASSERT_TRUE(state.scenario().unroll.truncation);
  EXPECT_EQ(state.scenario().unroll.truncation->mode, TruncationMode::Windows);
  choose("truncationMode", static_cast<int>(TruncationMode::FromLoss));
  EXPECT_EQ(state.scenario().unroll.truncation->mode, TruncationMode::Windows);
  EXPECT_NE(problemOf("truncationMode"), "");
}

TEST_F(TaskChoiceTest, GivenWeightsCannotBeTrained) {
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

TEST_F(TaskChoiceTest, NoneRemovesTheTrainingAndUndoBringsItBack) {
  choose(TaskKind::Adding);
  enter("batchField", "8");
  const Scenario before = state.scenario();
  choose("taskCombo", noTask);
  EXPECT_FALSE(state.scenario().training);
  EXPECT_FALSE(isShown("rateSlider"));
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario(), before);
  EXPECT_TRUE(isShown("rateSlider"));
  EXPECT_EQ(find<QComboBox>("taskCombo")->currentText(), "Adding problem");
  choose("taskCombo", noTask);
  choose(TaskKind::Recall);
  EXPECT_EQ(training().batch, 8);
}

TEST_F(TaskChoiceTest, ARememberedRegulariserDoesNotStandInTheWay) {
  choose(TaskKind::Recall);
  enter("regulariserField", "2");
  choose("taskCombo", noTask);
  choose("cellCombo", static_cast<int>(CellKind::Lstm));
  choose(TaskKind::Recall);
  ASSERT_TRUE(state.scenario().training);
  EXPECT_EQ(training().regulariser, 0);
}

} // namespace
} // namespace backflow::test
