// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_state.h"

#include "core/scenario/enum_names.h"
#include "core/scenario/json_object_reader.h"
#include "core/scenario/json_text.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/value_text.h"
#include "core/train/training_state_keys.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <stdexcept>

namespace backflow {

namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(double number) {
  return std::isfinite(number) ? Json(number) : Json(shortestText(number));
}

double requiredNumber(const nlohmann::json& json) {
  const std::optional<double> number = numberOf(json);
  if (!number) {
    throw std::runtime_error(json.dump() + " is not a number");
  }
  return *number;
}

std::optional<double> optionalOf(const nlohmann::json& json) {
  return json.is_null() ? std::nullopt : std::optional(requiredNumber(json));
}

Json jsonOf(const std::optional<double>& number) {
  return number ? jsonOf(*number) : Json();
}

Json jsonOf(const Parameters& parameters) {
  Json json = Json::object();
  for (const NamedMatrix& matrix : parameters) {
    Json rows = Json::array();
    for (Eigen::Index i = 0; i < matrix.values.rows(); ++i) {
      Json row = Json::array();
      for (Eigen::Index j = 0; j < matrix.values.cols(); ++j) {
        row.push_back(jsonOf(matrix.values(i, j)));
      }
      rows.push_back(std::move(row));
    }
    json[matrix.name] = std::move(rows);
  }
  return json;
}

Parameters parametersOf(const nlohmann::json& json) {
  Parameters parameters;
  for (auto it = json.begin(); it != json.end(); ++it) {
    Rows rows;
    for (const auto& row : it.value()) {
      auto& numbers = rows.emplace_back();
      for (const auto& number : row) {
        numbers.push_back(requiredNumber(number));
      }
      if (numbers.size() != rows.front().size()) {
        throw std::runtime_error(it.key() + " has rows of different length");
      }
    }
    Eigen::MatrixXd values(static_cast<Eigen::Index>(rows.size()),
                           static_cast<Eigen::Index>(rows.empty() ? 0 : rows.front().size()));
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
      for (Eigen::Index j = 0; j < values.cols(); ++j) {
        values(i, j) = rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
      }
    }
    parameters.push_back({it.key(), std::move(values)});
  }
  return parameters;
}

Json jsonOf(const UpdateRecord& record) {
  Json json;
  json["update"] = record.update;
  json["loss"] = jsonOf(record.loss);
  json["accuracy"] = jsonOf(record.accuracy);
  json["norm_before"] = jsonOf(record.normBefore);
  json["norm_after"] = jsonOf(record.normAfter);
  json["coefficient"] = jsonOf(record.coefficient);
  json["rate"] = jsonOf(record.rate);
  json["threshold"] = jsonOf(record.threshold);
  json["omega"] = jsonOf(record.omega);
  json["spectral_radius"] = jsonOf(record.spectralRadius);
  if (record.heldOut) {
    json["held_out"] = {{"loss", jsonOf(record.heldOut->loss)},
                        {"accuracy", jsonOf(record.heldOut->accuracy)},
                        {"error", jsonOf(record.heldOut->error)}};
  }
  if (!record.profile.empty()) {
    Json& profile = json["profile"] = Json::array();
    for (const double norm : record.profile) {
      profile.push_back(jsonOf(norm));
    }
  }
  return json;
}

UpdateRecord recordOf(const nlohmann::json& json) {
  UpdateRecord record;
  record.update = json.at("update").get<int>();
  record.loss = requiredNumber(json.at("loss"));
  record.accuracy = optionalOf(json.at("accuracy"));
  record.normBefore = requiredNumber(json.at("norm_before"));
  record.normAfter = requiredNumber(json.at("norm_after"));
  record.coefficient = requiredNumber(json.at("coefficient"));
  record.rate = requiredNumber(json.at("rate"));
  record.threshold = requiredNumber(json.at("threshold"));
  record.omega = requiredNumber(json.at("omega"));
  record.spectralRadius = optionalOf(json.at("spectral_radius"));
  if (json.contains("held_out")) {
    const auto& score = json["held_out"];
    record.heldOut = HeldOutScore{requiredNumber(score.at("loss")),
                                  optionalOf(score.at("accuracy")), optionalOf(score.at("error"))};
  }
  if (json.contains("profile")) {
    for (const auto& norm : json["profile"]) {
      record.profile.push_back(requiredNumber(norm));
    }
  }
  return record;
}

/// In the order of CauseKind.
constexpr std::array<std::string_view, 16> causeNames{
    "below_threshold",   "above_threshold",  "given",
    "product_underflow", "zero_factor",      "zero_derivative",
    "cancellation",      "product_overflow", "sum_overflow",
    "inf_minus_inf",     "zero_times_inf",   "inf_over_inf",
    "inherited",         "square_overflow",  "square_underflow",
    "saturated_unit"};

Json jsonOf(const TrainingEvent& event) {
  Json json;
  json["update"] = event.update;
  json["sequence"] = event.sequence;
  json["kind"] = nameOf(event.event.kind);
  json["phase"] = nameOf(event.event.phase);
  json["precision"] = enumName(event.event.precision);
  json["quantity"] = event.event.quantity;
  json["t"] = event.event.t;
  json["steps_back"] = event.event.stepsBack;
  json["element"] = event.event.element ? Json(*event.event.element) : Json();
  const Cause& cause = event.event.cause;
  json["cause"] = {{"kind", causeNames.at(static_cast<std::size_t>(cause.kind))},
                   {"left_name", cause.leftName},
                   {"left", jsonOf(cause.left)},
                   {"right_name", cause.rightName},
                   {"right", jsonOf(cause.right)},
                   {"result", jsonOf(cause.result)}};
  return json;
}

