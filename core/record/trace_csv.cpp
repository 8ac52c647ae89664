// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/trace_json.h"

#include "core/scenario/csv_cell.h"
#include "core/scenario/value_text.h"

#include <string>
#include <variant>
#include <vector>

namespace backflow {

namespace {

struct Column {
  std::string name;
  std::variant<const std::vector<double>*, const std::vector<int>*> numbers;

  std::string at(std::size_t step) const {
    if (const auto* const* doubles = std::get_if<const std::vector<double>*>(&numbers)) {
      return step < (*doubles)->size() ? shortestText((**doubles)[step]) : "";
    }
    const std::vector<int>& counts = *std::get<const std::vector<int>*>(numbers);
    return step < counts.size() ? std::to_string(counts[step]) : "";
  }
};

void addColumns(const RunTrace& run, std::vector<Column>& columns) {
  const std::string prefix = std::string(nameOf(run.precision)) + ".";
  const StepRecords& steps = run.steps;
  columns.push_back({prefix + "state_norm", &steps.stateNorm});
  columns.push_back({prefix + "gradient_norm", &steps.gradientNorm});
  columns.push_back({prefix + "parameter_gradient_norm", &steps.parameterGradientNorm});
  const auto addIfAny = [&](const std::string& name, const std::vector<double>& numbers) {
    if (!numbers.empty()) {
      columns.push_back({prefix + name, &numbers});
    }
  };
  addIfAny("gradient_norm_before_clip", steps.gradientNormBeforeClip);
  addIfAny("parameter_gradient_norm_after_clip", steps.parameterGradientNormAfterClip);
  addIfAny("cell_gradient_norm", steps.cellGradientNorm);
  addIfAny("cell_gradient_direct_norm", steps.cellGradientDirectNorm);
  addIfAny("cell_gradient_gates_norm", steps.cellGradientGatesNorm);
  addIfAny("direct_gradient_norm", steps.directGradientNorm);
  addIfAny("recurrent_gradient_norm", steps.recurrentGradientNorm);
  addIfAny("forward_gradient_norm", steps.forwardGradientNorm);
  addIfAny("backward_gradient_norm", steps.backwardGradientNorm);
  for (std::size_t layer = 0; layer < steps.layerGradientNorm.size(); ++layer) {
    addIfAny("layer" + std::to_string(layer + 1) + "_gradient_norm",
             steps.layerGradientNorm[layer]);
  }
  columns.push_back({prefix + "saturated", &steps.saturated});
  columns.push_back({prefix + "zeros", &steps.zeros});
  columns.push_back({prefix + "subnormals", &steps.subnormals});
  columns.push_back({prefix + "infinities", &steps.infinities});
  columns.push_back({prefix + "nans", &steps.nans});
}

} // namespace

void writeTraceCsv(const Trace& trace, std::ostream& out) {
  std::vector<Column> columns{{"reference_gradient_log2", &trace.referenceLog2}};
  for (const RunTrace& run : trace.runs) {
    addColumns(run, columns);
  }
  out << "t,steps_back";
  for (const Column& column : columns) {
    out << ',' << column.name;
  }
  out << csvLineEnd;
  const auto horizon = static_cast<std::size_t>(trace.scenario.unroll.horizon);
  for (std::size_t step = 0; step < horizon; ++step) {
    out << step + 1 << ',' << horizon - step - 1;
    for (const Column& column : columns) {
      out << ',' << column.at(step);
    }
    out << csvLineEnd;
  }
}

} // namespace backflow
