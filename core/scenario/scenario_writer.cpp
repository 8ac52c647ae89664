// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/parameter_shapes.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/value_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(double number) {
  if (!std::isfinite(number)) {
    return shortestText(number);
  }
  // Whole numbers without ".0"; JSON readers would take −0 without it for 0.
  constexpr double exactlyWhole = 9007199254740992;
  if (std::trunc(number) == number && std::abs(number) < exactlyWhole &&
      !(number == 0 && std::signbit(number))) {
    return static_cast<std::int64_t>(number);
  }
  return number;
}

Json jsonOf(const std::vector<double>& numbers) {
  Json array = Json::array();
  for (const double number : numbers) {
    array.push_back(jsonOf(number));
  }
  return array;
}

Json jsonOf(const Rows& rows) {
  Json array = Json::array();
  for (const std::vector<double>& row : rows) {
    array.push_back(jsonOf(row));
  }
  return array;
}

Json flat(const Rows& rows) {
  Json array = Json::array();
  for (const std::vector<double>& row : rows) {
    for (const double number : row) {
      array.push_back(jsonOf(number));
    }
  }
  return array;
}

Json jsonOf(const NetworkSpec& network) {
  Json json{{"cell", enumName(network.cell)}};
  if (network.cell == CellKind::Rnn) {
    json["activation"] = enumName(network.activation);
  } else if (hasVariants(network.cell)) {
    json["variant"] = enumName(network.variant);
  }
  json["hidden"] = network.hidden;
  json["layers"] = network.layers;
  json["bidirectional"] = network.bidirectional;
  json["readout"] = enumName(network.readout);
  return json;
}

Json jsonOf(const WeightsSpec& weights, const std::vector<ParameterShape>& shapes) {
  Json json{{"init", enumName(weights.init)}};
  if (weights.init != WeightInit::Explicit) {
    json["gain"] = jsonOf(weights.gain);
    if (weights.inputGain != 1) {
      json["input_gain"] = jsonOf(weights.inputGain);
    }
    json["seed"] = weights.seed;
    if (weights.forgetBias != 0) {
      json["forget_bias"] = jsonOf(weights.forgetBias);
    }
    if (weights.updateBias != 0) {
      json["update_bias"] = jsonOf(weights.updateBias);
    }
    if (weights.chrono) {
      json["chrono"] = jsonOf(*weights.chrono);
    }
    return json;
  }
  Json& parameters = json["parameters"] = Json::object();
  for (const ParameterShape& shape : shapes) {
    const auto found = weights.parameters.find(shape.name);
    if (found != weights.parameters.end()) {
      parameters[shape.name] = isBias(shape.name) ? flat(found->second) : jsonOf(found->second);
    }
  }
  return json;
}

void addColumns(const CsvColumns& columns, Json& json) {
  json["file"] = columns.file;
  json["columns"] = columns.columns;
  json["standardize"] = columns.standardize;
}

Json jsonOf(const InputSpec& input) {
  Json json{{"kind", enumName(input.kind)}};
  switch (input.kind) {
  case InputKind::Noise:
    json["size"] = input.size;
    json["std"] = jsonOf(input.std);
    json["seed"] = input.seed;
    break;
  case InputKind::Impulse:
    json["size"] = input.size;
    json["step"] = input.step;
    json["amplitude"] = jsonOf(input.amplitude);
    break;
  case InputKind::Constant:
    json["size"] = input.size;
    json["amplitude"] = jsonOf(input.amplitude);
    break;
  case InputKind::Sine:
    json["size"] = input.size;
    json["amplitude"] = jsonOf(input.amplitude);
    json["period"] = jsonOf(input.period);
    break;
  case InputKind::Csv:
    addColumns(input.csv, json);
    break;
  case InputKind::Text:
    json["file"] = input.text;
    break;
  case InputKind::Explicit:
    json["values"] = jsonOf(input.values);
    break;
  }
  return json;
}

Json jsonOf(const InitialStateSpec& state) {
  Json json{{"kind", enumName(state.kind)}};
  if (state.kind == InitialStateKind::Noise) {
    json["std"] = jsonOf(state.std);
    json["seed"] = state.seed;
  } else if (state.kind == InitialStateKind::Explicit) {
    json["values"] = jsonOf(state.values);
    if (!state.cell.empty()) {
      json["cell"] = jsonOf(state.cell);
    }
  }
  return json;
}

Json jsonOf(const LossSpec& loss) {
  Json json{{"kind", enumName(loss.kind)}, {"at", enumName(loss.at)}};
  if (loss.kind == LossKind::Inject) {
    json["seed"] = loss.seed;
    if (!loss.gradient.empty()) {
      json["gradient"] = jsonOf(loss.gradient);
    }
  } else if (loss.kind == LossKind::CrossEntropy) {
    // The text itself holds what is wanted.
  } else if (loss.csvTarget) {
    addColumns(loss.csvTarget->source, json["target"]);
    json["target"]["ahead"] = loss.csvTarget->ahead;
  } else if (!loss.target.empty()) {
    json["target"] = jsonOf(loss.target);
  }
  if (loss.scale != 1) {
    json["scale"] = jsonOf(loss.scale);
  }
  return json;
}

