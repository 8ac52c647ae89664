// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/scenario/enum_names.h"
#include "core/scenario/scenario_json.h"
#include "tests/support/experiments.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/panel/caption_line.h"
#include "ui/panel/number_field.h"
#include "ui/panel/time_bar.h"
#include "ui/plot/map_plot.h"
#include "ui/plot/norm_lines.h"
#include "ui/plot/norm_plot.h"
#include "ui/plot/unroll_view.h"
#include "ui/window/export_bar.h"
#include "ui/window/message_bar.h"
#include "ui/window/training_lab.h"

#include <qcustomplot.h>

#include <QAction>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>

namespace backflow::test {
namespace {

class MainWindowTest : public WindowTest {
 protected:
  MainWindowTest() {
    showWindow();
    waitForTraceOfTheState();
  }

  /// What is drawn at t = 1, log₁₀.
  double drawnAtFirstStep(const char* plotName, const char* graphName) {
    const auto& plot = child<NormPlot>(plotName);
    const auto* graph = plot.plot().findChild<QCPGraph*>(QString::fromLatin1(graphName));
    return graph == nullptr ? std::nan("") : graph->data()->at(0)->value;
  }

  void openShipped(const char* name) { child<QAction>(name).trigger(); }
};

TEST_F(MainWindowTest, UndoInAFieldTakesBackTheSettingAndNotTheLetters) {
  const double before = window.state().scenario().weights.gain;
  type("gainField", QStringLiteral("1.25"));
  type("gainField", QStringLiteral("1.5"));
  auto& field = child<QLineEdit>("gainField");
  field.setFocus();
  QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(window.state().scenario().weights.gain, 1.25);
  EXPECT_EQ(field.text(), QStringLiteral("1.25"));
  QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(window.state().scenario().weights.gain, before);
  // Nothing is left to undo: the letters stay.
  const QString shown = field.text();
  QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(field.text(), shown);
}

TEST_F(MainWindowTest, DraggingTheGainTipsTheCurve) {
  auto& slider = child<QSlider>("gainSlider");
  const double before = drawnAtFirstStep("gradientFlow", "float64");
  EXPECT_LT(before, 0);
  const int y = slider.height() / 2;
  const int from = slider.width() * 9 / 40; // 0.9 of 0..4
  QSignalSpy shown(&window, &MainWindow::traceShown);
  QTest::mousePress(&slider, Qt::LeftButton, {}, QPoint(from, y));
  for (int x = from; x < slider.width() - 4; x += 6) {
    QTest::mouseMove(&slider, QPoint(x, y));
    QTest::qWait(5);
  }
  QTest::mouseRelease(&slider, Qt::LeftButton, {}, QPoint(slider.width() - 4, y));
  waitForTraceOfTheState();
  EXPECT_GT(window.state().scenario().weights.gain, 3);
  EXPECT_GT(shown.count(), 2);
  const double after = drawnAtFirstStep("gradientFlow", "float64");
  EXPECT_GT(after, 3);
  EXPECT_DOUBLE_EQ(after,
                   std::log10(runOf(*window.trace(), Precision::Float64).steps.gradientNorm[0]));
  // All of the drag is one step of undo.
  child<QAction>("undo").trigger();
  waitForTraceOfTheState();
  EXPECT_DOUBLE_EQ(drawnAtFirstStep("gradientFlow", "float64"), before);
}

TEST_F(MainWindowTest, AGainTypedWithACommaIsTaken) {
  type("gainField", QStringLiteral("0,5"));
  EXPECT_EQ(window.state().scenario().weights.gain, 0.5);
  type("gainField", QStringLiteral("2.5"));
  EXPECT_EQ(window.state().scenario().weights.gain, 2.5);
}

TEST_F(MainWindowTest, EveryShippedScenarioOpensAndIsDrawn) {
  for (const LibraryEntry& entry : libraryEntries()) {
    openShipped(entry.name.c_str());
    waitForTraceOfTheState();
    EXPECT_EQ(child<MessageBar>("messageBar").text(), QString()) << entry.name;
    EXPECT_EQ(window.state().scenario().title, window.trace()->scenario.title);
  }
}

TEST_F(MainWindowTest, ACausedNanIsToldInWordsAndAClickMovesTheCursor) {
  openShipped("nan-zero-times-inf");
  waitForTraceOfTheState();
  auto& list = child<QListWidget>("eventList");
  QListWidgetItem* nan = nullptr;
  for (int k = 0; k < list.count(); ++k) {
    if (list.item(k)->text().contains(QStringLiteral("NaN")) && nan == nullptr) {
      nan = list.item(k);
    }
  }
  ASSERT_NE(nan, nullptr);
  EXPECT_TRUE(nan->text().contains(QStringLiteral("0 × ∞"))) << nan->text().toStdString();
  const auto event = eventsOf(runOf(*window.trace(), Precision::Float32), EventKind::NanOnset);
  ASSERT_FALSE(event.empty());
  QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(nan).center());
  EXPECT_EQ(child<QSlider>("timeSlider").value(), event[0].t);
}

TEST_F(MainWindowTest, ClippingAndTruncationAreDrawn) {
  child<QAbstractButton>("truncationCheck").click();
  waitForTraceOfTheState();
  ASSERT_TRUE(window.state().scenario().unroll.truncation);
  EXPECT_TRUE(std::isnan(drawnAtFirstStep("gradientFlow", "float64")));
  child<QAbstractButton>("clipCheck").click();
  waitForTraceOfTheState();
  ASSERT_TRUE(window.state().scenario().clip);
  EXPECT_NE(child<NormPlot>("parameterGradient")
                .plot()
                .findChild<QCPGraph*>(QStringLiteral("float64.before")),
            nullptr);
}

TEST_F(MainWindowTest, WrongTextIsToldAndChangesNothing) {
  const Scenario before = window.state().scenario();
  type("hiddenField", QStringLiteral("-3"));
  EXPECT_EQ(window.state().scenario(), before);
  bool told = false;
  for (const CaptionLine* line : window.findChildren<CaptionLine*>()) {
    told = told || (line->showsProblem() && line->text().contains(QStringLiteral("4096")));
  }
  EXPECT_TRUE(told);
}

TEST_F(MainWindowTest, BesideATextThatIsNotTakenStandsWhatHoldsMeanwhile) {
  type("gainField", QStringLiteral("1,25"));
  const auto* note = child<QWidget>("gainSlider").parentWidget()->findChild<CaptionLine*>();
  for (const char* wrong : {"99999", "abc"}) {
    type("gainField", QString::fromLatin1(wrong));
    EXPECT_TRUE(note->showsProblem());
    EXPECT_TRUE(note->text().endsWith(QStringLiteral("Still 1.25."))) << note->text().toStdString();
  }
  type("gainField", QStringLiteral("1"));
  EXPECT_FALSE(note->text().contains(QStringLiteral("Still"))) << note->text().toStdString();
}

/// What the window system sends when files are dropped at a widget.
void drop(QWidget& widget, const QList<QUrl>& urls) {
  QMimeData data;
  data.setUrls(urls);
  QWidget* window = widget.window();
  const QPoint place = widget.mapTo(window, widget.rect().center());
  QWidget* target = window->childAt(place);
  while (target != nullptr && !target->acceptDrops()) {
    target = target->parentWidget(); // as Qt looks for who takes it
  }
  ASSERT_NE(target, nullptr);
  QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(target, &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent dropped(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(target, &dropped);
}

TEST_F(MainWindowTest, AFileDroppedOnANumberIsOpened) {
  auto& field = child<NumberField>("gainField");
  const QString before = field.text();
  drop(field,
       {QUrl::fromLocalFile(QString::fromStdString(libraryEntry("gru-carry")->file.string()))});
  EXPECT_EQ(window.state().scenario().network.cell, CellKind::Gru);
  EXPECT_NE(field.text().size(), 0);
  EXPECT_LE(field.text().size(), before.size() + 4);
}

TEST_F(MainWindowTest, OfSeveralFilesNoneIsOpenedAndThatIsTold) {
  const Scenario before = window.state().scenario();
  const QUrl url =
      QUrl::fromLocalFile(QString::fromStdString(libraryEntry("gru-carry")->file.string()));
  drop(child<QWidget>("gradientFlow"), {url, url});
  EXPECT_EQ(window.state().scenario(), before);
  EXPECT_TRUE(child<MessageBar>("messageBar").text().startsWith(QStringLiteral("2 file")));
}

TEST_F(MainWindowTest, WhatIsNoScenarioByItsNameIsToldInOneSentence) {
  const TemporaryFolder folder;
  window.openFile(folder.write("picture.png", "\x89PNG\r\n\x1a\n"));
  const QString told = child<MessageBar>("messageBar").text();
  EXPECT_TRUE(told.contains(QStringLiteral("ends in .json"))) << told.toStdString();
  EXPECT_FALSE(told.contains(QStringLiteral("give"))) << told.toStdString();
}

TEST_F(MainWindowTest, AProblemGoesWithWhatTheUserDoesNextOnceItCouldBeRead) {
  window.openFile("/there/is/no/such.backflow.json");
  const auto& message = child<MessageBar>("messageBar");
  const auto change = [this] {
    window.state().edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain += 0.1; });
  };
  change();
  EXPECT_FALSE(message.text().isEmpty());
  QTest::qWait(4200);
  EXPECT_FALSE(message.text().isEmpty());
  change();
  EXPECT_TRUE(message.text().isEmpty());
}

TEST_F(MainWindowTest, ABrokenFileIsToldAndWhatWasShownStays) {
  const TemporaryFolder folder;
  const Scenario before = window.state().scenario();
  window.openFile(folder.write("broken.backflow.json", "{\"format\": \"backflow-scenario\","));
  EXPECT_TRUE(child<MessageBar>("messageBar").text().startsWith(QStringLiteral("broken")));
  EXPECT_EQ(window.state().scenario(), before);
}

TEST_F(MainWindowTest, WhatIsSavedOpensAgainWithItsData) {
  openShipped("weather");
  waitForTraceOfTheState();
  const TemporaryFolder folder;
  const auto file = folder.path() / "mine.backflow.json";
  ASSERT_TRUE(window.saveFile(file));
  const auto gradient = runOf(*window.trace(), Precision::Float64).steps.gradientNorm;
  openShipped("halving");
  waitForTraceOfTheState();
  window.openFile(file);
  waitForTraceOfTheState();
  EXPECT_EQ(runOf(*window.trace(), Precision::Float64).steps.gradientNorm, gradient);
}

TEST_F(MainWindowTest, ResetGoesBackToTheScenarioAsOpened) {
  openShipped("tanh-gain-2");
  const Scenario opened = window.state().scenario();
  type("gainField", QStringLiteral("0.7"));
  EXPECT_NE(window.state().scenario(), opened);
  child<QAction>("reset").trigger();
  EXPECT_EQ(window.state().scenario(), opened);
}

TEST_F(MainWindowTest, ThePlotIsExportedAtTheSizeAskedFor) {
  const TemporaryFolder folder;
  child<QAction>("export").trigger();
  type("exportWidth", QStringLiteral("900"));
  type("exportHeight", QStringLiteral("500"));
  const QString file = QString::fromStdString((folder.path() / "plot.png").string());
  ASSERT_TRUE(child<ExportBar>("exportBar").saveTo(file));
  EXPECT_EQ(QImage(file).size(), QSize(900, 500));
  type("exportWidth", QStringLiteral("wide"));
  EXPECT_TRUE(child<QLabel>("exportNews").text().contains(QStringLiteral("16384")));
  // Not with a size that nobody gave.
  const QString next = QString::fromStdString((folder.path() / "next.png").string());
  EXPECT_FALSE(child<ExportBar>("exportBar").saveTo(next));
  EXPECT_FALSE(QFile::exists(next));
  EXPECT_TRUE(child<QLabel>("exportNews").text().contains(QStringLiteral("16384")));
}

TEST_F(MainWindowTest, ThePictureOfADarkWindowIsOnWhiteIfTheUserWishes) {
  const TemporaryFolder folder;
  const QString file = QString::fromStdString((folder.path() / "plot.png").string());
  auto& bar = child<ExportBar>("exportBar");
  auto& onWhite = child<QCheckBox>("exportOnWhite");
  const auto lightness = [&] {
    EXPECT_TRUE(bar.saveTo(file));
    return QImage(file).pixelColor(0, 0).lightness();
  };
  child<QAction>("export").trigger();
  EXPECT_TRUE(onWhite.isHidden());
  bar.setTheme(ThemeKind::Dark);
  EXPECT_FALSE(onWhite.isHidden());
  EXPECT_LT(lightness(), 60);
  onWhite.setChecked(true);
  EXPECT_EQ(lightness(), 255);
}

TEST_F(MainWindowTest, TheExportOffersThePlotInSightAndNoEmptyFrame) {
  openShipped("halving"); // a plain layer
  waitForTraceOfTheState();
  auto& tabs = child<QTabWidget>("lowerTabs");
  const auto& bar = child<ExportBar>("exportBar");
  child<QAction>("export").trigger();
  EXPECT_EQ(bar.view(), ViewKind::GradientFlow);
  tabs.setCurrentWidget(&child<QWidget>("normsTab"));
  EXPECT_EQ(bar.view(), ViewKind::GradientFlow);
  tabs.setCurrentWidget(&child<QWidget>("unitsTab"));
  EXPECT_EQ(bar.view(), ViewKind::Units);
  emit child<ExportBar>("exportBar").viewChosen(ViewKind::Gates);
  child<ExportBar>("exportBar").setView(ViewKind::Gates);
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "plot.png";
  EXPECT_FALSE(child<ExportBar>("exportBar").saveTo(QString::fromStdString(file.string())));
  EXPECT_TRUE(
      child<QLabel>("exportNews").text().startsWith(QStringLiteral("A plain layer has no")));
  EXPECT_FALSE(std::filesystem::exists(file));
  tabs.setCurrentWidget(&child<QWidget>("normsTab"));
  EXPECT_EQ(bar.view(), ViewKind::States);
}

TEST_F(MainWindowTest, AnEndingThatNoExportHasIsToldWithAllThatItHas) {
  const TemporaryFolder folder;
  child<QAction>("export").trigger();
  const std::filesystem::path file = folder.path() / "plot.jpg";
  EXPECT_FALSE(child<ExportBar>("exportBar").saveTo(QString::fromStdString(file.string())));
  EXPECT_FALSE(std::filesystem::exists(file));
  const QString told = child<QLabel>("exportNews").text();
  for (const char* ending : {"plot.jpg", ".png", ".svg", ".pdf", ".csv"}) {
    EXPECT_TRUE(told.contains(QLatin1String(ending))) << told.toStdString();
  }
}

TEST_F(MainWindowTest, OneClickComparesTheCellsWithTheSameSeedAndInput) {
  openShipped("lstm-forget-3");
  waitForTraceOfTheState();
  QSignalSpy shown(&window, &MainWindow::traceShown);
  child<QAction>("compareCells").trigger();
  ASSERT_TRUE(shown.wait(30000));
  const auto& flow = child<NormPlot>("gradientFlow");
  ASSERT_EQ(flow.picture().curves.size(), enumValues<CellKind>().size());
  for (const NormCurve& curve : flow.picture().curves) {
    EXPECT_EQ(curve.role, CurveRole::OtherCell);
    EXPECT_TRUE(std::isfinite(curve.log10().front()));
    // Only one of them has been given a bias: who compares them has to know.
    const QString name = lineOf(flow.picture(), curve, themeOf(ThemeKind::Light)).name;
    EXPECT_EQ(name, curve.cell == CellKind::Lstm  ? QStringLiteral("LSTM, forget bias 3")
                    : curve.cell == CellKind::Gru ? QStringLiteral("GRU, update bias 0")
                                                  : QStringLiteral("Simple RNN"));
  }
  openShipped("gru-carry"); // gives its weights
  EXPECT_FALSE(child<QAction>("compareCells").isEnabled());
}

TEST_F(MainWindowTest, EachTabShowsItsPointWhenItIsChosen) {
  openShipped("lstm-forget-3");
  waitForTraceOfTheState();
  auto& tabs = child<QTabWidget>("lowerTabs");
  const auto shows = [&](const char* tab, const char* view, const auto& isThere) {
    tabs.setCurrentWidget(&child<QWidget>(tab));
    EXPECT_TRUE(QTest::qWaitFor([&] { return isThere(child<PlotView>(view)); }, 30000)) << tab;
  };
  const auto hasMap = [](const PlotView& view) {
    return dynamic_cast<const MapPlot&>(view).picture().absence == MapAbsence::None;
  };
  shows("unitsTab", "units", hasMap);
  shows("gatesTab", "gates", hasMap);
  shows("influenceTab", "influence", hasMap);
  shows("spectrumTab", "spectrum", [](const PlotView& view) {
    const auto& chart = dynamic_cast<const ChartView&>(view);
    return chart.plot().findChild<QCPGraph*>(QStringLiteral("eigenvaluesJ")) != nullptr;
  });
}

TEST_F(MainWindowTest, PlayingBringsTheUnrolledNetworkForwardAndMovesEveryCursor) {
  auto& tabs = child<QTabWidget>("lowerTabs");
  EXPECT_EQ(tabs.currentIndex(), 0);
  auto& bar = *window.findChild<TimeBar*>();
  bar.setPassDuration(std::chrono::milliseconds(300));
  child<QToolButton>("playBackward").click();
  EXPECT_EQ(tabs.currentWidget()->objectName(), QStringLiteral("unrollTab"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return !bar.isPlaying(); }, 10000));
  const auto& view = dynamic_cast<const UnrollView&>(child<PlotView>("unroll"));
  EXPECT_EQ(view.picture().cursor, 1);
  EXPECT_EQ(view.picture().horizon, window.state().scenario().unroll.horizon);
  // Who trains is left where they are.
  tabs.setCurrentWidget(&child<TrainingLab>("trainingLab"));
  const int lab = tabs.currentIndex();
  bar.play();
  EXPECT_EQ(tabs.currentIndex(), lab);
}

