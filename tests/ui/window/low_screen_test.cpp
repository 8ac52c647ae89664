// SPDX-License-Identifier: GPL-3.0-or-later
// The projector view where type of 20 pt leaves little height for all the rest.
#include "tests/ui/window/window_fixture.h"
#include "ui/panel/pinned_runs_bar.h"
#include "ui/plot/cliff_plot.h"
#include "ui/plot/norm_plot.h"
#include "ui/plot/training_plot.h"
#include "ui/window/main_window.h"
#include "ui/window/training_lab.h"

#include <qcustomplot.h>

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class LowScreenTest : public WindowTest {
 protected:
  LowScreenTest() {
    showWindow();
    EXPECT_TRUE(QTest::qWaitFor([this] { return window.trace() != nullptr; }, 30000));
  }

  void press(Qt::Key key) {
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key);
  }

  /// As a projector of that many pixels would show it.
  void project(const QSize& screen) {
    window.setProjector(true);
    window.setWindowState({});
    window.resize(screen);
    QTest::qWait(100);
    EXPECT_EQ(window.size(), screen);
  }

  /// A run that dies, and beside it the same one clipped, which lives.
  void trainTwo() {
    child<QAction>("training-exercise-2").trigger();
    auto& beside = child<QComboBox>("trainingBeside");
    const int place = beside.findData(static_cast<int>(TrainingVariant::Clipping));
    beside.setCurrentIndex(place);
    emit beside.activated(place);
    child<QPushButton>("trainingPlay").click();
    const auto& lab = child<TrainingLab>("trainingLab");
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
          return lab.trainings().size() == 2 &&
                 lab.trainings()[1]->status != TrainingStatus::Running;
        },
        60000));
  }
};

TEST_F(LowScreenTest, PinnedCurvesStandSideBySideBeforeAClass) {
  for (const double gain : {0.9, 1.2, 1.5}) {
    child<QAction>("pinCurves").trigger();
    window.state().edit("weights.gain",
                        [gain](Scenario& scenario) { scenario.weights.gain = gain; });
    waitForTraceOfTheState();
  }
  const auto& bar = child<PinnedRunsBar>("pinnedRuns");
  const auto lines = [&] {
    return bar.height() / child<QLineEdit>("pin1Name").height();
  };
  EXPECT_EQ(lines(), 3);
  project({1366, 768});
  EXPECT_TRUE(QTest::qWaitFor([&] { return lines() == 1; }, 5000));
  EXPECT_FALSE(child<QAbstractButton>("pin1Load").isVisible());
  EXPECT_GE(child<NormPlot>("gradientFlow").height(), 450);
  window.setProjector(false);
  EXPECT_TRUE(QTest::qWaitFor([&] { return lines() == 3; }, 5000));
  EXPECT_TRUE(child<QAbstractButton>("pin1Load").isVisible());
}

TEST_F(LowScreenTest, OnALowScreenTheCurvesOfTwoTrainingsHaveTheRoom) {
  const auto& lab = child<TrainingLab>("trainingLab");
  const auto& words = child<QLabel>("trainingStanding");
  trainTwo();
  const QString sentences = words.text();
  for (const char* language : {"en", "pt_BR"}) {
    window.setLanguage(QString::fromLatin1(language));
    project({1280, 720});
    const QCustomPlot& plot = child<TrainingPlot>("training").plot();
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return words.height() >= words.heightForWidth(words.width()); }, 5000));
    // On a busy machine the picture comes later than the size.
    // Where of what a training died takes a line more, the curves have less.
    (void)QTest::qWaitFor([&] { return plot.axisRect(0)->height() >= 130; }, 5000);
    EXPECT_GE(plot.axisRect(0)->height(), 130) << language;
    EXPECT_GE(plot.axisRect(1)->height(), 60) << language;
    // Nothing lies over the numbers and words around the curves.
    for (const QCPAxisRect* rect : plot.axisRects()) {
      EXPECT_GT(rect->top(), plot.legend->outerRect().bottom()) << language;
      for (const auto side : {QCPAxis::atLeft, QCPAxis::atRight}) {
        const QCPAxis& axis = *rect->axis(side);
        EXPECT_LE(QFontMetrics(axis.labelFont()).horizontalAdvance(axis.label()), rect->height())
            << axis.label().toStdString();
        EXPECT_LE(axis.ticker()->tickCount() * QFontMetrics(axis.tickLabelFont()).height(),
                  rect->height() + QFontMetrics(axis.tickLabelFont()).height())
            << language;
      }
    }
    // A line for each run, which may take a second one, and all of it in the tooltip.
    EXPECT_EQ(words.text().count(QChar('\n')), 1);
    EXPECT_LE(words.height(), 4 * words.fontMetrics().lineSpacing());
    EXPECT_FALSE(words.text().contains(QChar(u'…'))) << words.text().toStdString();
    EXPECT_GT(words.toolTip().size(), words.text().size());
    EXPECT_FALSE(child<QWidget>("timeSlider").isVisible());
    EXPECT_FALSE(lab.profile()->isVisible());
    EXPECT_GE(words.font().pointSizeF(), 20);
    window.setProjector(false);
  }
  window.setLanguage(QStringLiteral("en"));
  QApplication::processEvents();
  EXPECT_TRUE(child<QWidget>("timeSlider").isVisible());
  EXPECT_TRUE(lab.profile()->isVisible());
  EXPECT_TRUE(child<QWidget>("trainingProgress").isVisible());
  EXPECT_EQ(words.text(), sentences);
}

