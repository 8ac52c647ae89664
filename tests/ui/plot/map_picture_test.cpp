// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/map_picture.h"

#include "core/unroll/influence.h"
#include "tests/support/experiments.h"
#include "ui/plot/map_plot.h"

#include <gtest/gtest.h>

#include <cmath>

namespace backflow::test {
namespace {

Findings findingsOf(const Scenario& scenario, bool keepsUnits = true) {
  RunOptions options;
  options.keepStates = keepsUnits;
  Findings findings;
  findings.trace = std::make_shared<const Trace>(run(experimentOf(scenario), options).value());
  return findings;
}

Scenario gated(CellKind cell) {
  Scenario scenario = drawn(Activation::Tanh, 5, 12, 1);
  scenario.network.cell = cell;
  scenario.network.variant = Variant::PyTorch;
  return scenario;
}

TEST(MapPicture, UnitsAreTheStatesOfTheWidestFormat) {
  const Findings findings = findingsOf(drawn(Activation::Tanh, 5, 12, 1));
  const MapPicture picture = mapPictureOf(findings, MapKind::Units);
  ASSERT_EQ(picture.absence, MapAbsence::None);
  EXPECT_EQ(picture.precision, Precision::Float64);
  EXPECT_EQ(picture.values, runOf(*findings.trace, Precision::Float64).states);
  EXPECT_EQ(picture.lowest, -picture.highest);
}

TEST(MapPicture, GatesStandOneAboveTheOtherTheFirstOnTop) {
  const Findings findings = findingsOf(gated(CellKind::Lstm));
  const MapPicture picture = mapPictureOf(findings, MapKind::Gates);
  ASSERT_EQ(picture.absence, MapAbsence::None);
  ASSERT_EQ(picture.bands.size(), 5U); // i, f, g, o and tanh(c)
  EXPECT_EQ(picture.bands.front().name, "i");
  EXPECT_EQ(picture.bands.front().first, 20);
  EXPECT_EQ(picture.bands.back().first, 0);
  const NamedMatrix& forget = runOf(*findings.trace, Precision::Float64).gates[1];
  EXPECT_EQ(picture.values.middleRows(picture.bands[1].first, 5), forget.values);
}

TEST(MapPicture, SaysWhyThereIsNothing) {
  const Findings plain = findingsOf(drawn(Activation::Tanh, 5, 12, 1));
  EXPECT_EQ(mapPictureOf(plain, MapKind::Gates).absence, MapAbsence::NoGates);
  EXPECT_EQ(mapPictureOf(plain, MapKind::Attention).absence, MapAbsence::NoAttention);
  EXPECT_EQ(mapPictureOf(plain, MapKind::Influence).absence, MapAbsence::NotYet);
  EXPECT_EQ(mapPictureOf({}, MapKind::Units).absence, MapAbsence::NotYet);
  Scenario longer = drawn(Activation::Tanh, 64, 40000, 1);
  EXPECT_EQ(mapPictureOf(findingsOf(longer, false), MapKind::Units).absence,
            MapAbsence::TooManySteps);
  MapPlot plot(MapKind::Gates);
  plot.setFindings(plain);
  EXPECT_TRUE(plot.absenceText().contains(QStringLiteral("GRU")));
}

TEST(MapPicture, InfluenceIsTheLogarithmAndNothingWhereNoLossReaches) {
  const Scenario scenario = squaredError(drawn(Activation::Tanh, 4, 9, 0.8), LossPlace::Every, 0.5);
  Findings findings = findingsOf(scenario);
  const Eigen::MatrixXd norms = influenceOf(experimentOf(scenario)).value();
  findings.influence = std::make_shared<const InfluenceStudy>(InfluenceStudy{scenario, norms});
  const MapPicture picture = mapPictureOf(findings, MapKind::Influence);
  EXPECT_FALSE(picture.onlyLastLoss);
  EXPECT_TRUE(std::isnan(picture.values(2, 5))); // the third loss and the sixth state
  EXPECT_DOUBLE_EQ(picture.values(5, 2), std::log10(norms(5, 2)));
}

TEST(MapPicture, AttentionSumsToOne) {
  Scenario scenario = drawn(Activation::Tanh, 5, 12, 1);
  scenario.network.readout = Readout::Attention;
  const MapPicture picture = mapPictureOf(findingsOf(scenario), MapKind::Attention);
  ASSERT_EQ(picture.values.rows(), 1);
  EXPECT_EQ(picture.rowTimes, std::vector<int>{12});
  EXPECT_NEAR(picture.values.sum(), 1, 1e-14);
}

} // namespace
} // namespace backflow::test
