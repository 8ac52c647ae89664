// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/drawable_view.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/field_rules.h"
#include "core/scenario/value_text.h"
#include "ui/plot/view_names.h"
#include "ui/state/findings.h"

#include <string>
#include <utility>
#include <vector>

namespace backflow {

namespace {

FieldProblem choiceProblem(std::string field, std::string_view value, std::string complaint,
                           std::vector<std::string> choices) {
  FieldProblem problem =
      sentenceProblem(std::move(field), inQuotes(value), std::move(complaint), "");
  problem.remedy = Remedy::Choice;
  problem.choices = std::move(choices);
  return problem;
}

std::vector<std::string> cellsWithGates() {
  std::vector<std::string> names;
  for (const auto& [cell, name] : enumNames<CellKind>()) {
    if (hasGates(cell)) {
      names.emplace_back(name);
    }
  }
  return names;
}

} // namespace

std::optional<FieldProblem> problemOfView(const Scenario& scenario, ViewKind view) {
  const NetworkSpec& network = scenario.network;
  const std::string ofView = " for --plot " + std::string(enumName(view));
  if (view == ViewKind::Gates && !hasGates(network.cell)) {
    return choiceProblem("network.cell", enumName(network.cell), "has no gates" + ofView,
                         cellsWithGates());
  }
  if (view == ViewKind::Attention && network.readout != Readout::Attention) {
    return choiceProblem("network.readout", enumName(network.readout), "has no weights" + ofView,
                         {std::string(enumName(Readout::Attention))});
  }
  if (view == ViewKind::PhaseDiagram && scenario.weights.init == WeightInit::Explicit) {
    return sentenceProblem("weights.init", inQuotes(enumName(scenario.weights.init)),
                           "has no gain" + ofView, "give drawn weights");
  }
  int longest = scenario.unroll.horizon;
  if (view == ViewKind::Influence) {
    longest = longestInfluence;
  } else if (view == ViewKind::Units || view == ViewKind::Gates) {
    longest = longestWithUnits(scenario);
  }
  if (scenario.unroll.horizon > longest) {
    const std::string complaint = "is too long" + ofView;
    const NumberRule rule{complaint.c_str(), 1, static_cast<double>(longest), true};
    return rule.violation("unroll.horizon", std::to_string(scenario.unroll.horizon));
  }
  return std::nullopt;
}

} // namespace backflow
