// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/window/projector_view.h"

#include "ui/panel/caption_line.h"
#include "ui/panel/choice_box.h"
#include "ui/plot/norm_plot.h"
#include "ui/window/key_list.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"

#include <qcustomplot.h>

#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QSlider>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <gtest/gtest.h>

#include <vector>

namespace backflow::test {
namespace {

class ProjectorViewTest : public WindowTest {
 protected:
  ProjectorViewTest() {
    showWindow();
    EXPECT_TRUE(QTest::qWaitFor([this] { return window.trace() != nullptr; }, 30000));
  }

  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key, modifiers);
  }

  const Scenario& scenario() { return window.state().scenario(); }

  /// Where the parts of the window stand, once it is laid out.
  std::vector<QRect> places() {
    QApplication::processEvents();
    std::vector<QRect> result;
    for (const char* name :
         {"gainSlider", "gainField", "hiddenField", "inputCombo", "initCombo", "seedField",
          "lossSeedField", "lossScaleField", "rightTabs", "gradientFlow", "timeSlider"}) {
      QWidget& widget = child<QWidget>(name);
      result.emplace_back(widget.mapTo(&window, QPoint()), widget.size());
    }
    return result;
  }

  void expectPlaces(const std::vector<QRect>& before) {
    EXPECT_TRUE(QTest::qWaitFor([&] { return places() == before; }, 3000));
    const std::vector<QRect> after = places();
    for (std::size_t k = 0; k < before.size(); ++k) {
      EXPECT_EQ(after[k], before[k])
          << k << ": " << after[k].x() << "," << after[k].y() << "+" << after[k].width() << "x"
          << after[k].height() << " was " << before[k].x() << "," << before[k].y() << "+"
          << before[k].width() << "x" << before[k].height();
    }
  }
};

TEST_F(ProjectorViewTest, F11FoldsThePanelsAwayAndBringsThemBack) {
  child<QAction>("projector").trigger();
  for (const char* name : {"toolBar", "controlScroll", "eventList", "lowerTabs"}) {
    EXPECT_FALSE(child<QWidget>(name).isVisible()) << name;
  }
  EXPECT_FALSE(window.menuBar()->isVisible());
  EXPECT_TRUE(child<QWidget>("gradientFlow").isVisible());
  EXPECT_TRUE(child<QSlider>("gainSlider").isVisible());
  EXPECT_TRUE(child<QSlider>("clipSlider").isVisible());
  EXPECT_TRUE(child<QSlider>("truncationSlider").isVisible());
  EXPECT_TRUE(child<QWidget>("timeSlider").isVisible());
  EXPECT_TRUE(window.windowState().testFlag(Qt::WindowFullScreen));
  // Legible from the last row.
  window.resize(1280, 720);
  EXPECT_GE(child<NormPlot>("gradientFlow").plot().xAxis->tickLabelFont().pointSizeF(), 18);
  EXPECT_GE(child<QWidget>("gainSlider").font().pointSizeF(), 20);

  child<QAction>("projector").trigger();
  for (const char* name : {"toolBar", "controlScroll", "eventList", "lowerTabs"}) {
    EXPECT_TRUE(child<QWidget>(name).isVisible()) << name;
  }
  EXPECT_TRUE(window.menuBar()->isVisible());
  EXPECT_FALSE(child<QWidget>("projectorView").isVisible());
  EXPECT_TRUE(child<QSlider>("gainSlider").isVisible());
  EXPECT_LT(child<QWidget>("gainSlider").font().pointSizeF(), 20);
}

TEST_F(ProjectorViewTest, TheWindowIsAfterwardsAsItWasBefore) {
  const std::vector<QRect> before = places();
  const QSize size = window.size();
  child<QAction>("projector").trigger();
  places();
  press(Qt::Key_Left); // the reading at the time cursor is written anew in large type
  press(Qt::Key_Right);
  places();
  child<QAction>("projector").trigger();
  window.setWindowState({});
  window.resize(size);
  expectPlaces(before);
}

