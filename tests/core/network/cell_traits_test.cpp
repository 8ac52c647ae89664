// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a cell in tables must be so in the list of operations that runs.
#include "core/scenario/cell_traits.h"

#include "core/network/step_by_hand.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/parameter_shapes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace backflow::test {
namespace {

constexpr int hidden = 3;
constexpr int inputs = 2;

NetworkSpec networkOf(CellKind cell, Variant variant) {
  NetworkSpec network;
  network.cell = cell;
  network.variant = variant;
  network.hidden = hidden;
  return network;
}

template <class Expectation> void forEveryStep(Expectation expectation) {
  for (const CellKind cell : enumValues<CellKind>()) {
    for (const Variant variant : enumValues<Variant>()) {
      SCOPED_TRACE(std::string(enumName(cell)) + " " + std::string(enumName(variant)));
      const NetworkSpec network = networkOf(cell, variant);
      expectation(network, programOf(network, inputs));
    }
  }
}

TEST(CellTraits, GatesAreThoseOfTheStep) {
  forEveryStep([](const NetworkSpec& network, const StepProgram& program) {
    std::vector<Gate> found;
    for (const StepOperation& operation : program.operations) {
      if (operation.gate) {
        found.push_back(*operation.gate);
      }
    }
    std::ranges::sort(found);
    std::vector<Gate> said = gatesOf(network.cell);
    std::ranges::sort(said);
    EXPECT_EQ(found, said);
  });
}

TEST(CellTraits, CellStateIsThatOfTheStep) {
  forEveryStep([](const NetworkSpec& network, const StepProgram& program) {
    EXPECT_EQ(std::ranges::any_of(program.states, &StepState::isCell), hasCellState(network.cell));
  });
}

TEST(CellTraits, VariantsAreTwoSetsOfWeights) {
  for (const CellKind cell : enumValues<CellKind>()) {
    std::vector<std::vector<std::string>> names;
    for (const Variant variant : enumValues<Variant>()) {
      Scenario scenario;
      scenario.network = networkOf(cell, variant);
      names.emplace_back();
      for (const ParameterShape& shape : parameterShapes(scenario, inputs)) {
        names.back().push_back(shape.name);
      }
    }
    EXPECT_EQ(names.front() != names.back(), hasVariants(cell)) << enumName(cell);
  }
}

TEST(CellTraits, HeldNumbersAreThoseOfTheStep) {
  forEveryStep([](const NetworkSpec& network, const StepProgram& program) {
    EXPECT_EQ(heldPerUnit(network), program.heldSize / hidden);
  });
}

} // namespace
} // namespace backflow::test
