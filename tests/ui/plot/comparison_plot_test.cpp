// SPDX-License-Identifier: GPL-3.0-or-later
// Pinned curves, the band over seeds, and curves that are hidden by the legend.
#include "tests/support/experiments.h"
#include "tests/ui/plot/shared_trace.h"
#include "ui/plot/export.h"
#include "ui/plot/legend_toggle.h"
#include "ui/plot/norm_plot.h"
#include "ui/text/language.h"

#include <qcustomplot.h>

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow::test {
namespace {

PinnedRun pinnedRun(int id, int slot, const Scenario& scenario) {
  PinnedRun run;
  run.id = id;
  run.slot = slot;
  run.name = QStringLiteral("run %1").arg(id);
  run.trace = sharedTrace(scenario);
  return run;
}

Findings comparing(const Scenario& present, const std::vector<PinnedRun>& pinned) {
  Findings findings;
  findings.trace = sharedTrace(present);
  findings.pinned = pinned;
  return findings;
}

std::vector<const NormCurve*> curvesOf(const NormPicture& picture, CurveRole role) {
  std::vector<const NormCurve*> result;
  for (const NormCurve& curve : picture.curves) {
    if (curve.role == role) {
      result.push_back(&curve);
    }
  }
  return result;
}

TEST(PinnedCurves, ShowTheWidestPrecisionOfTheRunThatWasKept) {
  const Scenario kept = drawn(Activation::Tanh, 8, 40, 1.4);
  const Findings findings = comparing(drawn(Activation::Tanh, 8, 40, 0.7), {pinnedRun(1, 0, kept)});
  const RunTrace& run = runOf(*findings.pinned[0].trace, Precision::Float64);
  for (const auto& [kind, norms] :
       {std::pair{PlotKind::GradientFlow, &run.steps.gradientNorm},
        std::pair{PlotKind::States, &run.steps.stateNorm},
        std::pair{PlotKind::ParameterGradient, &run.steps.parameterGradientNorm}}) {
    const NormPicture picture = normPictureOf(findings, kind);
    const auto pinned = curvesOf(picture, CurveRole::Pinned);
    ASSERT_EQ(pinned.size(), 1U);
    EXPECT_EQ(pinned[0]->values->norms, *norms);
    EXPECT_DOUBLE_EQ(pinned[0]->log10().front(), std::log10(norms->front()));
    // The range holds it.
    EXPECT_GE(picture.highest, *std::ranges::max_element(pinned[0]->log10()));
    EXPECT_LE(picture.lowest, *std::ranges::min_element(pinned[0]->log10()));
  }
}

TEST(PinnedCurves, LeaveTheRunItselfHalfOfTheHeight) {
  const Scenario live = scalar(0.9, 100); // 4.5 decades
  const auto own = normPictureOf(comparing(live, {}), PlotKind::GradientFlow);
  for (const double kept : {0.1, 8.0}) {
    const Findings findings = comparing(live, {pinnedRun(1, 0, scalar(kept, 100))});
    const NormPicture picture = normPictureOf(findings, PlotKind::GradientFlow);
    const double share = (own.highest - own.lowest) / (picture.highest - picture.lowest);
    EXPECT_NEAR(share, 0.5, 0.05) << kept;
  }
  // Of two in opposite directions neither gets all there is to give.
  const Findings both =
      comparing(live, {pinnedRun(1, 0, scalar(0.1, 100)), pinnedRun(2, 1, scalar(8, 100))});
  const NormPicture picture = normPictureOf(both, PlotKind::GradientFlow);
  EXPECT_NEAR((own.highest - own.lowest) / (picture.highest - picture.lowest), 0.5, 0.05);
  EXPECT_LT(picture.lowest, own.lowest - 2);
  EXPECT_GT(picture.highest, own.highest + 2);
}

TEST(PinnedCurves, AreNotMadeOnceMoreWhereTheyWereMadeForTheLiveRun) {
  PinnedRun run = pinnedRun(1, 0, drawn(Activation::Tanh, 8, 40, 1.4));
  run.pictures = std::make_shared<const NormPictures>(*run.trace);
  const Scenario present = drawn(Activation::Tanh, 8, 40, 0.7);
  const NormPicture picture = normPictureOf(comparing(present, {run}), PlotKind::GradientFlow);
  const NormCurve& pinned = *curvesOf(picture, CurveRole::Pinned).at(0);
  const auto live = curvesOf(run.pictures->gradientFlow, CurveRole::Run);
  EXPECT_EQ(pinned.precision, Precision::Float64);
  EXPECT_EQ(pinned.values,
            (*std::ranges::find(live, Precision::Float64, &NormCurve::precision))->values);
  // At another horizon it lies elsewhere.
  const NormPicture longer =
      normPictureOf(comparing(drawn(Activation::Tanh, 8, 60, 0.7), {run}), PlotKind::GradientFlow);
  EXPECT_TRUE(std::isnan(curvesOf(longer, CurveRole::Pinned).at(0)->log10().front()));
}

TEST(PinnedCurves, AlignAtTheLossAndStatesAtTheFirstStep) {
  const Findings findings = comparing(
      scalar(0.5, 50), {pinnedRun(1, 0, scalar(0.9, 30)), pinnedRun(2, 1, scalar(0.8, 80))});
  const NormPicture flow = normPictureOf(findings, PlotKind::GradientFlow);
  const auto pinned = curvesOf(flow, CurveRole::Pinned);
  ASSERT_EQ(pinned.size(), 2U);
  // s steps back from the loss: 3·0.9^s and 3·0.8^s, whatever the run's own horizon.
  for (const int s : {0, 10, 29}) {
    const auto index = static_cast<std::size_t>(49 - s);
    EXPECT_NEAR(pinned[0]->values->norms[index], 3 * std::pow(0.9, s), 1e-12) << s;
    EXPECT_NEAR(pinned[1]->values->norms[index], 3 * std::pow(0.8, s), 1e-12) << s;
  }
  EXPECT_TRUE(std::isnan(pinned[0]->log10()[49 - 30]));
  EXPECT_EQ(flow.pins[0].first, 21);
  EXPECT_EQ(flow.pins[0].last, 50);
  EXPECT_EQ(flow.pins[1].first, 1);
  EXPECT_NEAR(pinned[1]->values->norms[0], 3 * std::pow(0.8, 49), 1e-12);

  const NormPicture states = normPictureOf(findings, PlotKind::States);
  EXPECT_EQ(states.pins[0].first, 1);
  EXPECT_EQ(states.pins[0].last, 30);
  EXPECT_EQ(states.pins[1].last, 50);
}

TEST(PinnedCurves, StayWhenThePresentCurvesChange) {
  NormPlot plot(PlotKind::GradientFlow);
  Findings findings = comparing(scalar(0.5, 50), {pinnedRun(7, 0, scalar(0.9, 50))});
  plot.setFindings(findings);
  const auto heights = [&plot](const char* name) {
    return plot.plot().findChild<QCPGraph*>(QString::fromLatin1(name))->data()->at(0)->value;
  };
  const double pinned = heights("pinned.7");
  const double present = heights("float64");
  EXPECT_NEAR(pinned, std::log10(3 * std::pow(0.9, 49)), 1e-9);
  findings.trace = sharedTrace(scalar(0.6, 50));
  plot.setFindings(findings);
  EXPECT_EQ(heights("pinned.7"), pinned);
  EXPECT_NE(heights("float64"), present);
  findings.pinned[0].isShown = false;
  plot.setFindings(findings);
  EXPECT_EQ(plot.plot().findChild<QCPGraph*>(QStringLiteral("pinned.7")), nullptr);
}

TEST(PinnedCurves, LieBehindTheLiveOnesAndTellTheirHorizon) {
  NormPlot plot(PlotKind::GradientFlow);
  plot.setFindings(comparing(scalar(0.5, 50), {pinnedRun(7, 2, scalar(0.9, 30))}));
  const auto* pinned = plot.plot().findChild<QCPGraph*>(QStringLiteral("pinned.7"));
  const auto* live = plot.plot().findChild<QCPGraph*>(QStringLiteral("float64"));
  EXPECT_LT(pinned->layer()->index(), live->layer()->index());
  EXPECT_EQ(pinned->name(), QStringLiteral("C (T = 30)"));
  // Out of the window there is no row with the names.
  plot.setCursorShown(false);
  EXPECT_EQ(plot.plot().findChild<QCPGraph*>(QStringLiteral("pinned.7"))->name(),
            QStringLiteral("C: run 7 (T = 30, aligned at the loss)"));
}

SeedBandStudy madeUpBand(const Scenario& scenario) {
  const auto horizon = static_cast<std::size_t>(scenario.unroll.horizon);
  SeedBandStudy study{scenario, {}};
  study.band.seeds = 30;
  study.band.lowerLog2.assign(horizon, -20);
  study.band.lowerLog2[0] = -std::numeric_limits<double>::infinity();
  study.band.medianLog2.assign(horizon, -10);
  study.band.upperLog2.assign(horizon, -5);
  return study;
}

TEST(SeedBandPlot, ShowsMedianAndQuartilesOfThePresentScenarioOnly) {
  const Scenario scenario = drawn(Activation::Tanh, 8, 40, 0.7);
  Findings findings = comparing(scenario, {});
  findings.seedBand = std::make_shared<const SeedBandStudy>(madeUpBand(scenario));
  const NormPicture picture = normPictureOf(findings, PlotKind::GradientFlow);
  EXPECT_EQ(picture.seeds, 30);
  ASSERT_EQ(curvesOf(picture, CurveRole::SeedMedian).size(), 1U);
  EXPECT_NEAR(curvesOf(picture, CurveRole::SeedMedian)[0]->log10()[5], -10 * std::log10(2.0),
              1e-12);
  EXPECT_TRUE(std::isnan(curvesOf(picture, CurveRole::SeedLower)[0]->log10()[0]));
  EXPECT_TRUE(curvesOf(normPictureOf(findings, PlotKind::States), CurveRole::SeedMedian).empty());

  findings.trace = sharedTrace(drawn(Activation::Tanh, 8, 40, 0.8));
  EXPECT_TRUE(
      curvesOf(normPictureOf(findings, PlotKind::GradientFlow), CurveRole::SeedMedian).empty());
}

TEST(SeedBandPlot, ZeroIsBelowThePlotAndNoGapInTheBand) {
  useLanguage(QStringLiteral("en")); // for the plural
  const Scenario scenario = drawn(Activation::Tanh, 8, 40, 0.7);
  Findings findings = comparing(scenario, {});
  findings.seedBand = std::make_shared<const SeedBandStudy>(madeUpBand(scenario));
  NormPlot plot(PlotKind::GradientFlow);
  plot.setFindings(findings);
  const auto* lower = plot.plot().findChild<QCPGraph*>(QStringLiteral("seedQuartiles.lower"));
  ASSERT_NE(lower, nullptr);
  EXPECT_LT(lower->data()->at(0)->value, plot.picture().lowest);
  const auto* upper = plot.plot().findChild<QCPGraph*>(QStringLiteral("seedQuartiles"));
  EXPECT_EQ(upper->channelFillGraph(), lower);
  EXPECT_EQ(plot.plot().findChild<QCPGraph*>(QStringLiteral("seedMedian"))->name(),
            QStringLiteral("median of 30 seeds"));
}

class LegendToggleTest : public testing::Test {
 protected:
  LegendToggleTest() : plot(PlotKind::GradientFlow) {
    plot.resize(900, 400);
    plot.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&plot));
    plot.setFindings(comparing(scalar(0.5, 200), {}));
    plot.plot().replot();
  }

  void clickLegend(const char* name) {
    const auto* legend = plot.plot().findChild<LegendToggle*>();
    const QRect place = legend->placeOf(QString::fromLatin1(name));
    ASSERT_TRUE(place.isValid()) << name;
    QTest::mouseClick(&plot.plot(), Qt::LeftButton, {}, place.center());
    plot.plot().replot();
  }

  bool isVisible(const char* name) {
    return plot.plot().findChild<QCPGraph*>(QString::fromLatin1(name))->visible();
  }

  NormPlot plot;
};

