// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/parameter_count.h"

#include "core/scenario/enum_names.h"
#include "core/scenario/parameter_shapes.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace backflow::test {
namespace {

NetworkSpec networkOf(CellKind cell, Variant variant, int hidden) {
  NetworkSpec network;
  network.cell = cell;
  network.variant = variant;
  network.hidden = hidden;
  return network;
}

int sizeOf(const ParameterCount& count, const char* name) {
  const auto found = std::find_if(count.vectors.begin(), count.vectors.end(),
                                  [&](const CountedVector& one) { return one.name == name; });
  return found == count.vectors.end() ? 0 : found->size;
}

TEST(ParameterCount, IsExerciseSixs) {
  const ParameterCount count =
      countParameters(networkOf(CellKind::Lstm, Variant::Course, 100), 10'000).value();
  EXPECT_EQ(count.total, 4'040'400);
  EXPECT_EQ(sizeOf(count, "Gu"), 100);
  EXPECT_EQ(sizeOf(count, "Gf"), 100);
  EXPECT_EQ(sizeOf(count, "Go"), 100);
  EXPECT_EQ(sizeOf(count, "c~"), 100);
  EXPECT_EQ(sizeOf(count, "x"), 10'000);
  ASSERT_EQ(count.parameters.size(), 8U);
  EXPECT_EQ(count.parameters.front().numbers, 100 * 10'100);
}

TEST(ParameterCount, KnowsTheCells) {
  const auto total = [](CellKind cell, Variant variant) {
    return countParameters(networkOf(cell, variant, 3), 5).value().total;
  };
  EXPECT_EQ(total(CellKind::Rnn, Variant::Course), 3 * (3 + 5) + 3);
  EXPECT_EQ(total(CellKind::Gru, Variant::Course), 3 * (3 * (3 + 5) + 3));
  EXPECT_EQ(total(CellKind::Gru, Variant::PyTorch), 3 * (3 * (3 + 5) + 2 * 3));
  EXPECT_EQ(total(CellKind::Lstm, Variant::Course), 4 * (3 * (3 + 5) + 3));
  EXPECT_EQ(total(CellKind::Lstm, Variant::PyTorch), 4 * (3 * (3 + 5) + 2 * 3));
}

TEST(ParameterCount, IsTheSumOverShapesAndOverLayers) {
  for (const CellKind cell : enumValues<CellKind>()) {
    for (const Variant variant : {Variant::Course, Variant::PyTorch}) {
      for (const bool both : {false, true}) {
        Scenario scenario;
        scenario.network = networkOf(cell, variant, 7);
        scenario.network.layers = 3;
        scenario.network.bidirectional = both;
        std::int64_t shapes = 0;
        for (const ParameterShape& shape : parameterShapes(scenario, 4)) {
          shapes += std::int64_t{shape.rows} * shape.columns;
        }
        const ParameterCount count = countParameters(scenario.network, 4).value();
        std::int64_t layers = 0;
        for (const CountedLayer& layer : count.layers) {
          const std::int64_t formula =
              std::int64_t{layer.blocks} * (7 * (7 + layer.inputs) + layer.biases * 7);
          EXPECT_EQ(layer.numbers, formula);
          layers += layer.copies * formula;
        }
        EXPECT_EQ(count.total, shapes);
        EXPECT_EQ(count.total, layers);
      }
    }
  }
}

TEST(ParameterCount, IsExactFarBeyondWhatRuns) {
  const auto lstm = networkOf(CellKind::Lstm, Variant::Course, largestCounted);
  EXPECT_EQ(countParameters(lstm, largestCounted).value().total,
            4 * (std::int64_t{largestCounted} * 200'000'000 + largestCounted));
}

TEST(ParameterCount, RefusesWhatSixtyFourBitsCannotHold) {
  NetworkSpec lstm = networkOf(CellKind::Lstm, Variant::PyTorch, largestCounted);
  lstm.bidirectional = true;
  lstm.layers = mostCountedLayers;
  EXPECT_FALSE(countParameters(lstm, largestCounted));
  lstm.layers = 2;
  EXPECT_TRUE(countParameters(lstm, largestCounted));
}

} // namespace
} // namespace backflow::test