TEST_F(ProjectorViewTest, RowsThatCameMeanwhileLeaveNoGaps) {
  const std::vector<QRect> before = places();
  const QSize size = window.size();
  const auto setLossGradient = [this](std::vector<double> gradient) {
    window.state().edit({}, [&](Scenario& changed) { changed.loss.gradient = gradient; });
    window.state().endEdit();
    places();
  };
  child<QAction>("projector").trigger();
  places();
  setLossGradient(std::vector<double>(static_cast<std::size_t>(scenario().network.hidden), 0.1));
  setLossGradient({});
  child<QAction>("projector").trigger();
  window.setWindowState({});
  window.resize(size);
  expectPlaces(before);
}

TEST_F(ProjectorViewTest, EveryMainSliderHasItsKeys) {
  child<QAction>("projector").trigger();
  const double gain = scenario().weights.gain;
  press(Qt::Key_G);
  EXPECT_GT(scenario().weights.gain, gain);
  press(Qt::Key_G, Qt::ShiftModifier);
  EXPECT_DOUBLE_EQ(scenario().weights.gain, gain);
  press(Qt::Key_C);
  ASSERT_TRUE(scenario().clip);
  const double threshold = scenario().clip->threshold;
  press(Qt::Key_C, Qt::ShiftModifier);
  EXPECT_LT(scenario().clip->threshold, threshold);
  press(Qt::Key_V);
  EXPECT_FALSE(scenario().clip);
  press(Qt::Key_K);
  ASSERT_TRUE(scenario().unroll.truncation);
  const int length = scenario().unroll.truncation->length;
  press(Qt::Key_K, Qt::ShiftModifier);
  EXPECT_LT(scenario().unroll.truncation->length, length);
  press(Qt::Key_J);
  EXPECT_FALSE(scenario().unroll.truncation);
}

TEST_F(ProjectorViewTest, TimeScenarioAndPanelsHaveKeysToo) {
  child<QAction>("projector").trigger();
  window.resize(1280, 720);
  const int t = child<QSlider>("timeSlider").value();
  press(Qt::Key_Left);
  EXPECT_EQ(child<QSlider>("timeSlider").value(), t - 1);
  press(Qt::Key_Left, Qt::ShiftModifier);
  EXPECT_EQ(child<QSlider>("timeSlider").value(), t - 11);
  press(Qt::Key_PageDown);
  const QString first = QString::fromStdString(scenario().title);
  press(Qt::Key_PageDown);
  EXPECT_NE(QString::fromStdString(scenario().title), first);
  press(Qt::Key_PageUp);
  EXPECT_EQ(QString::fromStdString(scenario().title), first);
  press(Qt::Key_L);
  EXPECT_TRUE(child<QWidget>("lowerTabs").isVisible());
  press(Qt::Key_W);
  EXPECT_TRUE(child<QWidget>("eventList").isVisible());
  press(Qt::Key_H);
  EXPECT_FALSE(child<QLabel>("projectorKeys").isVisible());
  press(Qt::Key_Escape);
  EXPECT_FALSE(child<QWidget>("projectorView").isVisible());
}

TEST_F(ProjectorViewTest, ARemoteControlTurnsThePageWhileASliderHasTheFocus) {
  child<QAction>("projector").trigger();
  press(Qt::Key_PageDown);
  const double gain = scenario().weights.gain;
  const std::string first = scenario().title;
  child<QSlider>("gainSlider").setFocus();
  press(Qt::Key_PageDown);
  EXPECT_NE(scenario().title, first);
  child<QSlider>("gainSlider").setFocus();
  press(Qt::Key_PageUp);
  EXPECT_EQ(scenario().title, first);
  EXPECT_EQ(scenario().weights.gain, gain);
  press(Qt::Key_Escape);
  child<QSlider>("gainSlider").setFocus();
  press(Qt::Key_PageUp);
  EXPECT_GT(scenario().weights.gain, gain) << "as sliders do out of class";
}

TEST_F(ProjectorViewTest, AnOfferWaitsForTheEndOfTheClassWhateverIsShown) {
  auto& message = child<MessageBar>("messageBar");
  int accepted = 0;
  message.offer(QStringLiteral("Left behind."), QStringLiteral("Go on"), QStringLiteral("Discard"),
                [&](bool is) { accepted += is ? 1 : 10; });
  child<QAction>("projector").trigger();
  EXPECT_EQ(message.text(), QString());
  press(Qt::Key_PageDown);
  EXPECT_FALSE(child<QPushButton>("messageAccept").isVisible());
  press(Qt::Key_Escape);
  EXPECT_EQ(message.text(), QStringLiteral("Left behind."));
  child<QPushButton>("messageAccept").click();
  EXPECT_EQ(accepted, 1);
  EXPECT_EQ(message.text(), QString());
}

