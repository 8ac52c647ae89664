// SPDX-License-Identifier: GPL-3.0-or-later
// Old screens of 1024 pixels, and larger type of the desktop, which makes a screen smaller still.
#include "tests/ui/window/window_fixture.h"
#include "ui/plot/norm_plot.h"
#include "ui/text/language.h"
#include "ui/window/main_window.h"
#include "ui/window/training_lab.h"

#include <qcustomplot.h>

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTest>
#include <QToolBar>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

/// 1024 x 768 pixels, and what is left of them with type half as large again.
constexpr QSize oldScreen(1024, 768);
constexpr QSize oldScreenInLargeType(683, 512);
constexpr QSize commonScreen(1280, 720);

class SmallScreenTest : public WindowTest {
 protected:
  SmallScreenTest() {
    showWindow();
    child<QAction>("training-exercise-2").trigger();
    waitForTraceOfTheState();
  }
  ~SmallScreenTest() override { window.setLanguage(QStringLiteral("en")); }

  void take(const QSize& screen) {
    window.setWindowState({});
    // Twice: the first brings smaller type, with which the window can be smaller.
    for (int time = 0; time < 2; ++time) {
      window.resize(screen);
      QTest::qWait(50);
    }
  }

  void project(const QSize& screen) {
    window.setProjector(true);
    take(screen);
  }

  /// Brings each tab forward, and asks whether the window still fits the screen.
  void expectEveryTabFits(const QSize& screen) {
    auto& tabs = child<QTabWidget>("lowerTabs");
    for (int tab = 0; tab < tabs.count(); ++tab) {
      tabs.setCurrentIndex(tab);
      QTest::qWait(50);
      const std::string name = currentLanguage().toStdString() + ", " +
                               tabs.tabText(tab).toStdString() + " in " +
                               std::to_string(screen.width());
      EXPECT_EQ(window.size(), screen) << name;
      EXPECT_LE(window.minimumSizeHint().width(), screen.width()) << name;
      EXPECT_LE(window.minimumSizeHint().height(), screen.height()) << name;
    }
    tabs.setCurrentWidget(&child<QWidget>("trainingLab"));
  }
};

TEST_F(SmallScreenTest, LegendsLeaveThePlotsTheirRoom) {
  window.setLanguage(QStringLiteral("pt_BR"));
  take(oldScreen);
  const auto linesOfLegend = [&](const char* scenario, const char* view) {
    window.openFile(libraryEntry(scenario)->file);
    waitForTraceOfTheState();
    QCustomPlot& plot = child<NormPlot>(view).plot();
    plot.replot();
    EXPECT_GT(plot.axisRect()->height(), 2 * plot.fontMetrics().height()) << view;
    return plot.legend->rowCount();
  };
  EXPECT_LE(linesOfLegend("lstm-forget-0", "gradientFlow"), 3);
  EXPECT_LE(linesOfLegend("clipping-too-late", "parameterGradient"), 1);
}

TEST_F(SmallScreenTest, EveryTabFits) {
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    for (const QSize& screen : {oldScreen, oldScreenInLargeType}) {
      take(screen);
      expectEveryTabFits(screen);
    }
  }
}

TEST_F(SmallScreenTest, EveryTabFitsBeforeAClass) {
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    for (const QSize& screen : {oldScreen, oldScreenInLargeType}) {
      project(screen);
      expectEveryTabFits(screen);
      QTest::keyClick(&window, Qt::Key_W);
      QTest::qWait(50);
      EXPECT_EQ(window.size(), screen) << "with what happened beside the training";
      QTest::keyClick(&window, Qt::Key_W);
      window.setProjector(false);
    }
  }
}

TEST_F(SmallScreenTest, WhatIsComparedFits) {
  child<QAction>("pinCurves").trigger();
  child<QAction>("seedBand").trigger();
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    for (const QSize& screen : {oldScreen, oldScreenInLargeType}) {
      take(screen);
      EXPECT_EQ(window.size(), screen) << language.name.toStdString();
      child<QTabWidget>("lowerTabs").setCurrentIndex(0);
      QTest::qWait(50);
      EXPECT_EQ(window.size(), screen) << language.name.toStdString();
      const auto& news = child<QWidget>("seedProgress");
      EXPECT_LE(news.geometry().bottom(), child<QWidget>("pinnedRuns").geometry().top());
      EXPECT_GE(news.width(), news.minimumSizeHint().width());
    }
  }
}