TEST_F(LegendToggleTest, AClickHidesTheCurveAndAnotherBringsItBack) {
  QSignalSpy pointed(&plot, &NormPlot::timePointed);
  QSignalSpy hidden(&plot, &NormPlot::hiddenCurvesChanged);
  clickLegend("float32");
  EXPECT_FALSE(isVisible("float32"));
  EXPECT_TRUE(isVisible("float64"));
  EXPECT_EQ(plot.hiddenCurves(), QSet<QString>{QStringLiteral("float32")});
  clickLegend("float32");
  EXPECT_TRUE(isVisible("float32"));
  EXPECT_EQ(hidden.count(), 2);
  EXPECT_EQ(pointed.count(), 0) << "the time cursor stays";
}

TEST_F(LegendToggleTest, ACurveStaysHiddenInTheNextTrace) {
  clickLegend("reference");
  plot.setFindings(comparing(scalar(0.7, 100), {}));
  EXPECT_FALSE(isVisible("reference"));
  EXPECT_TRUE(isVisible("float32"));
}

TEST_F(LegendToggleTest, WhatIsHiddenIsNotReadOutNorMarked) {
  const auto* reading = plot.plot().findChild<QCPItemText*>(QStringLiteral("cursorReading"));
  plot.setTimeCursor(200);
  EXPECT_EQ(reading->text(), QStringLiteral("t = 200, s = 0\nfloat32: 3\nfloat64: 3"));
  clickLegend("float32");
  EXPECT_EQ(reading->text(), QStringLiteral("t = 200, s = 0\nfloat64: 3"));
  const NormPicture rest = withoutCurves(plot.picture(), plot.hiddenCurves());
  EXPECT_FALSE(plot.picture().markers.empty());
  EXPECT_TRUE(std::ranges::none_of(rest.markers, [](const NormMarker& marker) {
    return marker.event.precision == Precision::Float32;
  }));
  EXPECT_EQ(rest.lowest, plot.picture().lowest);
  // A picture that leaves the window has no entry for it either.
  plot.setCursorShown(false);
  EXPECT_EQ(plot.plot().findChild<QCPGraph*>(QStringLiteral("float32")), nullptr);
}