TEST_F(ProjectorViewTest, TheFlowNamesTheScenarioThatNoTitleBarNames) {
  const auto title = [this] {
    return child<NormPlot>("gradientFlow").plot().findChild<QCPTextElement*>()->text();
  };
  window.begin();
  waitForTraceOfTheState();
  EXPECT_EQ(title(), QStringLiteral("Gradient flow"));
  window.setProjector(true);
  window.setWindowState({});
  window.resize(1920, 1080);
  press(Qt::Key_PageDown);
  waitForTraceOfTheState();
  EXPECT_TRUE(title().endsWith(QString::fromStdString(scenario().title))) << title().toStdString();
  press(Qt::Key_G);
  waitForTraceOfTheState();
  EXPECT_TRUE(title().contains(QStringLiteral("Changed from “"))) << title().toStdString();
  window.setProjector(false);
  EXPECT_EQ(title(), QStringLiteral("Gradient flow"));
}

TEST_F(ProjectorViewTest, ATabThatNeedsTheRoomStaysInSightAndFoldedAwayGivesItBack) {
  child<QTabWidget>("lowerTabs").setCurrentWidget(&child<QWidget>("trainingLab"));
  child<QAction>("projector").trigger();
  EXPECT_TRUE(child<QWidget>("lowerTabs").isVisible());
  EXPECT_FALSE(child<QWidget>("gradientFlow").isVisible());
  press(Qt::Key_L);
  EXPECT_FALSE(child<QWidget>("lowerTabs").isVisible());
  EXPECT_TRUE(child<QWidget>("gradientFlow").isVisible());
}

TEST_F(ProjectorViewTest, PlayingLeavesTheFlowItsHeight) {
  auto& flow = child<NormPlot>("gradientFlow");
  child<QAction>("projector").trigger();
  window.setWindowState({});
  window.resize(1280, 720);
  QApplication::processEvents();
  const int before = flow.height();
  press(Qt::Key_Space);
  QTest::qWait(100);
  EXPECT_TRUE(child<QWidget>("unroll").isVisible());
  EXPECT_EQ(window.height(), 720);
  EXPECT_GE(flow.height(), 220);
  EXPECT_GE(flow.height(), 2 * before / 3);
  EXPECT_GE(flow.plot().axisRect()->height(), 120);
  // In full below, it is half of all at least.
  press(Qt::Key_L);
  QTest::qWait(100);
  EXPECT_TRUE(child<QTabWidget>("lowerTabs").tabBar()->isVisible());
  press(Qt::Key_L);
  EXPECT_FALSE(child<QWidget>("unroll").isVisible());
}

TEST_F(ProjectorViewTest, OnALowScreenThePlotsBelowTakeTheFlowsPlace) {
  press(Qt::Key_F11);
  window.resize(1280, 720);
  const auto& flow = child<QWidget>("gradientFlow");
  const auto& lower = child<QWidget>("lowerTabs");
  press(Qt::Key_L);
  EXPECT_TRUE(lower.isVisible());
  EXPECT_FALSE(flow.isVisible());
  const auto& header = child<QToolButton>("showFlow");
  press(Qt::Key_PageDown);
  EXPECT_TRUE(header.text().contains(QString::fromStdString(scenario().title)))
      << header.text().toStdString();
  child<QToolButton>("showFlow").click();
  EXPECT_FALSE(lower.isVisible());
  EXPECT_TRUE(flow.isVisible());
  press(Qt::Key_L);
  window.resize(1920, 1200); // another screen
  EXPECT_TRUE(lower.isVisible());
  EXPECT_TRUE(flow.isVisible());
  press(Qt::Key_L);
  EXPECT_FALSE(lower.isVisible());
}

