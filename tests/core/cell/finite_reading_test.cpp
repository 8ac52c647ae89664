// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/finite_reading.h"

#include "core/network/architecture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace backflow {
namespace {

StepProgram programOf(const NetworkSpec& network) {
  Scenario scenario;
  scenario.network = network;
  return planNetwork(scenario, 3).stages.front().front().program;
}

NetworkSpec plain(Activation activation, int layers = 1) {
  NetworkSpec network;
  network.cell = CellKind::Rnn;
  network.activation = activation;
  network.layers = layers;
  return network;
}

NetworkSpec gated(CellKind cell, Variant variant) {
  NetworkSpec network;
  network.cell = cell;
  network.variant = variant;
  return network;
}

std::vector<std::string> namesOf(const StepProgram& program, const std::vector<int>& registers) {
  std::vector<std::string> names;
  for (const int reg : registers) {
    names.push_back(program.registers[static_cast<std::size_t>(reg)].name);
  }
  return names;
}

using Names = std::vector<std::string>;

TEST(FiniteReading, AnInfOfAnyResultOfASaturatingCellShowsInItsOutput) {
  for (const NetworkSpec& network :
       {plain(Activation::Tanh), plain(Activation::Sigmoid), plain(Activation::Identity),
        gated(CellKind::Gru, Variant::Course), gated(CellKind::Gru, Variant::PyTorch),
        gated(CellKind::Lstm, Variant::Course), gated(CellKind::Lstm, Variant::PyTorch)}) {
    const StepProgram program = programOf(network);
    EXPECT_EQ(telltaleResults(program), std::vector<int>{program.output});
  }
}

TEST(FiniteReading, AnInfThatReluDropsIsLookedForBeforeIt) {
  const StepProgram program = programOf(plain(Activation::Relu));
  EXPECT_EQ(namesOf(program, telltaleResults(program)), (Names{"a", "h"}));
}

TEST(FiniteReading, EveryOtherDerivativeOfACellWithoutReluPassesItsInfOn) {
  for (const NetworkSpec& network :
       {plain(Activation::Tanh, 2), plain(Activation::Sigmoid), plain(Activation::Identity),
        gated(CellKind::Gru, Variant::Course), gated(CellKind::Gru, Variant::PyTorch),
        gated(CellKind::Lstm, Variant::Course), gated(CellKind::Lstm, Variant::PyTorch)}) {
    EXPECT_EQ(telltaleDerivatives(programOf(network)), std::vector<int>());
  }
}

TEST(FiniteReading, ADerivativeThatReluMasksIsLookedAtItself) {
  const StepProgram program = programOf(plain(Activation::Relu, 2));
  EXPECT_EQ(telltaleDerivatives(program), program.layerOutputs);
}

} // namespace
} // namespace backflow
