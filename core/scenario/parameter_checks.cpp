// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/parameter_checks.h"

#include "core/scenario/parameter_shapes.h"
#include "core/scenario/table_checks.h"
#include "core/scenario/validation.h"
#include "core/scenario/value_text.h"

#include <algorithm>

namespace backflow {

namespace {

using Problems = std::vector<FieldProblem>;

void checkParameter(const Scenario& scenario, const ParameterShape& shape, Problems& problems) {
  const auto& parameters = scenario.weights.parameters;
  const std::string field = "weights.parameters." + shape.name;
  const auto found = parameters.find(shape.name);
  if (shape.columns < 1) {
    return;
  }
  const auto rows = static_cast<std::size_t>(shape.rows);
  const auto columns = static_cast<std::size_t>(shape.columns);
  if (found == parameters.end()) {
    if (isRecurrent(shape.name)) {
      problems.push_back(
          sentenceProblem(field, "", "is missing",
                          "give " + counted(rows, "row") + " of " + counted(columns, "number")));
    }
    return;
  }
  const std::string reason =
      counted(static_cast<std::size_t>(scenario.network.hidden), "hidden unit");
  std::optional<FieldProblem> problem;
  if (isBias(shape.name)) {
    const bool oneColumn = std::all_of(found->second.begin(), found->second.end(),
                                       [](const auto& row) { return row.size() == 1; });
    problem = oneColumn ? checkList(field, found->second.size(), rows, reason)
                        : checkTable(field, found->second, {rows, 1, 1}, reason);
  } else {
    problem = checkTable(field, found->second, {rows, columns, columns}, reason);
  }
  if (problem) {
    problems.push_back(std::move(*problem));
  }
}

} // namespace

std::vector<FieldProblem> checkParameters(const Scenario& scenario, int inputs) {
  Problems problems;
  std::vector<std::string> names;
  for (const ParameterShape& shape : parameterShapes(scenario, inputs)) {
    names.push_back(shape.name);
    checkParameter(scenario, shape, problems);
  }
  for (const auto& [name, rows] : scenario.weights.parameters) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      FieldProblem problem{"weights.parameters." + shortened(name),
                           inQuotes(name),
                           "is not a known key",
                           Remedy::KnownKey,
                           0,
                           0,
                           {},
                           {}};
      if (const auto nearest = nearestName(name, names)) {
        problem.choices = {*nearest};
      }
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

} // namespace backflow