TEST_F(ProjectorViewTest, PinnedCurvesAreNamedWithoutWhatArrangesThem) {
  child<QAction>("pinCurves").trigger();
  child<QAction>("seedBand").trigger();
  const auto& removeAll = child<QWidget>("pinsRemoveAll");
  EXPECT_TRUE(removeAll.isVisible());
  press(Qt::Key_F11);
  EXPECT_TRUE(child<QWidget>("pinnedRuns").isVisible());
  EXPECT_FALSE(removeAll.isVisible());
  EXPECT_FALSE(child<QWidget>("seedCount").isVisible());
  press(Qt::Key_F11);
  EXPECT_TRUE(removeAll.isVisible());
  EXPECT_TRUE(child<QWidget>("seedCount").isVisible());
}

TEST_F(ProjectorViewTest, PlotsBelowTakeOnlyTheRoomThatTheirTabNeeds) {
  window.setLanguage(QStringLiteral("pt_BR"));
  child<QAction>("projector").trigger();
  window.setWindowState({});
  window.resize(1280, 720);
  press(Qt::Key_L);
  QTest::qWait(100);
  EXPECT_TRUE(child<QTabWidget>("lowerTabs").tabBar()->isVisible());
  EXPECT_EQ(window.size(), QSize(1280, 720));
  EXPECT_GE(child<NormPlot>("states").plot().axisRect()->height(), 60);
  EXPECT_GE(child<NormPlot>("parameterGradient").plot().axisRect()->height(), 60);
  window.setLanguage(QStringLiteral("en"));
}

TEST_F(ProjectorViewTest, WShowsWhatHappenedWithRoomToReadIt) {
  auto& tabs = child<QTabWidget>("rightTabs");
  tabs.setCurrentWidget(&child<QWidget>("exercisePanel"));
  const bool wasFolded = !child<QToolButton>("foldInspector").isChecked();
  child<QAction>("projector").trigger();
  window.setWindowState({});
  window.resize(1280, 720);
  press(Qt::Key_W);
  QTest::qWait(100);
  EXPECT_TRUE(child<QWidget>("eventList").isVisible());
  EXPECT_EQ(window.size(), QSize(1280, 720));
  const auto& summary = child<QLabel>("summary");
  EXPECT_TRUE(!summary.isVisible() || summary.height() >= summary.heightForWidth(summary.width()));
  EXPECT_GE(child<QWidget>("eventList").height(), 220);
  // The cursor can still be dragged.
  auto& slider = child<QWidget>("timeSlider");
  EXPECT_TRUE(QTest::qWaitFor([&] { return slider.width() >= 200; }, 3000)) << slider.width();
  press(Qt::Key_W);
  EXPECT_FALSE(tabs.isVisible());
  child<QAction>("projector").trigger();
  EXPECT_EQ(tabs.currentWidget(), &child<QWidget>("exercisePanel"));
  EXPECT_EQ(!child<QToolButton>("foldInspector").isChecked(), wasFolded);
}

TEST_F(ProjectorViewTest, NothingUnderTheSlidersIsCut) {
  for (const char* language : {"en", "pt_BR"}) {
    window.setLanguage(QString::fromLatin1(language));
    child<QAction>("projector").setChecked(false);
    window.setProjector(true);
    window.setWindowState({});
    window.resize(1280, 720);
    press(Qt::Key_G); // the button that puts back takes its room
    press(Qt::Key_C);
    press(Qt::Key_K);
    waitForTraceOfTheState();
    QTest::qWait(100);
    EXPECT_EQ(window.size(), QSize(1280, 720)) << language;
    press(Qt::Key_Space);
    QTest::qWait(50);
    EXPECT_EQ(window.size(), QSize(1280, 720)) << language << ", playing";
    press(Qt::Key_Space);
    for (const char* name : {"gainSlider", "clipSlider", "truncationSlider"}) {
      for (const auto* line : child<QWidget>(name).parentWidget()->findChildren<CaptionLine*>()) {
        EXPECT_FALSE(line->shownText().contains(QChar(u'…'))) << line->shownText().toStdString();
      }
    }
    for (const char* name : {"clipMode", "truncationMode"}) {
      auto& box = child<ChoiceBox>(name);
      EXPECT_GE(box.width(), box.widthOfChoice()) << language << " " << name;
    }
    window.setProjector(false);
  }
  window.setLanguage(QStringLiteral("en"));
}

