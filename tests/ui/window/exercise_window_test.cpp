// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/library.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/panel/exercise_panel.h"
#include "ui/plot/norm_plot.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTest>

#include <gtest/gtest.h>

#include <stdexcept>

namespace backflow::test {
namespace {

/// The exercises in the window, from question to measured answer.
class ExerciseWindowTest : public WindowTest {
 protected:
  ExerciseWindowTest() {
    showWindow();
    child<QAction>("exercises").trigger();
  }

  bool waitForMeasured(const char* words) {
    return QTest::qWaitFor(
        [this, words] {
          return child<QLabel>("measured").text().contains(QString::fromUtf8(words));
        },
        30000);
  }
};

TEST_F(ExerciseWindowTest, TheHalvingIsOpenedRunAndMeasured) {
  auto& panel = child<ExercisePanel>("exercisePanel");
  EXPECT_EQ(child<QTabWidget>("rightTabs").currentWidget(), &panel);
  QTest::keyClicks(&child<QLineEdit>("part1Field"), QStringLiteral("33"));
  child<QPushButton>("runExercise").click();
  EXPECT_TRUE(waitForMeasured("after 33 multiplications"));
  EXPECT_TRUE(waitForMeasured("1077 (1078)"));
  EXPECT_EQ(window.state().scenario().title, "Halving: 3 × 0.5 at each step back");
}

TEST_F(ExerciseWindowTest, ATrainingIsPlayedAndMeasured) {
  child<ExercisePanel>("exercisePanel").openExercise(2);
  child<QRadioButton>("part1Choice2").click();
  child<QPushButton>("runExercise").click();
  EXPECT_TRUE(waitForMeasured("NaN in update 2"));
}

TEST_F(ExerciseWindowTest, TheInfluenceIsStudiedAndMeasured) {
  child<ExercisePanel>("exercisePanel").openExercise(4);
  emit child<QLabel>("experimentLinks").linkActivated(QStringLiteral("2"));
  EXPECT_TRUE(waitForMeasured("0.08779 %"));
}

/// Back from a training, the flow is in sight again.
TEST_F(ExerciseWindowTest, TheFlowComesBackForAnExperimentThatIsAboutIt) {
  child<ExercisePanel>("exercisePanel").openExercise(3);
  emit child<QLabel>("experimentLinks").linkActivated(QStringLiteral("12"));
  EXPECT_FALSE(child<NormPlot>("gradientFlow").isVisible());
  child<QPushButton>("runExercise").click();
  EXPECT_TRUE(child<NormPlot>("gradientFlow").isVisible());
  EXPECT_TRUE(waitForMeasured("2.951 × 10⁻⁵"));
}

} // namespace
} // namespace backflow::test