TEST_F(MainWindowTest, AScenarioIsSeenWhateverTabWasOpen) {
  auto& tabs = child<QTabWidget>("lowerTabs");
  for (const char* name : {"Training", "Cliff", "Calculators"}) {
    for (int tab = 0; tab < tabs.count(); ++tab) {
      if (tabs.tabText(tab) == QLatin1String(name)) {
        tabs.setCurrentIndex(tab);
      }
    }
    EXPECT_EQ(tabs.tabText(tabs.currentIndex()), QLatin1String(name));
    openShipped("halving");
    EXPECT_EQ(tabs.currentIndex(), 0) << name;
    openShipped("first-look");
    tabs.setCurrentIndex(2);
    openShipped("halving");
    EXPECT_EQ(tabs.currentIndex(), 2) << "what is drawn of every scenario stays";
  }
}

TEST_F(MainWindowTest, AGateIsPinnedAndThePictureFollows) {
  openShipped("lstm-forget-0");
  waitForTraceOfTheState();
  const double before = drawnAtFirstStep("gradientFlow", "float64");
  child<QPushButton>("addPin").click();
  waitForTraceOfTheState();
  ASSERT_EQ(window.state().scenario().pins.size(), 1U);
  EXPECT_EQ(window.state().scenario().pins[0].gate, Gate::Forget);
  EXPECT_GT(drawnAtFirstStep("gradientFlow", "float64"), before + 3); // the carousel holds
  type("pin1To", "10");
  EXPECT_EQ(window.state().scenario().pins[0].to, 10);
  child<QToolButton>("pin1Remove").click();
  EXPECT_TRUE(window.state().scenario().pins.empty());
}

} // namespace
} // namespace backflow::test