/// Old projectors are no wider.
TEST_F(ProjectorViewTest, At1024PixelsTheModesAreWhole) {
  for (const char* language : {"en", "pt_BR"}) {
    window.setLanguage(QString::fromLatin1(language));
    window.resize(1024, 768);
    window.setProjector(true);
    window.setWindowState({});
    window.resize(1024, 768);
    QTest::qWait(100);
    EXPECT_EQ(window.width(), 1024) << language;
    for (const char* name : {"clipMode", "truncationMode"}) {
      auto& box = child<ChoiceBox>(name);
      EXPECT_GE(box.width(), box.widthOfChoice()) << language << " " << name;
    }
    window.setProjector(false);
  }
  window.setLanguage(QStringLiteral("en"));
}

TEST_F(ProjectorViewTest, At1024PixelsNoNoteOnTheGainIsCut) {
  for (const char* language : {"en", "pt_BR"}) {
    window.setLanguage(QString::fromLatin1(language));
    for (const CellKind cell : {CellKind::Rnn, CellKind::Gru, CellKind::Lstm}) {
      for (const double gain : {0.9, 999.0}) {
        window.state().edit({}, [&](Scenario& changed) {
          changed.network.cell = cell;
          changed.weights.gain = gain;
        });
        window.state().endEdit();
        for (const int width : {1024, 1366}) {
          window.setProjector(true);
          window.setWindowState({});
          window.resize(width, 768);
          QTest::qWait(50);
          ASSERT_EQ(window.width(), width);
          const auto* note = child<QWidget>("gainSlider").parentWidget()->findChild<CaptionLine*>();
          EXPECT_FALSE(note->shownText().isEmpty());
          EXPECT_FALSE(note->shownText().contains(QChar(u'…')))
              << note->shownText().toStdString() << " in " << width;
          window.setProjector(false);
        }
      }
    }
  }
  window.setLanguage(QStringLiteral("en"));
}

TEST_F(ProjectorViewTest, OnALowScreenTheFlowComesBackAfterATraining) {
  window.openFile(libraryEntry("training-exercise-2")->file);
  child<QAction>("projector").trigger();
  window.setWindowState({});
  window.resize(1280, 720);
  EXPECT_FALSE(child<QWidget>("gradientFlow").isVisible());
  window.openFile(libraryEntry("halving")->file);
  EXPECT_TRUE(child<QWidget>("gradientFlow").isVisible());
  EXPECT_FALSE(child<QWidget>("lowerTabs").isVisible());
  child<QAction>("projector").trigger();
}

TEST_F(ProjectorViewTest, TheListOfKeysIsAsLargeAsTheRest) {
  child<QAction>("projector").trigger();
  window.setWindowState({});
  window.resize(1280, 720);
  child<QAction>("keys").trigger();
  auto& list = child<KeyList>("keyList");
  EXPECT_TRUE(window.rect().contains(list.geometry()));
  for (const QLabel* label : list.findChildren<QLabel*>()) {
    EXPECT_GE(label->font().pointSizeF(), 13) << label->text().toStdString();
  }
  EXPECT_GE(list.height(), list.sizeHint().height());
  child<QAction>("projector").trigger();
  child<QAction>("keys").trigger();
  EXPECT_LT(list.font().pointSizeF(), 12);
}

TEST_F(ProjectorViewTest, OutsideOfItLettersDoNothing) {
  const Scenario before = scenario();
  press(Qt::Key_G);
  press(Qt::Key_C);
  EXPECT_EQ(scenario(), before);
}

TEST_F(ProjectorViewTest, F1ListsTheKeysThatTheActionsHave) {
  child<QAction>("keys").trigger();
  auto& list = child<KeyList>("keyList");
  ASSERT_TRUE(list.isVisible());
  QStringList words;
  for (const QLabel* label : list.findChildren<QLabel*>()) {
    words += label->text();
  }
  for (const QAction* action : window.actions()) {
    if (!action->shortcut().isEmpty()) {
      EXPECT_TRUE(words.contains(action->shortcut().toString(QKeySequence::NativeText)))
          << action->objectName().toStdString();
    }
  }
  QTest::keyClick(&list, Qt::Key_Escape);
  EXPECT_FALSE(list.isVisible());
}

} // namespace
} // namespace backflow::test
