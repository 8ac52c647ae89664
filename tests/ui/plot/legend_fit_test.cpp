// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/legend_fit.h"

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

void expectFit(const LegendFit& fit, bool isBeside, LegendOrder order, int columns, int lines) {
  EXPECT_EQ(fit.isBeside, isBeside);
  EXPECT_EQ(fit.order, order);
  EXPECT_EQ(fit.columns, columns);
  EXPECT_EQ(fit.lines, lines);
}

TEST(LegendFit, TakesTheFewestLinesAndTheTitlesIfItCan) {
  expectFit(fitLegend({90, 90}, 200, 400), true, LegendOrder::Across, 2, 1);
  expectFit(fitLegend({90, 90, 90}, 200, 400), false, LegendOrder::Across, 3, 1);
  expectFit(fitLegend({90, 90, 90, 90, 90}, 100, 400), false, LegendOrder::Across, 3, 2);
  expectFit(fitLegend({90, 90, 90}, 60, 60), false, LegendOrder::Across, 1, 3);
}

TEST(LegendFit, PutsLongNamesBelowEachOther) {
  // Row by row, each column has a long one: 240 + 205 is too much.
  expectFit(fitLegend({240, 205, 205, 95, 95}, 100, 400), false, LegendOrder::Down, 2, 3);
  expectFit(fitLegend({205, 205, 95, 95}, 100, 400), false, LegendOrder::Down, 2, 2);
}

} // namespace
} // namespace backflow::test
