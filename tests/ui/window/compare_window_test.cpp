// SPDX-License-Identifier: GPL-3.0-or-later
// Pins and the band in the window itself.
#include "tests/support/temporary_folder.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/plot/legend_toggle.h"
#include "ui/plot/norm_plot.h"
#include "ui/window/compare_row.h"
#include "ui/window/export_bar.h"
#include "ui/window/main_window.h"

#include <qcustomplot.h>

#include <QAction>
#include <QTest>
#include <QToolBar>

#include <gtest/gtest.h>

#include <cmath>

namespace backflow::test {
namespace {

class CompareWindowTest : public WindowTest {
 protected:
  CompareWindowTest() {
    showWindow();
    flow = window.findChild<NormPlot*>(QStringLiteral("gradientFlow"));
    waitForTraceOfTheState();
  }

  void setGain(double gain) {
    window.state().edit(QStringLiteral("weights.gain"),
                        [gain](Scenario& scenario) { scenario.weights.gain = gain; });
    waitForTraceOfTheState();
  }

  double firstHeight(const char* plotName, const char* graphName) {
    const auto* plot = window.findChild<NormPlot*>(QString::fromLatin1(plotName));
    const auto* graph = plot->plot().findChild<QCPGraph*>(QString::fromLatin1(graphName));
    return graph == nullptr ? std::nan("") : graph->data()->at(0)->value;
  }

  NormPlot* flow = nullptr;
};

TEST_F(CompareWindowTest, PinnedCurvesStayWhileTheGainMoves) {
  const double flowBefore = firstHeight("gradientFlow", "float64");
  const double statesBefore = firstHeight("states", "float64");
  window.findChild<QAction*>(QStringLiteral("pinCurves"))->trigger();
  setGain(2);
  EXPECT_EQ(firstHeight("gradientFlow", "pinned.1"), flowBefore);
  EXPECT_EQ(firstHeight("states", "pinned.1"), statesBefore);
  EXPECT_GT(firstHeight("gradientFlow", "float64"), flowBefore + 3);
}

TEST_F(CompareWindowTest, WhatGivenWeightsRuleOutSaysSoOnItsButton) {
  child<QAction>("float16-scaled").trigger();
  waitForTraceOfTheState();
  for (const char* name : {"compareCells", "seedBand"}) {
    auto& action = child<QAction>(name);
    EXPECT_FALSE(action.isEnabled()) << name;
    const QWidget* button = child<QToolBar>("toolBar").widgetForAction(&action);
    ASSERT_NE(button, nullptr) << name;
    EXPECT_TRUE(button->toolTip().contains(QStringLiteral("gives")))
        << button->toolTip().toStdString();
  }
}

TEST_F(CompareWindowTest, TheBandComesAndGoesWithItsAction) {
  auto* action = window.findChild<QAction*>(QStringLiteral("seedBand"));
  const auto isDrawn = [this] {
    return flow->plot().findChild<QCPGraph*>(QStringLiteral("seedMedian")) != nullptr;
  };
  action->trigger();
  EXPECT_TRUE(QTest::qWaitFor(isDrawn, 30000));
  setGain(1.5);
  EXPECT_TRUE(QTest::qWaitFor(isDrawn, 30000));
  action->trigger();
  EXPECT_FALSE(isDrawn());
}

TEST_F(CompareWindowTest, WhatTheLegendHidesIsNotInTheExportedNumbers) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "shown.csv";
  auto* bar = window.findChild<ExportBar*>();
  flow->plot().replot();
  QTest::mouseClick(
      &flow->plot(), Qt::LeftButton, {},
      flow->plot().findChild<LegendToggle*>()->placeOf(QStringLiteral("float32")).center());
  ASSERT_TRUE(bar->saveTo(QString::fromStdString(file.string())));
  const std::string text = readWholeFile(file);
  EXPECT_EQ(text.find("float32"), std::string::npos);
  EXPECT_NE(text.find("float64.gradient_norm"), std::string::npos);
}

} // namespace
} // namespace backflow::test
