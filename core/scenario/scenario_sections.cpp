// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_sections.h"

#include "core/scenario/json_object_reader.h"
#include "core/scenario/validation.h"

#include <array>

namespace backflow {

namespace {

/// What this version can compute of the readouts that the format knows.
enum class Readout { State };

} // namespace

template <> constexpr auto enumNames<Readout>() {
  return std::array{std::pair{Readout::State, std::string_view{"state"}}};
}

namespace {

using Json = nlohmann::json;
using Problems = std::vector<FieldProblem>;

void requireOne(JsonObjectReader& reader, const std::string& key) {
  NumberRule rule{"is not a count", 1, 1, true};
  if (const Json* value = reader.find(key)) {
    const bool isNumber = value->is_number();
    if (!isNumber || value->get<double>() != 1) {
      const bool isCount = isNumber && value->get<double>() > 1;
      rule.complaint = isCount ? "is not computed by this version" : "is not a count";
      reader.report(rule.violation(reader.pathOf(key), JsonObjectReader::textOf(*value)));
    }
  }
}

void readParameters(const Json& json, std::map<std::string, Rows>& parameters, Problems& problems) {
  JsonObjectReader reader(json, "weights.parameters", problems);
  for (const char* name : {"W_h", "W_x"}) {
    if (auto rows = reader.rows(name)) {
      parameters[name] = std::move(*rows);
    }
  }
  if (const auto vector = reader.numbers("b")) {
    Rows& rows = parameters["b"];
    for (const double number : *vector) {
      rows.push_back({number});
    }
  }
  reader.reportUnknownKeys();
}

void readBias(JsonObjectReader& reader, const std::string& key) {
  const Json* value = reader.find(key);
  if (value != nullptr && !value->is_number()) {
    reader.report(reader.pathOf(key), JsonObjectReader::textOf(*value), "is not a bias",
                  "give a finite number");
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
  const bool cellIsKnown = reader.choice("cell", "a cell", network.cell, {"gru", "lstm"});
  reader.choice("activation", "an activation", network.activation);
  reader.whole("hidden", rules::hidden, network.hidden);
  requireOne(reader, "layers");
  bool bidirectional = false;
  reader.truth("bidirectional", bidirectional);
  if (bidirectional) {
    reader.report("network.bidirectional", "true", "is not computed by this version", "give false");
  }
  Readout readout = Readout::State;
  reader.choice("readout", "a readout", readout, {"attention"});
  if (cellIsKnown) {
    reader.reportUnknownKeys(enumName(network.cell), {"variant"});
  }
}

void readWeights(const Json& json, WeightsSpec& weights, Problems& problems) {
  JsonObjectReader reader(json, "weights", problems);
  const bool initIsKnown = reader.choice("init", "an initialiser", weights.init);
  // Explicit weights leave the defaults: neither the gain nor the seed has an effect on them.
  WeightsSpec ignored;
  WeightsSpec& drawn = weights.init == WeightInit::Explicit ? ignored : weights;
  reader.number("gain", rules::gain, drawn.gain);
  reader.seed("seed", drawn.seed);
  readBias(reader, "forget_bias");
  readBias(reader, "update_bias");
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
  if (!reader.choice("kind", "a kind of input", input.kind, {"text"})) {
    return;
  }
  const InputKind kind = input.kind;
  if (kind == InputKind::Csv) {
    readColumns(reader, input.csv);
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
  }
  reader.reportUnknownKeys(enumName(state.kind), {"std", "seed", "values"});
}

void readLoss(const Json& json, LossSpec& loss, Problems& problems) {
  JsonObjectReader reader(json, "loss", problems);
  if (!reader.choice("kind", "a kind of loss", loss.kind, {"cross_entropy"})) {
    return;
  }
  reader.choice("at", "a place of the loss", loss.at);
  if (loss.kind == LossKind::Inject) {
    reader.seed("seed", loss.seed);
    if (auto gradient = reader.numbers("gradient")) {
      loss.gradient = std::move(*gradient);
    }
  } else {
    readTarget(reader, loss, problems);
  }
  reader.reportUnknownKeys(enumName(loss.kind), {"seed", "gradient", "target"});
}

} // namespace backflow
