// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/other_cells.h"

#include "core/scenario/enum_names.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

TEST(OtherCells, AreTheScenarioWithEachCell) {
  Scenario scenario = drawn(Activation::Tanh, 6, 15, 1.2);
  scenario.network.cell = CellKind::Lstm;
  scenario.network.variant = Variant::PyTorch;
  scenario.weights.forgetBias = 2;
  scenario.pins = {{Gate::Output, 0.5, 3, 4}};
  ExperimentBuilder builder;
  const auto others = runOtherCells(builder, scenario, {}).value();
  constexpr auto cells = enumValues<CellKind>();
  ASSERT_EQ(others.size(), cells.size());
  for (std::size_t k = 0; k < cells.size(); ++k) {
    EXPECT_EQ(others[k].network.cell, cells[k]);
  }
  EXPECT_EQ(others[2].referenceLog2, traceOf(scenario).referenceLog2);
  Scenario plain = scenario;
  plain.network.cell = CellKind::Rnn;
  plain.weights.forgetBias = 0;
  plain.pins.clear();
  EXPECT_EQ(others[0].referenceLog2, traceOf(plain).referenceLog2);
}

TEST(OtherCells, AreNoneWhereTheWeightsAreGiven) {
  ExperimentBuilder builder;
  EXPECT_TRUE(runOtherCells(builder, scalar(0.5, 10), {}).value().empty());
}

TEST(OtherCells, CanBeStopped) {
  ExperimentBuilder builder;
  std::stop_source stop;
  stop.request_stop();
  EXPECT_FALSE(runOtherCells(builder, drawn(Activation::Tanh, 6, 15, 1), {}, stop.get_token()));
}

} // namespace
} // namespace backflow::test
