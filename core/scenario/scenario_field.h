// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"
#include "core/scenario/scenario_json.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace backflow {

/// A number that stands in a scenario's file, by the path that problems name: "weights.gain",
/// "unroll.truncation.length", "pins[1].value". Setting it goes by the file's own rules, so that
/// what cannot stand in a file cannot be set either.
class ScenarioField {
 public:
  explicit ScenarioField(std::string path) : m_path(std::move(path)) {}

  const std::string& path() const { return m_path; }

  /// What is wrong with the path itself, if anything: that it names no field of this scenario, with
  /// the nearest one, or a field that holds no number. Its field is the path.
  std::optional<FieldProblem> problemIn(const nlohmann::json& scenario) const;

  /// Whether only whole numbers fit. @pre there is no problemIn().
  bool isWhole(const nlohmann::json& scenario) const;

  /// Whether the field can have this value. @pre there is no problemIn().
  bool takes(const nlohmann::json& scenario, double value) const;

  /// Writes `value` there. What the path lacks on its way is added. False if it leads nowhere.
  bool set(nlohmann::json& scenario, double value) const;

 private:
  std::string m_path;
};

/// The scenario as its file has it.
nlohmann::json plainJson(const Scenario& scenario);

} // namespace backflow
