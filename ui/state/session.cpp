// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/session.h"

#include "core/scenario/json_text.h"
#include "core/scenario/scenario_json.h"

#include <nlohmann/json.hpp>

#include <utility>
#include <variant>

namespace backflow {

namespace {

constexpr const char* format = "backflow-session";
constexpr int version = 1;

/// As nlohmann/json tells of it if there is none.
Scenario scenarioIn(const nlohmann::json& json) {
  auto scenario = scenarioFrom(json);
  if (std::holds_alternative<std::vector<FieldProblem>>(scenario)) {
    throw nlohmann::json::other_error::create(0, "not a scenario", &json);
  }
  return std::get<Scenario>(std::move(scenario));
}

nlohmann::ordered_json jsonOf(const PinnedSettings& pin) {
  nlohmann::ordered_json json{{"slot", pin.slot},
                              {"name", pin.name.toStdString()},
                              {"shown", pin.isShown},
                              {"folder", pin.document.folder.string()},
                              {"scenario", toJson(pin.document.scenario)}};
  if (pin.namedAfter) {
    json["named_after"] = toJson(*pin.namedAfter);
  }
  return json;
}

PinnedSettings pinFrom(const nlohmann::json& json) {
  PinnedSettings pin;
  pin.slot = json.at("slot").get<int>();
  pin.name = QString::fromStdString(json.at("name").get<std::string>());
  pin.isShown = json.at("shown").get<bool>();
  pin.document.folder = json.at("folder").get<std::string>();
  pin.document.scenario = scenarioIn(json.at("scenario"));
  if (json.contains("named_after")) {
    pin.namedAfter = std::make_shared<const Scenario>(scenarioIn(json.at("named_after")));
  }
  return pin;
}

} // namespace

std::string sessionText(const Session& session) {
  nlohmann::ordered_json json{{"format", format},
                              {"version", version},
                              {"closed", session.closedProperly},
                              {"unsaved", session.isUnsaved},
                              {"folder", session.document.folder.string()},
                              {"file", session.file.string()},
                              {"scenario", toJson(session.document.scenario)}};
  // Weights that a scenario gives may be a hundred megabytes: twice only where they must be.
  if (session.opened != session.document.scenario) {
    json["opened"] = toJson(session.opened);
  }
  if (session.time > 0) {
    json["time"] = session.time;
  }
  if (!session.view.empty()) {
    json["view"] = session.view;
  }
  if (!session.beside.empty()) {
    json["beside"] = session.beside;
  }
  if (session.pinCount() > 0) {
    auto& pins = json["pins"] = nlohmann::ordered_json::array();
    for (const PinnedSettings& pin : *session.pins) {
      pins.push_back(jsonOf(pin));
    }
  }
  return json.dump();
}

std::optional<Session> sessionFrom(const std::string& text) {
  std::vector<FieldProblem> problems;
  const nlohmann::json json = parseJson(text, problems);
  if (!problems.empty() || !json.is_object()) {
    return std::nullopt;
  }
  try {
    if (json.at("format") != format) {
      return std::nullopt;
    }
    Session session;
    session.document.scenario = scenarioIn(json.at("scenario"));
    session.document.folder = json.at("folder").get<std::string>();
    session.file = json.at("file").get<std::string>();
    session.closedProperly = json.at("closed").get<bool>();
    // What is asked for with a default, earlier versions of the program did not write.
    session.isUnsaved = json.value("unsaved", true);
    session.opened =
        json.contains("opened") ? scenarioIn(json.at("opened")) : session.document.scenario;
    session.time = json.value("time", 0);
    session.view = json.value("view", "");
    session.beside = json.value("beside", "");
    if (json.contains("pins")) {
      std::vector<PinnedSettings> pins;
      for (const nlohmann::json& pin : json.at("pins")) {
        pins.push_back(pinFrom(pin));
      }
      session.pins = std::make_shared<const std::vector<PinnedSettings>>(std::move(pins));
    }
    return session;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

} // namespace backflow
