// SPDX-License-Identifier: GPL-3.0-or-later
// Every network's gradients against central differences of a second forward pass in long double;
// the step and its error are those of finite_difference_test.cpp.
#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "tests/support/compare.h"
#include "tests/support/experiments.h"
#include "tests/support/naive_cells.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace backflow::test {
namespace {

struct Network {
  std::string name;
  NetworkSpec spec;
  LossKind loss = LossKind::SquaredError;
  LossPlace at = LossPlace::Last;
  std::vector<PinSpec> pins;
};

void PrintTo(const Network& network, std::ostream* out) {
  *out << network.name;
}

Experiment experimentOf(const Network& network) {
  Scenario scenario;
  scenario.network = network.spec;
  scenario.weights.gain = 1.2;
  scenario.weights.init = WeightInit::Uniform;
  scenario.input.size = 2;
  scenario.input.std = 0.8;
  scenario.initialState.kind = InitialStateKind::Noise;
  scenario.initialState.std = 0.5;
  scenario.unroll.horizon = 6;
  scenario.loss.kind = network.loss;
  scenario.loss.at = network.at;
  scenario.pins = network.pins;
  if (network.loss == LossKind::CrossEntropy) {
    scenario.input.kind = InputKind::Text;
    scenario.input.text = (std::filesystem::path(testing::TempDir()) / "naive_cells.txt").string();
    std::ofstream(scenario.input.text) << "abacbc";
    std::ofstream(scenario.input.text, std::ios::app) << "ab";
  }
  Experiment experiment = test::experimentOf(scenario);
  if (hasCellState(network.spec.cell)) {
    experiment.initialCell.setConstant(0.4);
  }
  return experiment;
}

template <class LossAt> Wide difference(LossAt lossAt) {
  constexpr Wide step = 0x1p-13L;
  return (8 * (lossAt(step) - lossAt(-step)) - (lossAt(2 * step) - lossAt(-2 * step))) /
         (12 * step);
}

class EveryNetwork : public testing::TestWithParam<Network> {};

TEST_P(EveryNetwork, GradientsAreTheDerivatives) {
  constexpr double tolerance = 1e-11;
  const Experiment experiment = experimentOf(GetParam());
  const Trace trace = traceOf(experiment);
  const RunTrace& run = runOf(trace, Precision::Float64);
  NaiveCells naive(experiment);
  EXPECT_NEAR(run.loss, static_cast<double>(naive.loss()), 1e-14);
  for (auto& [name, table] : naive.parameters) {
    WideTable expected;
    for (WideVector& row : table) {
      expected.emplace_back();
      for (Wide& number : row) {
        const Wide kept = number;
        expected.back().push_back(difference([&](Wide amount) {
          number = kept + amount;
          return naive.loss();
        }));
        number = kept;
      }
    }
    const Eigen::MatrixXd& found = parameter(run.parameterGradients, name);
    if (found.isZero(0)) {
      EXPECT_LE(norm(expected[0]), 1e-15L) << name; // of a gate that is pinned throughout
    } else {
      EXPECT_LE(errorByLargest(found, expected), tolerance) << name;
    }
  }
  WideTable states;
  for (int t = 1; t <= experiment.scenario.unroll.horizon; ++t) {
    states.emplace_back();
    for (Eigen::Index unit = 0; unit < run.stateGradients.rows(); ++unit) {
      states.back().push_back(difference([&](Wide amount) {
        return naive.loss({t, static_cast<std::size_t>(unit), amount});
      }));
    }
  }
  EXPECT_LE(errorByLargest(run.stateGradients.transpose(), states), tolerance);
  for (std::size_t k = 0; k < states.size(); ++k) {
    EXPECT_NEAR(run.steps.gradientNorm[k], static_cast<double>(norm(states[k])), 1e-11);
  }
}

std::vector<Network> networks() {
  std::vector<Network> all;
  std::vector<std::pair<std::string, NetworkSpec>> cells;
  for (const CellKind cell : enumValues<CellKind>()) {
    const std::string name(enumName(cell));
    if (hasVariants(cell)) {
      cells.push_back({name + "Course", {cell, Activation::Tanh, 3, Variant::Course}});
      cells.push_back({name + "PyTorch", {cell, Activation::Tanh, 3, Variant::PyTorch}});
    } else {
      cells.push_back({name, {cell, Activation::Tanh, 3}});
    }
  }
  for (const auto& [name, cell] : cells) {
    for (const LossPlace at : {LossPlace::Last, LossPlace::Every}) {
      const std::string place = at == LossPlace::Last ? "Last" : "Every";
      NetworkSpec spec = cell;
      all.push_back({name + ("Single" + place), spec, LossKind::Inject, at, {}});
      spec.layers = 3;
      all.push_back({name + ("Stacked" + place), spec, LossKind::SquaredError, at, {}});
      spec.layers = 2;
      spec.bidirectional = true;
      all.push_back({name + ("Bidirectional" + place), spec, LossKind::SquaredError, at, {}});
      spec.readout = Readout::Attention;
      all.push_back(
          {name + ("BidirectionalAttention" + place), spec, LossKind::CrossEntropy, at, {}});
      spec.layers = 1;
      spec.bidirectional = false;
      all.push_back({name + ("Attention" + place), spec, LossKind::SquaredError, at, {}});
      spec.readout = Readout::State;
      all.push_back({name + ("Text" + place), spec, LossKind::CrossEntropy, at, {}});
    }
  }
  for (const auto& [name, cell] : cells) {
    for (const Gate gate : gatesOf(cell.cell)) {
      all.push_back({name + "Pinned_" + std::string(enumName(gate)),
                     cell,
                     LossKind::SquaredError,
                     LossPlace::Every,
                     {{gate, 0.25, 2, 4}}});
    }
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(All, EveryNetwork, testing::ValuesIn(networks()),
                         [](const auto& made) { return made.param.name; });

} // namespace
} // namespace backflow::test
