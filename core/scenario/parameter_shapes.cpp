// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/parameter_shapes.h"

#include "core/scenario/cell_traits.h"

namespace backflow {

namespace {

void addLayer(const NetworkSpec& network, int inputs, const std::string& suffix,
              std::vector<ParameterShape>& shapes) {
  const int hidden = network.hidden;
  std::string gates; // the letters of the blocks, in the course's form
  switch (network.cell) {
  case CellKind::Rnn:
    shapes.push_back({"W_h" + suffix, hidden, hidden});
    shapes.push_back({"W_x" + suffix, hidden, inputs});
    shapes.push_back({"b" + suffix, hidden, 1});
    return;
  case CellKind::Gru:
    gates = "cur";
    break;
  case CellKind::Lstm:
    gates = "cufo";
    break;
  }
  if (hasVariants(network.cell) && network.variant == Variant::PyTorch) {
    const int rows = static_cast<int>(gates.size()) * hidden;
    shapes.push_back({"weight_ih" + suffix, rows, inputs});
    shapes.push_back({"weight_hh" + suffix, rows, hidden});
    shapes.push_back({"bias_ih" + suffix, rows, 1});
    shapes.push_back({"bias_hh" + suffix, rows, 1});
    return;
  }
  for (const char gate : gates) {
    shapes.push_back({std::string("W_") + gate + suffix, hidden, hidden + inputs});
  }
  for (const char gate : gates) {
    shapes.push_back({std::string("b_") + gate + suffix, hidden, 1});
  }
}

} // namespace

std::string parameterSuffix(const NetworkSpec& network, int layer, bool readsBackwards) {
  return (network.layers > 1 ? "_l" + std::to_string(layer) : std::string()) +
         (readsBackwards ? "_reverse" : "");
}

int directionsOf(const NetworkSpec& network) {
  return network.bidirectional ? 2 : 1;
}

int readoutSize(const NetworkSpec& network) {
  return network.hidden * directionsOf(network);
}

int stateSize(const NetworkSpec& network) {
  return readoutSize(network) * network.layers;
}

int heldPerUnit(const NetworkSpec& network) {
  switch (network.cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
    return 6;
  case CellKind::Lstm:
    return network.variant == Variant::PyTorch ? 7 : 6;
  }
  return 1;
}

std::vector<ParameterShape> parameterShapes(const Scenario& scenario, int inputs) {
  const NetworkSpec& network = scenario.network;
  std::vector<ParameterShape> shapes;
  for (int layer = 0; layer < network.layers; ++layer) {
    const int read = layer == 0 ? inputs : readoutSize(network);
    for (int direction = 0; direction < directionsOf(network); ++direction) {
      addLayer(network, read, parameterSuffix(network, layer, direction == 1), shapes);
    }
  }
  if (scenario.loss.kind == LossKind::CrossEntropy) {
    shapes.push_back({"W_y", inputs, readoutSize(network)});
    shapes.push_back({"b_y", inputs, 1});
  }
  return shapes;
}

std::vector<ParameterShape> parameterShapes(const Scenario& scenario) {
  return parameterShapes(scenario, inputSize(scenario.input));
}

bool isBias(const std::string& name) {
  return !name.empty() && name.front() == 'b';
}

bool isRecurrent(const std::string& name) {
  return name.rfind("W_h", 0) == 0 || name.rfind("weight_hh", 0) == 0 ||
         (name.rfind("W_", 0) == 0 && name.rfind("W_x", 0) != 0 && name.rfind("W_y", 0) != 0);
}

} // namespace backflow
