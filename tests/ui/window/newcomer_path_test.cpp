// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporary_folder.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/panel/exercise_panel.h"
#include "ui/plot/norm_plot.h"
#include "ui/state/preferences.h"
#include "ui/window/export_bar.h"
#include "ui/window/hints.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"

#include <qcustomplot.h>

#include <QAction>
#include <QClipboard>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace backflow::test {
namespace {

/// What somebody does who starts the program for the first time, with the mouse and the keys, in
/// the real window.
class NewcomerPathTest : public WindowTest {
 protected:
  NewcomerPathTest() {
    window.begin();
    showWindow();
    waitForTraceOfTheState();
  }

  void click(QWidget& widget) {
    QTest::mouseClick(&widget, Qt::LeftButton, {}, widget.rect().center());
  }

  void write(const char* field, const QString& text) {
    child<QLineEdit>(field).selectAll();
    QTest::keyClicks(&child<QLineEdit>(field), text);
  }

  /// The button that one of the tool bars has for an action.
  void clickInToolBar(const char* action) {
    for (const char* bar : {"toolBar", "switches"}) {
      if (QWidget* button = child<QToolBar>(bar).widgetForAction(&child<QAction>(action))) {
        click(*button);
        return;
      }
    }
    ADD_FAILURE() << action;
  }

  double drawnAtFirstStep(const QString& graph) {
    const auto* found = child<NormPlot>("gradientFlow").plot().findChild<QCPGraph*>(graph);
    return found == nullptr ? std::nan("") : found->data()->at(0)->value;
  }

  void dragGainTo(double gain) {
    auto& slider = child<QSlider>("gainSlider");
    const int y = slider.height() / 3;
    const auto xOf = [&](double g) {
      return static_cast<int>(10 + g / 4 * (slider.width() - 20));
    };
    const int from = xOf(window.state().scenario().weights.gain);
    const int to = xOf(gain);
    QTest::mousePress(&slider, Qt::LeftButton, {}, {from, y});
    for (int k = 1; k <= 10; ++k) {
      QTest::mouseMove(&slider, {from + (to - from) * k / 10, y});
    }
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, {to, y});
    waitForTraceOfTheState();
  }
};

TEST_F(NewcomerPathTest, FromTheFirstStartToTheFirstExercise) {
  // The first start shows the effect, and three hints beside what they are about.
  EXPECT_TRUE(std::isnan(drawnAtFirstStep(QStringLiteral("float32"))));
  EXPECT_LT(drawnAtFirstStep(QStringLiteral("float64")), -45);
  auto& hints = child<Hints>("hints");
  ASSERT_TRUE(QTest::qWaitFor([&] { return hints.isVisible(); }, 5000));
  for (int k = 0; k < Hints::count; ++k) {
    click(child<QPushButton>("hintNext"));
  }
  EXPECT_FALSE(hints.isVisible());

  // Pin the fading curve, drag the gain: the live curve tips, the pinned one stays.
  const double fading = drawnAtFirstStep(QStringLiteral("float64"));
  clickInToolBar("pinCurves");
  dragGainTo(2);
  EXPECT_GT(window.state().scenario().weights.gain, 1.8);
  EXPECT_GT(drawnAtFirstStep(QStringLiteral("float64")), fading + 30);
  const auto& curves = child<NormPlot>("gradientFlow").picture().curves;
  const auto pinned = std::find_if(curves.begin(), curves.end(), [](const NormCurve& curve) {
    return curve.role == CurveRole::Pinned;
  });
  ASSERT_NE(pinned, curves.end());
  EXPECT_DOUBLE_EQ(pinned->log10().front(), fading);

  // Compare the cells with the same seed and input.
  clickInToolBar("compareCells");
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return window.trace() && window.trace()->otherCells.size() > 1; }, 30000));
  clickInToolBar("compareCells");
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return window.trace() && window.trace()->otherCells.empty(); }, 30000));

  // Export the plot, and its numbers.
  const TemporaryFolder folder;
  clickInToolBar("export");
  auto& bar = child<ExportBar>("exportBar");
  ASSERT_TRUE(bar.isVisible());
  const QString picture = QString::fromStdString((folder.path() / "plot.png").string());
  ASSERT_TRUE(bar.saveTo(picture));
  EXPECT_EQ(QImage(picture).size(), QSize(1600, 900));
  ASSERT_TRUE(bar.saveTo(QString::fromStdString((folder.path() / "plot.csv").string())));
  clickInToolBar("copyPlot");
  EXPECT_FALSE(QApplication::clipboard()->image().isNull());

  // Take it to PyTorch.
  child<QAction>("copyAsPyTorch").trigger();
  ASSERT_TRUE(QTest::qWaitFor(
      [] { return QApplication::clipboard()->text().contains(QStringLiteral("import torch")); },
      30000));

  // The first exercise, from question to answer.
  clickInToolBar("exercises");
  ASSERT_TRUE(child<ExercisePanel>("exercisePanel").isVisible());
  write("part1Field", QStringLiteral("33"));
  write("part2Field", QStringLiteral("30"));
  click(child<QPushButton>("runExercise"));
  EXPECT_TRUE(QTest::qWaitFor(
      [this] {
        return child<QLabel>("measured")
            .text()
            .contains(QStringLiteral("after 33 multiplications"));
      },
      30000));

  // And all of it can be taken back.
  while (window.state().undoStack()->canUndo()) {
    child<QAction>("undo").trigger();
  }
  EXPECT_EQ(child<MessageBar>("messageBar").text().indexOf(QStringLiteral("cannot")), -1);
}

} // namespace
} // namespace backflow::test
