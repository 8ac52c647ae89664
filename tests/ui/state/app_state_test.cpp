// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/app_state.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace backflow {
namespace {

std::vector<FieldProblem> setGain(AppState& state, double gain) {
  return state.edit(QStringLiteral("weights.gain"),
                    [gain](Scenario& scenario) { scenario.weights.gain = gain; });
}

TEST(AppState, AValidEditIsTakenOverAndTold) {
  AppState state;
  QSignalSpy changed(&state, &AppState::scenarioChanged);
  EXPECT_TRUE(setGain(state, 2).empty());
  EXPECT_EQ(state.scenario().weights.gain, 2);
  EXPECT_EQ(changed.count(), 1);
}

TEST(AppState, AnInvalidEditChangesNothingAndSaysWhatIsWrong) {
  AppState state;
  QSignalSpy changed(&state, &AppState::scenarioChanged);
  const std::vector<FieldProblem> problems = state.edit(
      QStringLiteral("network.hidden"), [](Scenario& scenario) { scenario.network.hidden = -3; });
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems.front().field, "network.hidden");
  EXPECT_EQ(state.scenario(), Scenario{});
  EXPECT_EQ(changed.count(), 0);
  EXPECT_EQ(state.undoStack()->count(), 0);
}

TEST(AppState, AnEditThatChangesNothingIsNoStep) {
  AppState state;
  QSignalSpy changed(&state, &AppState::scenarioChanged);
  EXPECT_TRUE(setGain(state, state.scenario().weights.gain).empty());
  EXPECT_EQ(changed.count(), 0);
  EXPECT_EQ(state.undoStack()->count(), 0);
}

TEST(AppState, EditsOfOneFieldAreOneStepUntilTheEditEnds) {
  AppState state;
  for (int i = 1; i <= 50; ++i) {
    setGain(state, 1 + 0.01 * i);
  }
  EXPECT_EQ(state.undoStack()->count(), 1);
  state.endEdit();
  setGain(state, 3);
  EXPECT_EQ(state.undoStack()->count(), 2);
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario().weights.gain, 1.5);
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario(), Scenario{});
  state.undoStack()->redo();
  EXPECT_EQ(state.scenario().weights.gain, 1.5);
}

TEST(AppState, EditsOfDifferentFieldsAreStepsOfTheirOwn) {
  AppState state;
  setGain(state, 2);
  state.edit(QStringLiteral("unroll.horizon"),
             [](Scenario& scenario) { scenario.unroll.horizon = 50; });
  setGain(state, 3);
  EXPECT_EQ(state.undoStack()->count(), 3);
}

TEST(AppState, ADragThatComesBackToItsStartLeavesNoStep) {
  AppState state;
  setGain(state, 2);
  setGain(state, 0.9);
  EXPECT_EQ(state.undoStack()->count(), 0);
  EXPECT_FALSE(state.undoStack()->canUndo());
}

TEST(AppState, AnEditAfterUndoDoesNotMergeWithTheStepBefore) {
  AppState state;
  setGain(state, 2);
  state.endEdit();
  setGain(state, 3);
  state.undoStack()->undo();
  setGain(state, 4);
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario().weights.gain, 2);
}

TEST(AppState, OpeningSetsWhatResetGoesBackTo) {
  AppState state;
  Document document;
  document.scenario.title = "opened";
  document.scenario.weights.gain = 2;
  document.folder = "/data";
  state.open(document);
  EXPECT_EQ(state.document(), document);
  setGain(state, 3);
  state.reset();
  EXPECT_EQ(state.document(), document);
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario().weights.gain, 3);
}

TEST(AppState, UndoOfOpeningBringsTheOldBaselineBack) {
  AppState state;
  Document document;
  document.scenario.weights.gain = 2;
  state.open(document);
  EXPECT_EQ(state.opened().weights.gain, 2);
  state.undoStack()->undo();
  EXPECT_EQ(state.opened(), Scenario{});
  EXPECT_EQ(state.scenario(), Scenario{});
}

TEST(AppState, OpeningOrResettingToTheSameIsSilent) {
  AppState state;
  QSignalSpy changed(&state, &AppState::scenarioChanged);
  state.open(Document{});
  state.reset();
  EXPECT_EQ(changed.count(), 0);
  EXPECT_EQ(state.undoStack()->count(), 0);
}

} // namespace
} // namespace backflow
