// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/phase_picture.h"

#include "ui/plot/phase_plot.h"

#include <qcustomplot.h>

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow::test {
namespace {

/// 4 × 3 points over gain and input size, two seeds, nothing known.
PhaseStudy emptyStudy(int seeds = 2) {
  PhaseSettings settings;
  settings.columns = 4;
  settings.rows = 3;
  settings.seeds = seeds;
  PhaseStudy study;
  study.spec = sweepOf({}, settings);
  study.cells.resize(static_cast<std::size_t>(cellCount(study.spec)));
  return study;
}

void put(PhaseStudy& study, std::int64_t index, double ratioLog10) {
  const auto fate = fateOf(ratioLog10, study.spec.scenario.thresholds);
  study.cells[static_cast<std::size_t>(index)] = PhaseCell{index, ratioLog10, fate};
}

TEST(PhasePicture, TakesTheSeedsOfAPointTogether) {
  PhaseStudy study = emptyStudy(3);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  put(study, 0, -20);
  put(study, 12, -2);
  put(study, 24, -12);
  put(study, 1, nan);
  put(study, 13, nan);
  put(study, 25, 30);
  put(study, 2, 15);
  put(study, 14, 11);
  put(study, 3, -std::numeric_limits<double>::infinity());
  const PhasePicture picture = phasePictureOf(study);
  EXPECT_EQ(picture.at(0, 0).ratioLog10, -12) << "the median";
  EXPECT_EQ(picture.at(0, 0).fate, GradientFate::Vanishing);
  EXPECT_EQ(picture.at(0, 0).seeds, 3);
  EXPECT_EQ(picture.at(0, 0).seed, 2) << "the third seed's";
  EXPECT_EQ(picture.at(1, 0).fate, GradientFate::Nan);
  EXPECT_EQ(picture.at(1, 0).seed, 0);
  EXPECT_EQ(picture.at(2, 0).ratioLog10, 13);
  EXPECT_EQ(picture.at(2, 0).seed, 1) << "the lower one's";
  EXPECT_EQ(picture.at(2, 0).fate, GradientFate::Exploding);
  EXPECT_EQ(picture.at(3, 0).fate, GradientFate::Vanishing) << "all zero";
}

TEST(PhasePicture, ShowsCoarserPointsUntilTheFinerAreKnown) {
  PhaseStudy study = emptyStudy();
  put(study, 0, 5);
  PhasePicture picture = phasePictureOf(study);
  EXPECT_TRUE(picture.at(3, 2).isKnown);
  EXPECT_EQ(picture.at(3, 2).seeds, 0);
  EXPECT_EQ(picture.at(3, 2).ratioLog10, 5);
  put(study, 2, -1);
  put(study, 11, 7);
  picture = phasePictureOf(study);
  EXPECT_EQ(picture.at(3, 1).ratioLog10, -1) << "from column 2, row 0";
  EXPECT_EQ(picture.at(1, 1).ratioLog10, 5);
  EXPECT_EQ(picture.at(3, 2).ratioLog10, 7) << "its own";
  EXPECT_FALSE(phasePictureOf(emptyStudy()).at(0, 0).isKnown);
}

TEST(PhasePicture, OrderIsCoarseToFineAndHasEveryCellOnce) {
  PhaseSettings settings;
  settings.columns = 17;
  settings.rows = 9;
  settings.seeds = 2;
  const SweepSpec spec = sweepOf({}, settings);
  std::vector<std::int64_t> order = coarseToFine(spec);
  EXPECT_EQ((std::vector<std::int64_t>(order.begin(), order.begin() + 6)),
            (std::vector<std::int64_t>{0, 8, 16, 8 * 17, 8 * 17 + 8, 8 * 17 + 16}));
  std::ranges::sort(order);
  ASSERT_EQ(std::ssize(order), cellCount(spec));
  for (std::int64_t k = 0; k < std::ssize(order); ++k) {
    EXPECT_EQ(order[static_cast<std::size_t>(k)], k);
  }
}

TEST(PhasePicture, TheoryIsDrawnWhereThereIsOne) {
  PhaseStudy study = emptyStudy();
  PhasePicture picture = phasePictureOf(study);
  ASSERT_FALSE(picture.critical.empty());
  for (const PhasePlace& place : picture.critical) {
    EXPECT_EQ(place.gain, 1);
  }
  EXPECT_EQ(picture.critical.front().value, 0);
  EXPECT_EQ(picture.critical.back().value, 1);
  study.spec.scenario.network.readout = Readout::Attention;
  EXPECT_TRUE(phasePictureOf(study).critical.empty()) << "a path past the recurrence";
  study.spec.scenario.network.readout = Readout::State;
  study.spec.scenario.network.activation = Activation::Sigmoid;
  EXPECT_TRUE(phasePictureOf(study).critical.empty());
  Document lstm;
  lstm.scenario.network.cell = CellKind::Lstm;
  PhaseSettings settings = withRangeFor({}, PhaseParameter::ForgetBias);
  study.spec = sweepOf(lstm, settings);
  study.parameter = PhaseParameter::ForgetBias;
  study.cells.assign(static_cast<std::size_t>(cellCount(study.spec)), std::nullopt);
  picture = phasePictureOf(study);
  ASSERT_GT(picture.critical.size(), 5U);
  for (const PhasePlace& place : picture.critical) {
    // Γf + Γu Γo g = 1 with Γu = Γo = ½.
    EXPECT_NEAR(1 / (1 + std::exp(-place.value)) + place.gain / 4, 1, 1e-12);
    EXPECT_GE(place.gain, 0.5);
    EXPECT_LE(place.gain, 3);
  }
}

TEST(PhaseSettings, StepsBetweenWholeNumbersAreAllTheSame) {
  PhaseSettings settings = withRangeFor({}, PhaseParameter::Horizon);
  settings.rows = 10;
  const std::vector<double> values = sweepOf({}, settings).axes[1].values;
  ASSERT_GE(values.size(), 2U);
  EXPECT_LE(values.size(), 10U);
  EXPECT_EQ(values.front(), 10);
  for (std::size_t k = 1; k < values.size(); ++k) {
    EXPECT_EQ(values[k] - values[k - 1], values[1] - values[0]);
    EXPECT_EQ(std::trunc(values[k]), values[k]);
  }
  settings = withRangeFor({}, PhaseParameter::Seed);
  EXPECT_EQ(sweepOf({}, settings).seeds, 1);
  EXPECT_EQ(sweepOf({}, settings).axes[1].values.size(), 24U);
}

TEST(PhaseSettings, AScenarioHasAPlaceIfItDiffersOnlyInWhatVaries) {
  const PhaseStudy study = emptyStudy();
  Scenario scenario = study.spec.scenario;
  scenario.weights.gain = 1.25;
  scenario.weights.seed = 99;
  scenario.input.std = 0.75;
  scenario.title = "another";
  EXPECT_EQ(placeOf(scenario, study.spec, study.parameter), (std::vector{1.25, 0.75}));
  scenario.unroll.horizon = 7;
  EXPECT_FALSE(placeOf(scenario, study.spec, study.parameter));
}

template <class Thing> Thing& part(const PhasePlot& plot, const char* name) {
  auto* found = plot.plot().findChild<Thing*>(QString::fromLatin1(name));
  if (found == nullptr) {
    throw std::out_of_range(name);
  }
  return *found;
}

Findings someFindings() {
  auto study = std::make_shared<PhaseStudy>(emptyStudy());
  for (std::int64_t cell = 0; cell < 12; ++cell) {
    put(*study, cell, static_cast<double>(cell) * 4 - 20);
  }
  put(*study, 7, std::numeric_limits<double>::quiet_NaN());
  study->present = std::vector{1.0, 0.5};
  Findings findings;
  findings.phase = study;
  return findings;
}

TEST(PhasePlot, SaysThatThereIsNothingYet) {
  const PhasePlot plot;
  EXPECT_TRUE(part<QCPItemText>(plot, "notice").visible());
  EXPECT_FALSE(part<QCPColorMap>(plot, "map").visible());
}

TEST(PhasePlot, DrawsCellsTheoryAndTheScenario) {
  PhasePlot plot;
  plot.setFindings(someFindings());
  auto* data = part<QCPColorMap>(plot, "map").data();
  EXPECT_EQ(data->keySize(), 4);
  EXPECT_EQ(data->valueSize(), 3);
  EXPECT_EQ(data->cell(2, 1), 4);
  EXPECT_TRUE(std::isnan(data->cell(3, 1))) << "NaN has a colour of its own";
  EXPECT_GE(data->cell(0, 0), -plot.picture().reach);
  EXPECT_EQ(part<QCPCurve>(plot, "present").data()->at(0)->key, 1);
  EXPECT_EQ(part<QCPCurve>(plot, "critical").name(), QStringLiteral("theory, zero input"));
  EXPECT_EQ(plot.plot().legend->itemCount(), 6);
  auto away = std::make_shared<PhaseStudy>(*someFindings().phase);
  away->present.reset();
  Findings findings;
  findings.phase = away;
  plot.setFindings(findings);
  EXPECT_TRUE(part<QCPCurve>(plot, "present").data()->isEmpty());
  EXPECT_EQ(plot.plot().legend->itemCount(), 6) << "nothing moves";
  const auto borders = plot.plot().xAxis->range();
  EXPECT_LT(borders.lower, 0.5) << "half a cell beyond the first gain";
  EXPECT_GT(borders.upper, 3);
}

TEST(PhasePlot, HasTicksAtWholeSeeds) {
  PhaseSettings settings;
  settings.parameter = PhaseParameter::Seed;
  settings.least = 1;
  settings.most = 24;
  auto study = std::make_shared<PhaseStudy>();
  study->parameter = settings.parameter;
  study->spec = sweepOf({}, settings);
  study->cells.resize(static_cast<std::size_t>(cellCount(study->spec)));
  Findings findings;
  findings.phase = study;
  PhasePlot plot;
  plot.setFindings(findings);
  plot.plot().replot();
  const QVector<double> ticks = plot.plot().yAxis->tickVector();
  EXPECT_GE(ticks.size(), 2);
  for (const double tick : ticks) {
    EXPECT_EQ(tick, std::floor(tick));
  }
}

TEST(PhasePlot, AClickNamesItsCell) {
  PhasePlot plot;
  plot.resize(700, 420);
  plot.setFindings(someFindings());
  plot.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&plot));
  plot.plot().replot();
  QSignalSpy chosen(&plot, &PhasePlot::cellChosen);
  for (int column = 0; column < 4; ++column) {
    for (int row = 0; row < 3; ++row) {
      const QPointF pixel(
          plot.plot().xAxis->coordToPixel(plot.picture().gains[static_cast<std::size_t>(column)]),
          plot.plot().yAxis->coordToPixel(plot.picture().values[static_cast<std::size_t>(row)]));
      QTest::mouseClick(&plot.plot(), Qt::LeftButton, {}, pixel.toPoint());
      ASSERT_FALSE(chosen.isEmpty());
      EXPECT_EQ(chosen.last().at(0).toInt(), column);
      EXPECT_EQ(chosen.last().at(1).toInt(), row);
    }
  }
  const auto before = chosen.count();
  QTest::mouseClick(&plot.plot(), Qt::LeftButton, {}, QPoint(20, 5));
  EXPECT_EQ(chosen.count(), before) << "the title is no cell";
}

} // namespace
} // namespace backflow::test
