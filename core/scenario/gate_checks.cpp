// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/gate_checks.h"

#include "core/scenario/cell_choice.h"
#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/field_rules.h"
#include "core/scenario/value_text.h"

namespace backflow {

void checkGateBiases(const Scenario& scenario, ProblemList& problems) {
  const WeightsSpec& weights = scenario.weights;
  const CellKind cell = scenario.network.cell;
  problems.number("weights.forget_bias", weights.forgetBias, rules::gateBias);
  problems.number("weights.update_bias", weights.updateBias, rules::gateBias);
  if (weights.forgetBias != 0 && !hasGate(cell, Gate::Forget)) {
    problems.sentence("weights.forget_bias", shortestText(weights.forgetBias),
                      "is for a gate that this cell has not",
                      "give 0, or network.cell " + cellsWith(Gate::Forget));
  }
  if (weights.updateBias != 0 && !hasGate(cell, Gate::Update)) {
    problems.sentence("weights.update_bias", shortestText(weights.updateBias),
                      "is for a gate that this cell has not",
                      "give 0, or network.cell " + cellsWith(Gate::Update));
  }
  if (!weights.chrono) {
    return;
  }
  if (problems.number("weights.chrono", *weights.chrono, rules::chrono) && !hasGates(cell)) {
    problems.sentence("weights.chrono", shortestText(*weights.chrono),
                      "is for gates that this cell has not",
                      "give null, or network.cell " + cellsThat(hasGates));
  } else if (weights.forgetBias != 0 || weights.updateBias != 0) {
    problems.sentence("weights.chrono", shortestText(*weights.chrono),
                      "takes the place of forget_bias and update_bias", "give one or the other");
  }
}

void checkPins(const Scenario& scenario, ProblemList& problems) {
  const CellKind cell = scenario.network.cell;
  const int horizon = scenario.unroll.horizon;
  const bool horizonIsRight = rules::horizon.allows(horizon);
  for (std::size_t i = 0; i < scenario.pins.size(); ++i) {
    const PinSpec& pin = scenario.pins[i];
    const std::string field = "pins[" + std::to_string(i + 1) + "]";
    if (!hasGates(cell)) {
      problems.sentence(field + ".gate", inQuotes(enumName(pin.gate)), "is no gate of this cell",
                        "give [], or network.cell " + cellsThat(hasGates));
    } else if (!hasGate(cell, pin.gate)) {
      FieldProblem problem{field + ".gate",
                           inQuotes(enumName(pin.gate)),
                           "is no gate of this cell",
                           Remedy::Choice,
                           0,
                           0,
                           {},
                           {}};
      for (const Gate gate : gatesOf(cell)) {
        problem.choices.emplace_back(enumName(gate));
      }
      problems.add(std::move(problem));
    }
    problems.number(field + ".value", pin.value, rules::pinned);
    if (horizonIsRight && problems.number(field + ".to", pin.to, rules::step(horizon))) {
      problems.number(field + ".from", pin.from, rules::step(pin.to));
    }
  }
}

} // namespace backflow
