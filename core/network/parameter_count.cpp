// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/parameter_count.h"

#include "core/network/architecture.h"
#include "core/network/initialisers.h"
#include "core/scenario/parameter_shapes.h"

#include <algorithm>
#include <limits>

namespace backflow {

namespace {

Scenario scenarioOf(const NetworkSpec& network) {
  Scenario scenario;
  scenario.network = network;
  return scenario;
}

/// Both are not negative.
std::optional<std::int64_t> sum(std::int64_t one, std::int64_t other) {
  if (one > std::numeric_limits<std::int64_t>::max() - other) {
    return std::nullopt;
  }
  return one + other;
}

/// What a layer of this network over `inputs` numbers has, in one direction.
CountedLayer countLayer(NetworkSpec network, int inputs, int copies) {
  network.layers = 1;
  network.bidirectional = false;
  CountedLayer layer;
  layer.inputs = inputs;
  layer.copies = copies;
  layer.blocks = recurrentBlocks(network);
  std::int64_t inBiases = 0;
  for (const ParameterShape& shape : parameterShapes(scenarioOf(network), inputs)) {
    const std::int64_t numbers = std::int64_t{shape.rows} * shape.columns;
    layer.numbers += numbers;
    inBiases += isBias(shape.name) ? numbers : 0;
  }
  layer.biases = static_cast<int>(inBiases / network.hidden / layer.blocks);
  return layer;
}

std::vector<CountedVector> vectorsOf(NetworkSpec network, int inputs) {
  network.layers = 1;
  network.bidirectional = false;
  const NetworkPlan plan = planNetwork(scenarioOf(network), inputs);
  const StepProgram& program = plan.stages.front().front().program;
  std::vector<bool> isWanted(program.registers.size(), false);
  isWanted[static_cast<std::size_t>(program.input)] = true;
  for (const StepOperation& operation : program.operations) {
    if (operation.kind == StepOperationKind::Activate) {
      isWanted[static_cast<std::size_t>(operation.result)] = true;
    }
  }
  for (const StepState& state : program.states) {
    isWanted[static_cast<std::size_t>(state.current)] = true;
  }
  std::vector<CountedVector> vectors;
  for (std::size_t k = 0; k < isWanted.size(); ++k) {
    if (isWanted[k]) {
      vectors.push_back({program.registers[k].name, program.registers[k].size});
    }
  }
  return vectors;
}

} // namespace

std::optional<ParameterCount> countParameters(const NetworkSpec& network, int inputs) {
  ParameterCount count;
  for (const ParameterShape& shape : parameterShapes(scenarioOf(network), inputs)) {
    const std::int64_t numbers = std::int64_t{shape.rows} * shape.columns;
    const std::optional<std::int64_t> total = sum(count.total, numbers);
    if (!total) {
      return std::nullopt;
    }
    count.total = *total;
    count.parameters.push_back({shape, numbers});
  }
  const int directions = directionsOf(network);
  count.layers.push_back(countLayer(network, inputs, directions));
  if (network.layers > 1) {
    count.layers.push_back(
        countLayer(network, readoutSize(network), directions * (network.layers - 1)));
  }
  count.vectors = vectorsOf(network, inputs);
  return count;
}

} // namespace backflow
