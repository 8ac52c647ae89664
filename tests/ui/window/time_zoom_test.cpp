// SPDX-License-Identifier: GPL-3.0-or-later
// All plots over time show the same part of it.
#include "tests/ui/window/window_fixture.h"
#include "ui/panel/time_bar.h"
#include "ui/plot/map_plot.h"
#include "ui/plot/norm_plot.h"
#include "ui/plot/time_stretch.h"
#include "ui/window/lower_views.h"

#include <qcustomplot.h>

#include <QAction>

namespace backflow::test {
namespace {

class TimeZoomTest : public WindowTest {
 protected:
  TimeZoomTest() {
    showWindow();
    setHorizon(400);
  }

  void setHorizon(int horizon) {
    window.state().edit({}, [&](Scenario& scenario) { scenario.unroll.horizon = horizon; });
    waitForTraceOfTheState();
  }

  QCPRange shownBy(const char* view) const { return child<ChartView>(view).plot().xAxis->range(); }

  void trigger(const char* action) const { child<QAction>(action).trigger(); }

  TimeBar& timeBar() const { return *window.findChild<TimeBar*>(); }
  LowerViews& lowerViews() const { return *window.findChild<LowerViews*>(); }

  static QCPRange all(int horizon) {
    const TimeStretch whole = wholeStretch(horizon);
    return {whole.first, whole.last};
  }
};

TEST_F(TimeZoomTest, KeysZoomAboutTheCursorAndShowAllAgain) {
  timeBar().setTime(100);
  trigger("zoomIn");
  trigger("zoomIn");
  const QCPRange near = shownBy("gradientFlow");
  EXPECT_NEAR(near.size(), all(400).size() / 4, 1e-9);
  EXPECT_TRUE(near.contains(100));
  EXPECT_EQ(shownBy("states"), near);
  EXPECT_EQ(shownBy("parameterGradient"), near);
  trigger("zoomOut");
  EXPECT_NEAR(shownBy("states").size(), all(400).size() / 2, 1e-9);
  trigger("allSteps");
  EXPECT_EQ(shownBy("gradientFlow"), all(400));
  EXPECT_EQ(shownBy("states"), all(400));
}

TEST_F(TimeZoomTest, AViewThatComesForwardShowsTheSameSteps) {
  trigger("zoomIn");
  lowerViews().bringForward(ViewKind::Units);
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return child<MapPlot>("units").picture().absence == MapAbsence::None; }, 30000));
  EXPECT_EQ(shownBy("units"), shownBy("gradientFlow"));
  trigger("allSteps");
  EXPECT_EQ(shownBy("units"), all(400));
  lowerViews().bringForward(ViewKind::States);
  EXPECT_EQ(shownBy("states"), all(400));
}

TEST_F(TimeZoomTest, ALongerRunUnderTheSpectrumAsksForNoStepThatTheShorterOneHasNot) {
  lowerViews().bringForward(ViewKind::Spectrum);
  const auto& progress = child<QLabel>("studyProgress");
  for (const int horizon : {300, 400, 500, 600}) {
    setHorizon(horizon); // the cursor stands at its end
    QTest::qWait(400);
    // What went wrong would stay.
    EXPECT_TRUE(QTest::qWaitFor([&] { return !progress.isVisible(); }, 10000))
        << progress.text().toStdString();
  }
}

TEST_F(TimeZoomTest, AZoomThatWasGivenUpWhileAViewWasHiddenDoesNotComeBack) {
  trigger("zoomIn");
  lowerViews().bringForward(ViewKind::Spectrum);
  setHorizon(300);
  setHorizon(400);
  EXPECT_EQ(shownBy("gradientFlow"), all(400));
  lowerViews().bringForward(ViewKind::States);
  EXPECT_EQ(shownBy("states"), all(400));
}

TEST_F(TimeZoomTest, ACursorThatIsMovedComesIntoSight) {
  timeBar().setTime(100);
  trigger("zoomIn");
  trigger("zoomIn");
  ASSERT_FALSE(shownBy("gradientFlow").contains(350));
  timeBar().setTime(350);
  EXPECT_TRUE(shownBy("gradientFlow").contains(350));
  EXPECT_EQ(shownBy("states"), shownBy("gradientFlow"));
}

TEST_F(TimeZoomTest, AChangedSettingKeepsItAndAnotherScenarioDoesNot) {
  trigger("zoomIn");
  const QCPRange near = shownBy("gradientFlow");
  window.state().edit({}, [](Scenario& scenario) { scenario.weights.gain = 1.7; });
  waitForTraceOfTheState();
  EXPECT_EQ(shownBy("gradientFlow"), near);
  Document other = window.state().document();
  other.scenario.title = "Another";
  window.state().open(other);
  waitForTraceOfTheState();
  EXPECT_EQ(shownBy("gradientFlow"), all(400));
}

} // namespace
} // namespace backflow::test
