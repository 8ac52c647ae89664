// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/run_summary.h"

#include "tests/support/experiments.h"

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

QString summaryOf(Scenario scenario) {
  scenario.precisions = {Precision::Float32, Precision::Float64};
  return RunSummary::text(traceOf(scenario));
}

TEST(RunSummary, SaysWhyAGradientThatFadesDoesNotReachZero) {
  const QString held = summaryOf(scalar(0.9, 1100));
  EXPECT_TRUE(held.contains(QStringLiteral("float32: from t = ")) &&
              held.contains(QStringLiteral("rounding holds the gradient at 5.605 × 10⁻⁴⁵")))
      << held.toStdString();
  EXPECT_FALSE(held.contains(QStringLiteral("float64: from t = "))) << held.toStdString();
  EXPECT_FALSE(summaryOf(scalar(0.5, 1100)).contains(QStringLiteral("rounding holds")));
}

TEST(RunSummary, WhatTruncationOnlyShortensPointsTheSameWay) {
  // One weight: whatever is left of its gradient has the same sign.
  const QString text = summaryOf(truncated(scalar(0.9, 100), TruncationMode::FromLoss, 10));
  EXPECT_TRUE(text.contains(QStringLiteral("points the same way"))) << text.toStdString();
}

TEST(RunSummary, AnLstmWhoseCellHoldsTheGradientIsNotDead) {
  Scenario scenario = drawn(Activation::Tanh, 4, 20, 1);
  scenario.network.cell = CellKind::Lstm;
  scenario.pins = {{Gate::Forget, 1, 1, 20}, {Gate::Update, 0, 1, 20}};
  const QString text = summaryOf(scenario);
  EXPECT_TRUE(text.contains(QStringLiteral("No gradient reaches h at t = 1: what arrives there "
                                           "comes along the cell")))
      << text.toStdString();
  scenario.pins.front().value = 0;
  EXPECT_TRUE(summaryOf(scenario).contains(QStringLiteral("No gradient reaches t = 1 at all.")));
}

TEST(RunSummary, AttentionHasNoFactorAStepButTwoParts) {
  Scenario scenario = drawn(Activation::Tanh, 8, 30, 0.5);
  EXPECT_TRUE(summaryOf(scenario).contains(QStringLiteral("a step")));
  scenario.network.readout = Readout::Attention;
  const QString text = summaryOf(scenario);
  EXPECT_FALSE(text.contains(QStringLiteral("a step"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("what attention passes directly")))
      << text.toStdString();
}

} // namespace
} // namespace backflow::test