TEST_F(LegendToggleTest, TheEntriesSayWhatAClickDoes) {
  const auto* legend = plot.plot().findChild<LegendToggle*>();
  QTest::mouseMove(&plot.plot(), legend->placeOf(QStringLiteral("float64")).center());
  EXPECT_EQ(plot.plot().cursor().shape(), Qt::PointingHandCursor);
  EXPECT_FALSE(plot.plot().toolTip().isEmpty());
  QTest::mouseMove(&plot.plot(), plot.plot().axisRect()->rect().center());
  EXPECT_NE(plot.plot().cursor().shape(), Qt::PointingHandCursor);
  EXPECT_TRUE(plot.plot().toolTip().isEmpty());
}

TEST(ExportedComparison, LeavesOutWhatIsHiddenAndTheCaptionIfWanted) {
  const Findings findings = comparing(scalar(0.5, 50), {pinnedRun(1, 0, scalar(0.9, 50))});
  PictureOptions options;
  const QImage whole = pictureOf(findings, ViewKind::GradientFlow, options);
  options.hidden = {QStringLiteral("pinned.1")};
  const QImage without = pictureOf(findings, ViewKind::GradientFlow, options);
  EXPECT_NE(whole, without);
  options.caption = false;
  EXPECT_NE(without, pictureOf(findings, ViewKind::GradientFlow, options));
}

} // namespace
} // namespace backflow::test
