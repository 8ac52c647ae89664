// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/other_cells.h"

#include "core/scenario/cell_change.h"
#include "core/scenario/enum_names.h"
#include "core/unroll/run.h"

#include <utility>
#include <variant>

namespace backflow {

Scenario withOtherCell(Scenario scenario, CellKind cell) {
  if (scenario.network.cell != cell) {
    changeCell(scenario, cell);
  }
  scenario.precisions = {Precision::Float64};
  return scenario;
}

std::optional<std::vector<OtherCell>> runOtherCells(ExperimentBuilder& builder,
                                                    const Scenario& scenario,
                                                    const std::filesystem::path& folder,
                                                    const std::stop_token& stop) {
  std::vector<OtherCell> result;
  if (scenario.weights.init == WeightInit::Explicit) {
    return result;
  }
  for (const CellKind cell : enumValues<CellKind>()) {
    const auto prepared = builder.prepare(withOtherCell(scenario, cell), folder);
    const auto* experiment = std::get_if<Experiment>(&prepared);
    if (experiment == nullptr) {
      continue;
    }
    std::optional<Trace> trace = run(*experiment, {}, stop);
    if (!trace) {
      return std::nullopt;
    }
    const WeightsSpec& weights = experiment->scenario.weights;
    result.push_back({experiment->scenario.network, weights.forgetBias, weights.updateBias,
                      std::move(trace->referenceLog2)});
  }
  return result;
}

} // namespace backflow
