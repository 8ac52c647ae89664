// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/architecture.h"

#include "core/cell/gru_cell.h"
#include "core/cell/lstm_cell.h"
#include "core/cell/rnn_cell.h"
#include "core/scenario/parameter_shapes.h"

namespace backflow {

namespace {

int addLayer(StepBuilder& builder, const NetworkSpec& network, const LayerSite& site) {
  switch (network.cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
    return addGruLayer(builder, site, network.variant);
  case CellKind::Lstm:
    return addLstmLayer(builder, site, network.variant);
  }
  return addRnnLayer(builder, site, network.activation);
}

void addHead(StepBuilder& builder, int vocabulary, int readout, int size) {
  builder.linear("y", vocabulary, {{"b_y", 0}}, {{"W_y", 0, 0, vocabulary, size, readout}});
  builder.program().headOperation = static_cast<int>(builder.program().operations.size()) - 1;
}

/// Layers first… to last, in one direction, as one step.
StepProgram planStep(const Scenario& scenario, int inputs, int firstLayer, int lastLayer,
                     bool readsBackwards, bool withHead) {
  const NetworkSpec& network = scenario.network;
  StepBuilder builder;
  // Hardly any layer has more.
  const std::size_t perLayer = network.cell == CellKind::Rnn ? 4 : 16;
  const std::size_t most = perLayer * static_cast<std::size_t>(lastLayer - firstLayer + 1);
  builder.program().registers.reserve(most);
  builder.program().operations.reserve(most);
  int below =
      builder.input(firstLayer == 0 ? "x" : "h(" + std::to_string(firstLayer) + ")", inputs);
  for (int layer = firstLayer; layer <= lastLayer; ++layer) {
    LayerSite site;
    site.input = below;
    site.hidden = network.hidden;
    site.layer = layer;
    site.parameterSuffix = parameterSuffix(network, layer, readsBackwards);
    site.vectorSuffix = network.layers > 1 ? "(" + std::to_string(layer + 1) + ")" : "";
    builder.program().firstTop = static_cast<int>(builder.program().operations.size());
    below = addLayer(builder, network, site);
    builder.program().layerOutputs.push_back(below);
  }
  builder.program().output = below;
  if (withHead) {
    addHead(builder, inputs, below, network.hidden);
  }
  return builder.finish();
}

} // namespace

NetworkPlan planNetwork(const Scenario& scenario, int inputs) {
  const NetworkSpec& network = scenario.network;
  NetworkPlan plan;
  plan.shapes = parameterShapes(scenario, inputs);
  const bool hasHead = scenario.loss.kind == LossKind::CrossEntropy;
  const bool headReadsState = network.readout == Readout::State && !network.bidirectional;
  if (!network.bidirectional) {
    plan.stages.emplace_back().push_back(
        {planStep(scenario, inputs, 0, network.layers - 1, false, hasHead && headReadsState),
         false});
  }
  for (int layer = 0; network.bidirectional && layer < network.layers; ++layer) {
    const int read = layer == 0 ? inputs : readoutSize(network);
    auto& stage = plan.stages.emplace_back();
    stage.push_back({planStep(scenario, read, layer, layer, false, false), false});
    stage.push_back({planStep(scenario, read, layer, layer, true, false), true});
  }
  if (hasHead && !headReadsState) {
    StepBuilder builder;
    const int readout = builder.input("r", readoutSize(network));
    addHead(builder, inputs, readout, readoutSize(network));
    builder.program().output = static_cast<int>(builder.program().registers.size()) - 1;
    plan.head = builder.finish();
  }
  return plan;
}

} // namespace backflow
