// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panel/training_section_fixture.h"
#include "ui/panel/training_edit.h"

#include <QSlider>

namespace backflow::test {
namespace {

class TrainingSectionTest : public TrainingPanel {};

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
  EXPECT_EQ(problemOf("momentumField"), "Give a number from 0 to below 1. Still 0.9.");
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
} // namespace backflow::test