Json jsonOf(const UnrollSpec& unroll) {
  Json json{{"horizon", unroll.horizon}, {"truncation", nullptr}};
  if (unroll.truncation) {
    json["truncation"] = {{"mode", enumName(unroll.truncation->mode)},
                          {"length", unroll.truncation->length}};
  }
  if (unroll.checkpointing) {
    json["checkpointing"] = *unroll.checkpointing;
  }
  return json;
}

Json jsonOf(const TaskSpec& task) {
  Json json{{"kind", enumName(task.kind)}};
  if (!task.file.empty()) {
    json["file"] = task.file;
  }
  if (task.kind == TaskKind::Sunspots) {
    json["ahead"] = task.ahead;
  }
  return json;
}

Json jsonOf(const OptimiserSpec& optimiser) {
  Json json{{"kind", enumName(optimiser.kind)}, {"rate", jsonOf(optimiser.rate)}};
  switch (optimiser.kind) {
  case OptimiserKind::Sgd:
    break;
  case OptimiserKind::Momentum:
    json["momentum"] = jsonOf(optimiser.momentum);
    break;
  case OptimiserKind::RmsProp:
    json["decay"] = jsonOf(optimiser.decay);
    json["epsilon"] = jsonOf(optimiser.epsilon);
    break;
  case OptimiserKind::Adam:
    json["beta1"] = jsonOf(optimiser.beta1);
    json["beta2"] = jsonOf(optimiser.beta2);
    json["epsilon"] = jsonOf(optimiser.epsilon);
    break;
  }
  return json;
}

Json jsonOf(const TrainingSpec& training) {
  Json json{{"task", jsonOf(training.task)}, {"optimiser", jsonOf(training.optimiser)}};
  json["batch"] = training.batch;
  json["updates"] = training.updates;
  json["seed"] = training.seed;
  json["precision"] = enumName(training.precision);
  if (training.regulariser != 0) {
    json["regulariser"] = jsonOf(training.regulariser);
  }
  json["evaluate_every"] = training.evaluateEvery;
  return json;
}

/// Text with a line for each key and for each row of a table.
class Printer {
 public:
  std::string print(const Json& json) {
    value(json, 0);
    m_text += '\n';
    return std::move(m_text);
  }

 private:
  void value(const Json& json, std::size_t depth) {
    const bool isTable = json.is_array() && !json.empty() && json.front().is_structured();
    if (json.is_object() && !json.empty()) {
      m_text += '{';
      for (auto it = json.begin(); it != json.end(); ++it) {
        newLine(depth + 1, it != json.begin());
        m_text += scalar(it.key()) + ": ";
        value(it.value(), depth + 1);
      }
      newLine(depth, false);
      m_text += '}';
    } else if (isTable) {
      m_text += '[';
      for (auto it = json.begin(); it != json.end(); ++it) {
        newLine(depth + 1, it != json.begin());
        value(*it, depth + 1);
      }
      newLine(depth, false);
      m_text += ']';
    } else if (json.is_array()) {
      m_text += '[';
      for (auto it = json.begin(); it != json.end(); ++it) {
        m_text += (it == json.begin() ? "" : ", ") + scalar(*it);
      }
      m_text += ']';
    } else {
      m_text += scalar(json);
    }
  }

  static std::string scalar(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  void newLine(std::size_t depth, bool afterComma) {
    m_text += afterComma ? ",\n" : "\n";
    m_text.append(2 * depth, ' ');
  }

  std::string m_text;
};

} // namespace

Json toJson(const Scenario& scenario) {
  Json json;
  json["format"] = "backflow-scenario";
  json["version"] = 1;
  json["title"] = scenario.title;
  json["network"] = jsonOf(scenario.network);
  json["weights"] = jsonOf(scenario.weights, parameterShapes(scenario));
  json["input"] = jsonOf(scenario.input);
  json["initial_state"] = jsonOf(scenario.initialState);
  json["loss"] = jsonOf(scenario.loss);
  json["unroll"] = jsonOf(scenario.unroll);
  json["clip"] = nullptr;
  if (scenario.clip) {
    json["clip"] = {{"mode", enumName(scenario.clip->mode)},
                    {"threshold", jsonOf(scenario.clip->threshold)}};
  }
  json["precision"] = Json::array();
  for (const Precision precision : scenario.precisions) {
    json["precision"].push_back(enumName(precision));
  }
  json["thresholds"] = {{"vanish", jsonOf(scenario.thresholds.vanish)},
                        {"explode", jsonOf(scenario.thresholds.explode)}};
  json["pins"] = Json::array();
  for (const PinSpec& pin : scenario.pins) {
    json["pins"].push_back({{"gate", enumName(pin.gate)},
                            {"value", jsonOf(pin.value)},
                            {"from", pin.from},
                            {"to", pin.to}});
  }
  if (scenario.training) {
    json["training"] = jsonOf(*scenario.training);
  }
  return json;
}

std::string writeScenario(const Scenario& scenario) {
  return Printer().print(toJson(scenario));
}

} // namespace backflow