TEST_F(SmallScreenTest, WhatTrainsIsWholeInItsPanel) {
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    take(oldScreen);
    const auto& panel = child<QScrollArea>("controlScroll");
    EXPECT_LE(panel.widget()->width(), panel.viewport()->width()) << language.name.toStdString();
    const QRect lab = child<QWidget>("trainingLab").rect();
    for (const char* name : {"trainingPlay", "trainingStep", "trainingStop", "trainingSpeed",
                             "trainingBeside", "trainingSave"}) {
      const auto& control = child<QWidget>(name);
      const QPoint corner = control.mapTo(&child<QWidget>("trainingLab"), QPoint());
      EXPECT_TRUE(lab.contains(QRect(corner, control.size()))) << name;
      EXPECT_GE(control.width(), control.minimumSizeHint().width()) << name;
    }
  }
  // In a window too narrow for a row, the panel can be pushed aside.
  EXPECT_NE(child<QScrollArea>("controlScroll").horizontalScrollBarPolicy(),
            Qt::ScrollBarAlwaysOff);
}

TEST_F(SmallScreenTest, ThePlotsAreWiderThanThePanelsBesideThem) {
  child<QTabWidget>("lowerTabs").setCurrentIndex(0);
  for (const QSize& screen : {oldScreen, QSize(820, 614)}) {
    take(screen);
    const int plots = child<QWidget>("gradientFlow").width();
    EXPECT_GT(plots, child<QWidget>("rightTabs").width()) << screen.width();
    EXPECT_GT(plots, child<QWidget>("controlScroll").width()) << screen.width();
  }
}

TEST_F(SmallScreenTest, InALowWindowTheCurvesOfATrainingKeepTheirRoom) {
  child<QPushButton>("trainingPlay").click();
  const auto& words = child<QLabel>("trainingStanding");
  EXPECT_TRUE(QTest::qWaitFor([&] { return child<QWidget>("trainingRescue").isVisible(); }, 30000));
  for (const QSize& screen : {oldScreenInLargeType, QSize(853, 533)}) {
    take(screen);
    const auto& curves = child<QWidget>("training");
    EXPECT_GE(curves.height(), 120) << screen.width();
    EXPECT_GE(words.height(), words.heightForWidth(words.width())) << screen.width();
  }
  take(commonScreen);
  EXPECT_TRUE(child<QWidget>("trainingProgress").isVisible());
  EXPECT_TRUE(child<QWidget>("trainingProfile").isVisible());
}

TEST_F(SmallScreenTest, TheLanguageCanAlwaysBeChosen) {
  for (const Language& present : languages()) {
    window.setLanguage(present.code);
    for (const QSize& screen : {oldScreen, oldScreenInLargeType}) {
      take(screen);
      for (const Language& language : languages()) {
        const QByteArray action = "language_" + language.code.toLatin1();
        const QWidget* button =
            child<QToolBar>("switches").widgetForAction(&child<QAction>(action.constData()));
        ASSERT_NE(button, nullptr);
        EXPECT_TRUE(button->isVisible());
        EXPECT_TRUE(window.rect().contains(QRect(button->mapTo(&window, QPoint()), button->size())))
            << action.toStdString() << " in " << screen.width();
        EXPECT_GE(button->width(), button->sizeHint().width());
        EXPECT_EQ(button->accessibleName(), language.name);
        EXPECT_EQ(button->toolTip(), language.name);
      }
    }
  }
}

TEST_F(SmallScreenTest, ExportAndTheProjectorAreInSightAndSayWhatTheyAre) {
  const QFont usual = QApplication::font();
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    for (const double larger : {1.0, 1.25, 1.5}) {
      QFont type = usual;
      type.setPointSizeF(usual.pointSizeF() * larger);
      QApplication::setFont(type);
      for (const QSize& screen : {oldScreen, QSize(1366, 768)}) {
        take(screen);
        EXPECT_EQ(window.width(), screen.width());
        for (const char* name : {"export", "projector"}) {
          auto& action = child<QAction>(name);
          const QWidget* button = child<QToolBar>("switches").widgetForAction(&action);
          ASSERT_NE(button, nullptr) << name;
          const std::string place = std::string(name) + ", " + language.code.toStdString() +
                                    " in " + std::to_string(screen.width()) + ", type × " +
                                    std::to_string(larger);
          EXPECT_TRUE(button->isVisible()) << place;
          EXPECT_TRUE(
              window.rect().contains(QRect(button->mapTo(&window, QPoint()), button->size())))
              << place;
          EXPECT_GE(button->width(), button->sizeHint().width()) << place;
        }
      }
    }
    QApplication::setFont(usual);
  }
}