/// The value from `first` on to `last` whose name is `name`.
template <class Enum, class NameOf>
Enum valueNamed(const std::string& name, Enum first, Enum last, const NameOf& nameOfValue) {
  for (int value = static_cast<int>(first); value <= static_cast<int>(last); ++value) {
    if (nameOfValue(static_cast<Enum>(value)) == name) {
      return static_cast<Enum>(value);
    }
  }
  throw std::runtime_error(name + " is not known");
}

TrainingEvent eventOf(const nlohmann::json& json) {
  TrainingEvent result;
  result.update = json.at("update").get<int>();
  result.sequence = json.at("sequence").get<int>();
  Event& event = result.event;
  event.kind = valueNamed(json.at("kind").get<std::string>(), EventKind::ThresholdVanish,
                          EventKind::Saturation, [](EventKind kind) { return nameOf(kind); });
  event.phase = valueNamed(json.at("phase").get<std::string>(), Phase::Forward, Phase::Update,
                           [](Phase phase) { return nameOf(phase); });
  event.precision = enumNamed<Precision>(json.at("precision").get<std::string>()).value();
  event.quantity = json.at("quantity").get<std::string>();
  event.t = json.at("t").get<int>();
  event.stepsBack = json.at("steps_back").get<int>();
  if (!json.at("element").is_null()) {
    event.element = json["element"].get<int>();
  }
  const auto& cause = json.at("cause");
  event.cause.kind = valueNamed(
      cause.at("kind").get<std::string>(), CauseKind::BelowThreshold, CauseKind::SaturatedUnit,
      [](CauseKind kind) { return causeNames.at(static_cast<std::size_t>(kind)); });
  event.cause.leftName = cause.at("left_name").get<std::string>();
  event.cause.left = requiredNumber(cause.at("left"));
  event.cause.rightName = cause.at("right_name").get<std::string>();
  event.cause.right = requiredNumber(cause.at("right"));
  event.cause.result = requiredNumber(cause.at("result"));
  return result;
}

/// One record for each update so far, with a profile for each step or none.
void requireWholeRecords(const TrainingState& state) {
  if (state.optimiserSteps != static_cast<int>(state.records.size())) {
    throw std::runtime_error("it has not one record for each update");
  }
  for (std::size_t i = 0; i < state.records.size(); ++i) {
    const UpdateRecord& record = state.records[i];
    const auto steps = static_cast<std::size_t>(state.scenario.unroll.horizon);
    if (record.update != static_cast<int>(i) + 1 ||
        (!record.profile.empty() && record.profile.size() != steps)) {
      throw std::runtime_error("record " + std::to_string(i + 1) + " does not fit");
    }
  }
}

} // namespace

void writeTrainingState(const TrainingState& state, std::ostream& out) {
  Json json;
  json["format"] = "backflow-training";
  json["version"] = 1;
  json["scenario"] = toJson(state.scenario);
  json["optimiser_steps"] = state.optimiserSteps;
  json["weights"] = jsonOf(state.weights);
  json["first_moments"] = jsonOf(state.firstMoments);
  json["second_moments"] = jsonOf(state.secondMoments);
  json["records"] = Json::array();
  for (const UpdateRecord& record : state.records) {
    json["records"].push_back(jsonOf(record));
  }
  json["events"] = Json::array();
  for (const TrainingEvent& event : state.events) {
    json["events"].push_back(jsonOf(event));
  }
  out << json.dump() << '\n';
}

std::variant<TrainingState, std::vector<FieldProblem>> readTrainingState(const std::string& text) {
  std::vector<FieldProblem> problems;
  const nlohmann::json json = parseJson(text, problems);
  if (json.is_discarded()) {
    return problems;
  }
  const auto format = json.is_object() ? json.find("format") : json.end();
  if (format == json.end() || *format != "backflow-training") {
    return std::vector<FieldProblem>{sentenceProblem(
        "format", "", "is not that of a saved training", "give a file that train --state wrote")};
  }
  for (FieldProblem& stranger : strangersIn(json)) {
    problems.push_back(std::move(stranger));
  }
  if (!problems.empty()) {
    return problems;
  }
  TrainingState state;
  const char* reading = "";
  const auto part = [&](const char* name) -> const nlohmann::json& {
    reading = name;
    return json.at(name);
  };
  try {
    auto scenario = scenarioFrom(part("scenario"));
    if (auto* wrong = std::get_if<std::vector<FieldProblem>>(&scenario)) {
      for (FieldProblem& problem : *wrong) {
        problem.field.insert(0, problem.field.empty() ? "scenario" : "scenario.");
      }
      return std::move(*wrong);
    }
    state.scenario = std::get<Scenario>(std::move(scenario));
    state.optimiserSteps = part("optimiser_steps").get<int>();
    state.weights = parametersOf(part("weights"));
    state.firstMoments = parametersOf(part("first_moments"));
    state.secondMoments = parametersOf(part("second_moments"));
    for (const auto& event : part("events")) {
      state.events.push_back(eventOf(event));
    }
    for (const auto& record : part("records")) {
      state.records.push_back(recordOf(record));
    }
    requireWholeRecords(state);
  } catch (const std::exception&) {
    return std::vector<FieldProblem>{sentenceProblem(reading, "", "is missing or damaged",
                                                     "give a file that train --state wrote")};
  }
  return state;
}

} // namespace backflow
