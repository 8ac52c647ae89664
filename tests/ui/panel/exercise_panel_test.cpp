// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/exercise_panel.h"

#include "core/scenario/scenario_json.h"
#include "core/train/training.h"
#include "core/unroll/run.h"
#include "tests/support/experiments.h"
#include "ui/state/findings.h"
#include "ui/text/exercise_text.h"
#include "ui/text/language.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include <stdexcept>

namespace backflow::test {
namespace {

Scenario shippedScenario(const char* name) {
  return std::get<Scenario>(readScenarioFile(libraryEntry(name).value().file));
}

std::shared_ptr<const Trace> shippedTrace(const char* name) {
  const auto prepared =
      std::get<Experiment>(prepare(shippedScenario(name), BACKFLOW_RESOURCE_FOLDER "/scenarios"));
  return std::make_shared<const Trace>(run(prepared).value());
}

class ExercisePanelTest : public testing::Test {
 protected:
  ExercisePanelTest() { open(); }
  ~ExercisePanelTest() override { useLanguage(QStringLiteral("en")); }

  std::unique_ptr<QSettings> settings() const {
    return std::make_unique<QSettings>(folder.filePath(QStringLiteral("exercises.ini")),
                                       QSettings::IniFormat);
  }

  /// As the program does at its next start.
  void open() {
    panel.reset();
    panel = std::make_unique<ExercisePanel>(readExerciseBook(BACKFLOW_RESOURCE_FOLDER), settings());
    panel->resize(340, 700);
    panel->show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(panel.get()));
    clicks = 0;
  }

  template <class Widget> Widget& child(const QString& name) {
    auto* found = panel->findChild<Widget*>(name);
    if (found == nullptr) {
      throw std::out_of_range(name.toStdString());
    }
    return *found;
  }

  bool isShown(const QString& name) { return child<QWidget>(name).isVisibleTo(panel.get()); }
  QString words(const QString& label) { return child<QLabel>(label).text(); }

  void click(const QString& name) {
    child<QAbstractButton>(name).click();
    ++clicks;
  }
  void type(const QString& field, const QString& text) {
    QTest::keyClicks(&child<QLineEdit>(field), text);
  }
  void followLink(int experiment) {
    emit child<QLabel>(QStringLiteral("experimentLinks"))
        .linkActivated(QString::number(experiment));
    ++clicks;
  }