TEST_F(SmallScreenTest, InLargeTypeExportAndTheProjectorAreStillInSight) {
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    for (const QSize& screen : {QSize(819, 614), oldScreenInLargeType}) {
      take(screen);
      for (const char* name : {"export", "projector"}) {
        const QWidget* button = child<QToolBar>("switches").widgetForAction(&child<QAction>(name));
        ASSERT_NE(button, nullptr) << name;
        EXPECT_TRUE(button->isVisible()) << name;
        EXPECT_TRUE(window.rect().contains(QRect(button->mapTo(&window, QPoint()), button->size())))
            << name << " in " << screen.width();
      }
    }
  }
}

TEST_F(SmallScreenTest, At1024PixelsNoButtonOfTheToolBarHides) {
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    take(oldScreen);
    auto& bar = child<QToolBar>("toolBar");
    for (QAction* action : bar.actions()) {
      if (const QWidget* button = bar.widgetForAction(action); !action->isSeparator()) {
        EXPECT_TRUE(button->isVisible()) << action->text().toStdString();
      }
    }
    for (const char* name : {"undo", "redo"}) {
      auto& action = child<QAction>(name);
      EXPECT_EQ(bar.widgetForAction(&action)->accessibleName(), action.text());
      EXPECT_TRUE(action.toolTip().startsWith(action.text() + QStringLiteral(" (")));
    }
  }
}

TEST_F(SmallScreenTest, BeforeAClassBothTrainingsAreToldWhole) {
  child<QAction>("training-adding-rnn").trigger();
  auto& pair = child<TrainingLab>("trainingLab").pair();
  pair.chooseVariant(TrainingVariant::Clipping);
  pair.play();
  const auto hasLook = [](const TrainingRun& run) {
    return run.history() && run.history()->made() >= 50; // held-out sequences are looked at then
  };
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return hasLook(pair.first()) && hasLook(pair.second()); }, 60000));
  pair.pause();
  const auto& words = child<QLabel>("trainingStanding");
  for (const Language& language : languages()) {
    window.setLanguage(language.code);
    for (const QSize& screen : {oldScreen, QSize(1366, 768), oldScreenInLargeType}) {
      project(screen);
      EXPECT_EQ(window.size(), screen);
      const std::string text = words.text().toStdString() + " in " + std::to_string(screen.width());
      EXPECT_EQ(words.text().count(QChar('\n')), 1) << text;
      EXPECT_FALSE(words.text().contains(QChar(u'…'))) << text;
      EXPECT_TRUE(QTest::qWaitFor(
          [&] { return words.height() >= words.heightForWidth(words.width()); }, 5000))
          << text;
      EXPECT_EQ(words.toolTip().count(QChar('\n')), 1);
      EXPECT_GE(child<QWidget>("training").height(), 100) << text;
      window.setProjector(false);
    }
  }
}

TEST_F(SmallScreenTest, BeforeAClassTheKeysGoAndThenTheTypeShrinks) {
  const auto& slider = child<QWidget>("gainSlider");
  const auto& keys = child<QLabel>("projectorKeys");
  child<QTabWidget>("lowerTabs").setCurrentIndex(0);
  project(commonScreen);
  EXPECT_DOUBLE_EQ(slider.font().pointSizeF(), 20);
  EXPECT_TRUE(keys.text().contains(QStringLiteral("⇧G")));
  take(oldScreenInLargeType);
  EXPECT_LT(slider.font().pointSizeF(), 15);
  EXPECT_LT(child<QWidget>("clipMode").font().pointSizeF(), 15);
  EXPECT_FALSE(keys.text().contains(QStringLiteral("⇧G")));
  EXPECT_TRUE(keys.text().contains(QStringLiteral("PgDn")));
  take(commonScreen);
  EXPECT_DOUBLE_EQ(slider.font().pointSizeF(), 20);
}

TEST_F(SmallScreenTest, WhereATrainingIsShownItsKeysAreNamed) {
  const auto& keys = child<QLabel>("projectorKeys");
  for (const QSize& screen : {commonScreen, QSize(1920, 1080)}) {
    project(screen);
    for (const char* key : {"F5", "F6", "<b>L</b>", "PgDn", "<b>H</b>"}) {
      EXPECT_TRUE(keys.text().contains(QString::fromLatin1(key))) << key;
    }
  }
  QTest::keyClick(&window, Qt::Key_L);
  EXPECT_FALSE(keys.text().contains(QStringLiteral("F5")));
}

} // namespace
} // namespace backflow::test
