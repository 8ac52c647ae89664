// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_sections.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/json_object_reader.h"
#include "core/scenario/parameter_shapes.h"
#include "core/scenario/validation.h"

namespace backflow {

namespace {

using Json = nlohmann::json;
using Problems = std::vector<FieldProblem>;

/// Everything under `parameters`, whatever its name: which belong to the network depends on other
/// sections, and validation looks at it. A flat list is a matrix of one column.
void readParameters(const Json& json, std::map<std::string, Rows>& parameters, Problems& problems) {
  JsonObjectReader reader(json, "weights.parameters", problems);
  if (!json.is_object()) {
    return;
  }
  for (auto it = json.begin(); it != json.end(); ++it) {
    if (!isBias(it.key())) {
      if (auto rows = reader.rows(it.key())) {
        parameters[it.key()] = std::move(*rows);
      }
    } else if (const auto vector = reader.numbers(it.key())) {
      Rows& rows = parameters[it.key()];
      for (const double number : *vector) {
        rows.push_back({number});
      }
    }
  }
}

void readColumns(JsonObjectReader& reader, CsvColumns& columns) {
  reader.text("file", columns.file);
  reader.texts("columns", columns.columns);
  reader.truth("standardize", columns.standardize);
}

void readTarget(JsonObjectReader& loss, LossSpec& spec, Problems& problems) {
  const Json* target = loss.find("target");
  if (target == nullptr || !target->is_object()) {
    if (auto rows = loss.rows("target")) {
      spec.target = std::move(*rows);
    }
    return;
  }
  CsvTarget& csv = spec.csvTarget.emplace();
  JsonObjectReader reader(*target, "loss.target", problems);
  readColumns(reader, csv.source);
  reader.whole("ahead", rules::ahead, csv.ahead);
  reader.reportUnknownKeys();
}

} // namespace

void readNetwork(const Json& json, NetworkSpec& network, Problems& problems) {
  JsonObjectReader reader(json, "network", problems);
  const bool cellIsKnown = reader.choice("cell", "a cell", network.cell);
  if (network.cell == CellKind::Rnn) {
    reader.choice("activation", "an activation", network.activation);
  } else if (hasVariants(network.cell)) {
    reader.choice("variant", "a variant", network.variant);
  }
  reader.whole("hidden", rules::hidden, network.hidden);
  reader.whole("layers", rules::layers, network.layers);
  reader.truth("bidirectional", network.bidirectional);
  reader.choice("readout", "a readout", network.readout);
  if (cellIsKnown) {
    reader.reportUnknownKeys(enumName(network.cell), {"variant", "activation"});
  }
}

void readWeights(const Json& json, WeightsSpec& weights, Problems& problems) {
  JsonObjectReader reader(json, "weights", problems);
  const bool initIsKnown = reader.choice("init", "an initialiser", weights.init);
  // Explicit weights leave the defaults: neither the gain nor the seed has an effect on them.
  WeightsSpec ignored;
  WeightsSpec& drawn = weights.init == WeightInit::Explicit ? ignored : weights;
  reader.number("gain", rules::gain, drawn.gain);
  reader.number("input_gain", rules::gain, drawn.inputGain);
  reader.seed("seed", drawn.seed);
  reader.number("forget_bias", rules::gateBias, drawn.forgetBias);
  reader.number("update_bias", rules::gateBias, drawn.updateBias);
  if (reader.findUnlessNull("chrono") != nullptr) {
    reader.number("chrono", rules::chrono, drawn.chrono.emplace());
  }
  if (initIsKnown && weights.init == WeightInit::Explicit) {
    if (const Json* parameters = reader.find("parameters")) {
      readParameters(*parameters, weights.parameters, problems);
    }
  }
  if (initIsKnown) {
    reader.reportUnknownKeys(enumName(weights.init), {"parameters"});
  }
}

void readInput(const Json& json, InputSpec& input, Problems& problems) {
  JsonObjectReader reader(json, "input", problems);
  if (!reader.choice("kind", "a kind of input", input.kind)) {
    return;
  }
  const InputKind kind = input.kind;
  if (kind == InputKind::Csv) {
    readColumns(reader, input.csv);
  } else if (kind == InputKind::Text) {
    reader.text("file", input.text);
  } else if (kind == InputKind::Explicit) {
    if (auto rows = reader.rows("values")) {
      input.values = std::move(*rows);
    }
  } else {
    reader.whole("size", rules::inputSize, input.size);
  }
  if (kind == InputKind::Noise) {
    reader.number("std", rules::deviation, input.std);
    reader.seed("seed", input.seed);
  }
  if (kind == InputKind::Impulse) {
    reader.whole("step", rules::step(largestHorizon), input.step);
  }
  if (kind == InputKind::Impulse || kind == InputKind::Constant || kind == InputKind::Sine) {
    reader.number("amplitude", rules::amplitude, input.amplitude);
  }
  if (kind == InputKind::Sine) {
    reader.number("period", rules::period, input.period);
  }
  reader.reportUnknownKeys(enumName(kind), {"size", "std", "seed", "step", "amplitude", "period",
                                            "file", "columns", "standardize", "values"});
}

void readInitialState(const Json& json, InitialStateSpec& state, Problems& problems) {
  JsonObjectReader reader(json, "initial_state", problems);
  if (!reader.choice("kind", "a kind of initial state", state.kind)) {
    return;
  }
  if (state.kind == InitialStateKind::Noise) {
    reader.number("std", rules::deviation, state.std);
    reader.seed("seed", state.seed);
  } else if (state.kind == InitialStateKind::Explicit) {
    if (auto values = reader.numbers("values")) {
      state.values = std::move(*values);
    }
    if (auto cell = reader.numbers("cell")) {
      state.cell = std::move(*cell);
    }
  }
  reader.reportUnknownKeys(enumName(state.kind), {"std", "seed", "values", "cell"});
}

void readLoss(const Json& json, LossSpec& loss, Problems& problems) {
  JsonObjectReader reader(json, "loss", problems);
  if (!reader.choice("kind", "a kind of loss", loss.kind)) {
    return;
  }
  reader.choice("at", "a place of the loss", loss.at);
  if (loss.kind == LossKind::Inject) {
    reader.seed("seed", loss.seed);
    if (auto gradient = reader.numbers("gradient")) {
      loss.gradient = std::move(*gradient);
    }
  } else if (loss.kind == LossKind::SquaredError) {
    readTarget(reader, loss, problems);
  }
  reader.number("scale", rules::lossScale, loss.scale);
  reader.reportUnknownKeys(enumName(loss.kind), {"seed", "gradient", "target"});
}

} // namespace backflow