  const QTemporaryDir folder;
  std::unique_ptr<ExercisePanel> panel;
  int clicks = 0;
};

TEST_F(ExercisePanelTest, TheFirstExerciseGoesFromQuestionToAnswerInFewerThanThreeClicks) {
  QSignalSpy wished(panel.get(), &ExercisePanel::experimentWished);
  type(QStringLiteral("part1Field"), QStringLiteral("33"));
  type(QStringLiteral("part2Field"), QStringLiteral("29"));
  click(QStringLiteral("runExercise"));
  ASSERT_EQ(wished.size(), 1);
  EXPECT_EQ(wished.first().at(0).toString(), QStringLiteral("halving"));
  EXPECT_EQ(wished.first().at(1).value<ViewKind>(), ViewKind::GradientFlow);
  EXPECT_FALSE(wished.first().at(2).toBool());
  panel->showTrace(shippedTrace("halving"));
  EXPECT_TRUE(isShown(QStringLiteral("answerArea")));
  EXPECT_TRUE(words(QStringLiteral("measured")).contains(QStringLiteral("after 33 multip")));
  EXPECT_TRUE(words(QStringLiteral("measured")).contains(QStringLiteral("number 34")));
  EXPECT_TRUE(words(QStringLiteral("part1Reply")).contains(QStringLiteral("✓")));
  EXPECT_TRUE(words(QStringLiteral("part2Reply")).contains(QStringLiteral("✗")));
  EXPECT_TRUE(isShown(QStringLiteral("explanation")));
  followLink(1);
  EXPECT_EQ(wished.last().at(0).toString(), QStringLiteral("doubling"));
  panel->showTrace(shippedTrace("doubling"));
  EXPECT_TRUE(words(QStringLiteral("measured")).contains(QStringLiteral("after 30 multip")));
  EXPECT_LT(clicks, 3);
}

/// Every exercise, with the first choice it offers and a number.
TEST_F(ExercisePanelTest, EveryExerciseIsTakenToItsExplanationInFewerThanThreeClicks) {
  for (int number = 1; number <= 11; ++number) {
    panel->openExercise(number);
    EXPECT_EQ(panel->openedExercise(), number);
    clicks = 0;
    QSignalSpy wished(panel.get(), &ExercisePanel::experimentWished);
    QSignalSpy calculator(panel.get(), &ExercisePanel::calculatorWished);
    EXPECT_FALSE(isShown(QStringLiteral("explanation"))) << number;
    for (int part = 1; part <= 2; ++part) {
      const QString name = QStringLiteral("part%1").arg(part);
      if (panel->findChild<QLineEdit*>(name + QStringLiteral("Field")) != nullptr) {
        type(name + QStringLiteral("Field"), QStringLiteral("7"));
      } else if (panel->findChild<QRadioButton*>(name + QStringLiteral("Choice1")) != nullptr) {
        click(name + QStringLiteral("Choice1"));
      }
    }
    click(QStringLiteral("runExercise"));
    EXPECT_LT(clicks, 3) << number;
    EXPECT_EQ(wished.size() + calculator.size(), 1) << number;
    EXPECT_TRUE(isShown(QStringLiteral("explanation"))) << number;
    EXPECT_TRUE(isShown(QStringLiteral("part1Reply"))) << number;
  }
  EXPECT_EQ(words(QStringLiteral("exercisesDone")), QStringLiteral("11 of 11 done"));
}

TEST_F(ExercisePanelTest, CalculatorsAnswerThreeExercises) {
  for (const auto& [number, kind] :
       {std::pair{6, CalculatorKind::ParameterCount}, std::pair{8, CalculatorKind::Equations},
        std::pair{10, CalculatorKind::Step}}) {
    panel->openExercise(number);
    QSignalSpy wished(panel.get(), &ExercisePanel::calculatorWished);
    click(QStringLiteral("runExercise"));
    ASSERT_EQ(wished.size(), 1) << number;
    EXPECT_EQ(wished.first().at(0).value<CalculatorKind>(), kind);
  }
}

TEST_F(ExercisePanelTest, TheMeasurementFollowsTheSettingsAndSaysSo) {
  click(QStringLiteral("runExercise"));
  Scenario other = scalar(0.5, 60);
  panel->showTrace(std::make_shared<const Trace>(traceOf(other)));
  EXPECT_TRUE(words(QStringLiteral("measured")).contains(QStringLiteral("running")))
      << "an older trace came in between";
  panel->showTrace(shippedTrace("halving"));
  EXPECT_FALSE(isShown(QStringLiteral("measuredNote")));
  Scenario changed = shippedScenario("halving");
  changed.weights.gain = 0.25;
  panel->showTrace(std::make_shared<const Trace>(traceOf(changed)));
  EXPECT_TRUE(isShown(QStringLiteral("measuredNote")));
  EXPECT_TRUE(words(QStringLiteral("measuredNote")).contains(QStringLiteral("(gain 0.5 → 0.25)")));
  EXPECT_TRUE(words(QStringLiteral("measured")).contains(QStringLiteral("after 17 multip")))
      << words(QStringLiteral("measured")).toStdString();
  changed.weights.gain = 1;
  panel->showTrace(std::make_shared<const Trace>(traceOf(changed)));
  EXPECT_TRUE(words(QStringLiteral("measured")).contains(QStringLiteral("not everything")));
  other.title = "another";
  panel->showTrace(std::make_shared<const Trace>(traceOf(other)));
  EXPECT_FALSE(isShown(QStringLiteral("answerArea")));
}

TEST_F(ExercisePanelTest, ATrainingIsReadAsItGrows) {
  panel->openExercise(2);
  QSignalSpy wished(panel.get(), &ExercisePanel::experimentWished);
  click(QStringLiteral("part1Choice2"));
  click(QStringLiteral("runExercise"));
  ASSERT_EQ(wished.size(), 1);
  EXPECT_EQ(wished.first().at(1).value<ViewKind>(), ViewKind::Training);
  EXPECT_TRUE(wished.first().at(2).toBool());
  auto training = std::get<std::unique_ptr<Training>>(
      startTraining(shippedScenario("training-exercise-2"), BACKFLOW_RESOURCE_FOLDER "/scenarios"));
  training->step();
  panel->showTrainings({std::make_shared<const TrainingHistory>(historyOf(*training))});
  EXPECT_TRUE(words(QStringLiteral("measuredNote")).contains(QStringLiteral("Update 1 of 300")));
  training->step();
  panel->showTrainings({std::make_shared<const TrainingHistory>(historyOf(*training))});
  EXPECT_TRUE(words(QStringLiteral("measured")).contains(QStringLiteral("NaN in update 2")))
      << words(QStringLiteral("measured")).toStdString();
  EXPECT_FALSE(isShown(QStringLiteral("measuredNote")));
}

TEST_F(ExercisePanelTest, ATrainingThatAnotherScenarioReplacesIsNotWaitedFor) {
  panel->openExercise(2);
  click(QStringLiteral("runExercise"));
  panel->showTrace(shippedTrace("training-exercise-2"));
  EXPECT_TRUE(words(QStringLiteral("measured")).contains(QStringLiteral("about to begin")));
  Scenario other = scalar(0.5, 60);
  other.title = "another";
  panel->showTrace(std::make_shared<const Trace>(traceOf(other)));
  EXPECT_FALSE(isShown(QStringLiteral("answerArea")));
}

TEST_F(ExercisePanelTest, TheFarShareWaitsForTheInfluence) {
  panel->openExercise(4);
  followLink(2);
  const auto trace = shippedTrace("every-loss-gain-0.5");
  panel->showTrace(trace);
  EXPECT_TRUE(words(QStringLiteral("measured")).contains(QStringLiteral("running")));
  InfluenceStudy study{trace->scenario, Eigen::MatrixXd::Zero(100, 100)};
  study.norms(50, 50) = 3;
  study.norms(50, 40) = 1;
  panel->showInfluence(std::make_shared<const InfluenceStudy>(study));
  EXPECT_TRUE(words(QStringLiteral("measured")).contains(QStringLiteral("25 %")));
}

TEST_F(ExercisePanelTest, ProgressIsKeptUntilItIsForgotten) {
  panel->openExercise(2);
  click(QStringLiteral("part1Choice3"));
  click(QStringLiteral("runExercise"));
  open();
  EXPECT_EQ(words(QStringLiteral("exercisesDone")), QStringLiteral("1 of 11 done"));
  panel->openExercise(2);
  EXPECT_TRUE(child<QRadioButton>(QStringLiteral("part1Choice3")).isChecked());
  EXPECT_TRUE(isShown(QStringLiteral("explanation")));
  EXPECT_TRUE(child<QComboBox>(QStringLiteral("exerciseChooser"))
                  .currentText()
                  .startsWith(QStringLiteral("● 2")));
  click(QStringLiteral("startOver"));
  EXPECT_TRUE(QTest::qWaitFor(
      [this] { return words(QStringLiteral("exercisesDone")).startsWith(QLatin1Char('0')); }));
  open();
  panel->openExercise(2);
  EXPECT_FALSE(child<QRadioButton>(QStringLiteral("part1Choice3")).isChecked());
  EXPECT_FALSE(isShown(QStringLiteral("explanation")));
}

TEST_F(ExercisePanelTest, WithoutAPredictionItIsMeasuredAndNotDone) {
  for (const char* typed : {"", "abc"}) {
    type(QStringLiteral("part1Field"), QString::fromLatin1(typed));
    click(QStringLiteral("runExercise"));
    panel->showTrace(shippedTrace("halving"));
    EXPECT_TRUE(isShown(QStringLiteral("answerArea"))) << typed;
    EXPECT_FALSE(isShown(QStringLiteral("explanation"))) << typed;
    EXPECT_EQ(words(QStringLiteral("exercisesDone")), QStringLiteral("0 of 11 done")) << typed;
    EXPECT_TRUE(isShown(QStringLiteral("part1Reply"))) << typed;
    EXPECT_TRUE(words(QStringLiteral("part2Reply")).contains(QStringLiteral("No prediction")));
  }
  type(QStringLiteral("part2Field"), QStringLiteral("31"));
  click(QStringLiteral("runExercise")); // one part of two: the explanation would tell the other
  EXPECT_FALSE(isShown(QStringLiteral("explanation")));
  child<QLineEdit>(QStringLiteral("part1Field")).clear();
  type(QStringLiteral("part1Field"), QStringLiteral("30"));

  click(QStringLiteral("runExercise"));
  EXPECT_TRUE(isShown(QStringLiteral("explanation")));
  EXPECT_EQ(words(QStringLiteral("exercisesDone")), QStringLiteral("1 of 11 done"));
}

TEST_F(ExercisePanelTest, AChoiceAfterTheExperimentIsJudgedAtOnce) {
  panel->openExercise(4);
  const QString choice = QStringLiteral("part1Choice2");
  click(choice);
  EXPECT_FALSE(isShown(QStringLiteral("part1Reply"))) << "first the experiment";
  click(QStringLiteral("startOver"));
  QTest::qWait(0);
  click(QStringLiteral("runExercise"));
  EXPECT_EQ(words(QStringLiteral("exercisesDone")), QStringLiteral("0 of 11 done"));
  click(choice);
  EXPECT_FALSE(words(QStringLiteral("part1Reply")).contains(QStringLiteral("✗")))
      << "nothing is measured yet";
  panel->showTrace(shippedTrace("every-loss"));
  click(choice);
  EXPECT_TRUE(words(QStringLiteral("part1Reply")).contains(QStringLiteral("✗")));
  EXPECT_EQ(words(QStringLiteral("exercisesDone")), QStringLiteral("1 of 11 done"));
}

TEST_F(ExercisePanelTest, TheExplanationCanBeRevealedAloneAndIsNoAnswer) {
  click(QStringLiteral("showExplanation"));
  EXPECT_TRUE(isShown(QStringLiteral("explanation")));
  EXPECT_EQ(words(QStringLiteral("exercisesDone")), QStringLiteral("0 of 11 done"));
  click(QStringLiteral("showExplanation"));
  EXPECT_FALSE(isShown(QStringLiteral("explanation")));
}

TEST_F(ExercisePanelTest, SpeaksPortugueseWithoutForgettingTheAnswer) {
  type(QStringLiteral("part1Field"), QStringLiteral("34"));
  useLanguage(QStringLiteral("pt_BR"));
  EXPECT_TRUE(QTest::qWaitFor(
      [this] { return words(QStringLiteral("question")).contains(QStringLiteral("gradiente")); }));
  EXPECT_EQ(child<QLineEdit>(QStringLiteral("part1Field")).text(), QStringLiteral("34"));
  click(QStringLiteral("runExercise"));
  EXPECT_TRUE(words(QStringLiteral("part1Reply")).contains(QStringLiteral("contagem da lista")));
}

TEST_F(ExercisePanelTest, WhatRunsAnExerciseStaysWhereItIs) {
  const auto& run = child<QAbstractButton>(QStringLiteral("runExercise"));
  const auto place = [&] {
    return QRect(run.mapTo(panel.get(), QPoint()), run.size());
  };
  const QRect before = place();
  EXPECT_TRUE(panel->rect().contains(before));
  type(QStringLiteral("part1Field"), QStringLiteral("7"));
  click(QStringLiteral("runExercise"));
  QTest::qWait(50);
  EXPECT_TRUE(child<QLabel>(QStringLiteral("part1Reply")).isVisible());
  EXPECT_EQ(place(), before);
}

TEST_F(ExercisePanelTest, WhoTypesAgainMovesNothing) {
  type(QStringLiteral("part1Field"), QStringLiteral("30"));
  click(QStringLiteral("runExercise"));
  QTest::qWait(50);
  const auto& below = child<QLineEdit>(QStringLiteral("part2Field"));
  const auto place = [&] {
    return below.mapTo(panel.get(), QPoint()).y();
  };
  const int before = place();
  type(QStringLiteral("part1Field"), QStringLiteral("3"));
  QTest::qWait(50);
  EXPECT_EQ(words(QStringLiteral("part1Reply")), QString());
  EXPECT_EQ(place(), before);
}

TEST_F(ExercisePanelTest, ArrowsTurnThePages) {
  EXPECT_FALSE(child<QToolButton>(QStringLiteral("previousExercise")).isEnabled());
  click(QStringLiteral("nextExercise"));
  EXPECT_EQ(panel->openedExercise(), 2);
  panel->openExercise(11);
  EXPECT_FALSE(child<QToolButton>(QStringLiteral("nextExercise")).isEnabled());
  click(QStringLiteral("previousExercise"));
  EXPECT_EQ(panel->openedExercise(), 10);
  panel->openExercise(12);
  EXPECT_EQ(panel->openedExercise(), 10);
}

TEST_F(ExercisePanelTest, ABadBookIsToldInItsPlace) {
  ExercisePanel broken(std::vector{sentenceProblem("exercise-03.json: parts[1].kind", "\"guess\"",
                                                   "is not a kind of question", "give another")},
                       settings());
  const auto* problem = broken.findChild<QLabel*>(QStringLiteral("bookProblem"));
  ASSERT_NE(problem, nullptr);
  EXPECT_TRUE(problem->text().contains(QStringLiteral("exercise-03.json: parts[1].kind")));
  broken.showTrace(shippedTrace("halving"));
  broken.openExercise(3);
  EXPECT_EQ(broken.openedExercise(), 0);
}

TEST(ExerciseText, ReadsNumbersWithGroups) {
  for (const char* text : {"4040400", "4,040,400", "4.040.400", " 4 040 400 "}) {
    EXPECT_EQ(ExerciseText::typedNumber(QString::fromUtf8(text)), 4040400.0) << text;
  }
  EXPECT_EQ(ExerciseText::typedNumber(QStringLiteral("0,999")), 0.999);
  EXPECT_EQ(ExerciseText::typedNumber(QStringLiteral("2.621")), 2.621);
  EXPECT_FALSE(ExerciseText::typedNumber(QStringLiteral("4.040,400,1")));
}

TEST(ExerciseText, SetsSubscripts) {
  EXPECT_TRUE(ExerciseText::rich(QStringLiteral("c_{t−1} & W_hᵀ α_j"))
                  .contains(QStringLiteral("c<sub>t−1</sub> &amp; W<sub>h</sub>ᵀ α<sub>j</sub>")));
}

} // namespace
} // namespace backflow::test
