// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/input_checks.h"

#include "core/scenario/field_rules.h"
#include "core/scenario/table_checks.h"
#include "core/scenario/value_text.h"

namespace backflow {

namespace {

/// No more numbers than the unroll may hold.
void checkSize(const Scenario& scenario, ProblemList& problems) {
  const int size = scenario.input.size;
  const int horizon = scenario.unroll.horizon;
  if (!problems.number("input.size", size, rules::inputSize) || !rules::horizon.allows(horizon)) {
    return;
  }
  const long long largest = largestUnroll / horizon;
  if (size > largest) {
    NumberRule rule = rules::inputSize;
    rule.most = static_cast<double>(largest);
    FieldProblem problem = rule.violation("input.size", std::to_string(size));
    problem.complaint = "is too large for " + counted(asSize(horizon), "step") +
                        ": the inputs would take " + std::to_string(8LL * size * horizon) +
                        " bytes";
    problems.add(std::move(problem));
  }
}

} // namespace

void checkInput(const Scenario& scenario, ProblemList& problems) {
  const InputSpec& input = scenario.input;
  const int horizon = scenario.unroll.horizon;
  const bool horizonIsRight = rules::horizon.allows(horizon);
  switch (input.kind) {
  case InputKind::Csv:
    checkColumns("input", input.csv, rules::inputSize.most, "input numbers", problems);
    break;
  case InputKind::Text:
    if (input.text.empty()) {
      problems.sentence("input.file", "", "is not given", "give the name of a text file");
    }
    break;
  case InputKind::Explicit:
    if (horizonIsRight) {
      problems.add(checkTable("input.values", input.values,
                              {asSize(horizon), 1, static_cast<std::size_t>(rules::inputSize.most)},
                              counted(asSize(horizon), "time step")));
    }
    break;
  case InputKind::Noise:
    checkSize(scenario, problems);
    problems.number("input.std", input.std, rules::deviation);
    problems.number("input.seed", static_cast<double>(input.seed), rules::seed);
    break;
  case InputKind::Impulse:
    checkSize(scenario, problems);
    if (horizonIsRight) {
      problems.number("input.step", input.step, rules::step(horizon));
    }
    problems.number("input.amplitude", input.amplitude, rules::amplitude);
    break;
  case InputKind::Constant:
    checkSize(scenario, problems);
    problems.number("input.amplitude", input.amplitude, rules::amplitude);
    break;
  case InputKind::Sine:
    checkSize(scenario, problems);
    problems.number("input.amplitude", input.amplitude, rules::amplitude);
    problems.number("input.period", input.period, rules::period);
    break;
  }
}

void checkColumns(const std::string& field, const CsvColumns& wanted, double most,
                  const std::string& noun, ProblemList& problems) {
  if (wanted.file.empty()) {
    problems.sentence(field + ".file", "", "is not given", "give the name of a CSV file");
  }
  if (wanted.columns.empty()) {
    problems.sentence(field + ".columns", "", "names no column",
                      "give names from the first line of the file");
  } else if (static_cast<double>(wanted.columns.size()) > most) {
    problems.sentence(field + ".columns", counted(wanted.columns.size(), "column"),
                      "are too many " + noun, "give at most " + shortestText(most));
  }
}

} // namespace backflow