TEST_F(LowScreenTest, AScreenWithRoomShowsAllOfATraining) {
  trainTwo();
  project({1280, 720});
  EXPECT_FALSE(child<TrainingLab>("trainingLab").profile()->isVisible());
  project({1920, 1080}); // another screen
  EXPECT_TRUE(child<TrainingLab>("trainingLab").profile()->isVisible());
  EXPECT_TRUE(child<QWidget>("trainingProgress").isVisible());
  EXPECT_TRUE(child<QWidget>("timeSlider").isVisible());
  const QString keys = child<QLabel>("projectorKeys").text();
  EXPECT_TRUE(keys.contains(QStringLiteral("PgDn"))) << keys.toStdString();
}

TEST_F(LowScreenTest, OnALowScreenTheCliffHasTheRoom) {
  child<QTabWidget>("lowerTabs").setCurrentIndex(8);
  for (const char* language : {"en", "pt_BR"}) {
    window.setLanguage(QString::fromLatin1(language));
    for (const QSize& screen : {QSize(1280, 720), QSize(1366, 768)}) {
      project(screen);
      const QCustomPlot& plot = child<CliffPlot>("cliff").plot();
      EXPECT_TRUE(QTest::qWaitFor([&] { return plot.axisRect()->height() >= 150; }, 5000))
          << language << " " << screen.width() << ": " << plot.axisRect()->height();
      const auto& sentence = child<QLabel>("cliffSentence");
      EXPECT_TRUE(QTest::qWaitFor(
          [&] { return sentence.height() >= sentence.heightForWidth(sentence.width()); }, 5000))
          << language << ": " << sentence.height();
    }
  }
  window.setLanguage(QStringLiteral("en"));
}

TEST_F(LowScreenTest, WhereATabNeedsTheHeightHTellsTheKeys) {
  child<QTabWidget>("lowerTabs").setCurrentWidget(&child<QWidget>("trainingLab"));
  project({1280, 720});
  const auto& keys = child<QLabel>("projectorKeys");
  EXPECT_TRUE(keys.isVisible());
  EXPECT_FALSE(keys.text().contains(QStringLiteral("⇧G")));
  press(Qt::Key_H);
  EXPECT_TRUE(keys.text().contains(QStringLiteral("⇧G")));
  press(Qt::Key_H);
  EXPECT_FALSE(keys.text().contains(QStringLiteral("⇧G")));
  press(Qt::Key_L); // the flow comes back, and with it all keys
  EXPECT_TRUE(keys.text().contains(QStringLiteral("⇧G")));
}

TEST_F(LowScreenTest, TheStripsGoWithTheNextScenarioAndNotWithAPause) {
  const auto& flow = child<QWidget>("gradientFlow");
  project({1280, 720});
  const int before = flow.height();
  press(Qt::Key_Space);
  press(Qt::Key_Space);
  EXPECT_TRUE(child<QWidget>("unroll").isVisible()) << "paused";
  press(Qt::Key_G);
  EXPECT_TRUE(child<QWidget>("unroll").isVisible()) << "another gain";
  press(Qt::Key_Space);
  press(Qt::Key_PageDown);
  EXPECT_TRUE(child<QWidget>("unroll").isVisible()) << "playing on";
  press(Qt::Key_Space);
  press(Qt::Key_PageDown);
  EXPECT_FALSE(child<QWidget>("unroll").isVisible());
  EXPECT_TRUE(QTest::qWaitFor([&] { return flow.height() == before; }, 3000)) << flow.height();
  press(Qt::Key_L);
  EXPECT_TRUE(child<QTabWidget>("lowerTabs").tabBar()->isVisible());
}

TEST_F(LowScreenTest, AScenarioToTrainEndsPlayingRatherThanTrainInAStrip) {
  project({1280, 720});
  press(Qt::Key_Space);
  EXPECT_TRUE(child<QWidget>("unroll").isVisible());
  child<QAction>("training-exercise-2").trigger();
  EXPECT_FALSE(child<QWidget>("trainingLab").isVisible());
  press(Qt::Key_L);
  EXPECT_TRUE(child<QWidget>("trainingLab").isVisible());
  EXPECT_TRUE(child<QTabWidget>("lowerTabs").tabBar()->isVisible());
}

} // namespace
} // namespace backflow::test
