// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/validation.h"

#include "core/scenario/enum_names.h"
#include "core/scenario/field_rules.h"
#include "core/scenario/table_checks.h"
#include "core/scenario/value_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

std::size_t asSize(int number) {
  return static_cast<std::size_t>(std::max(number, 0));
}

/// Looks at the fields that matter for the scenario's kinds. What depends on a size that is wrong
/// itself is not looked at: it would only be reported for a mistake made elsewhere.
class Validator {
 public:
  explicit Validator(const Scenario& scenario)
      : m_scenario(scenario), m_hidden(scenario.network.hidden), m_horizon(scenario.unroll.horizon),
        m_hiddenIsRight(rules::hidden.allows(scenario.network.hidden)),
        m_horizonIsRight(rules::horizon.allows(scenario.unroll.horizon)) {}

  std::vector<FieldProblem> problems() {
    number("network.hidden", m_hidden, rules::hidden);
    checkWeights();
    checkInput();
    checkInitialState();
    checkLoss();
    checkUnroll();
    if (m_scenario.clip) {
      number("clip.threshold", m_scenario.clip->threshold, rules::clipThreshold);
    }
    checkPrecisions();
    checkThresholds();
    return std::move(m_problems);
  }

 private:
  void add(std::optional<FieldProblem> problem) {
    if (problem) {
      m_problems.push_back(std::move(*problem));
    }
  }

  void sentence(std::string field, std::string value, std::string complaint,
                std::string instruction) {
    m_problems.push_back(sentenceProblem(std::move(field), std::move(value), std::move(complaint),
                                         std::move(instruction)));
  }

  bool number(const std::string& field, double value, const NumberRule& rule) {
    if (!rule.allows(value)) {
      m_problems.push_back(rule.violation(field, shortestText(value)));
    }
    return rule.allows(value);
  }

  std::string units() const { return counted(asSize(m_hidden), "hidden unit"); }

  void checkWeights() {
    const WeightsSpec& weights = m_scenario.weights;
    if (weights.init == WeightInit::Explicit) {
      checkParameters();
      return;
    }
    number("weights.gain", weights.gain, rules::gain);
    number("weights.seed", static_cast<double>(weights.seed), rules::seed);
  }

  void checkParameters() {
    const std::vector<ParameterShape> shapes = parameterShapes(m_scenario);
    std::vector<std::string> names;
    for (const ParameterShape& shape : shapes) {
      names.push_back(shape.name);
      checkParameter(shape);
    }
    for (const auto& [name, rows] : m_scenario.weights.parameters) {
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
        m_problems.push_back(std::move(problem));
      }
    }
  }

  void checkParameter(const ParameterShape& shape) {
    const auto& parameters = m_scenario.weights.parameters;
    const std::string field = "weights.parameters." + shape.name;
    const auto found = parameters.find(shape.name);
    if (!m_hiddenIsRight || shape.columns < 1 || shape.columns > largestHidden) {
      return;
    }
    const std::size_t rows = asSize(shape.rows);
    const std::size_t columns = asSize(shape.columns);
    const bool isVector = shape.name.front() == 'b';
    if (found == parameters.end()) {
      if (shape.name == "W_h") {
        sentence(field, "", "is missing",
                 "give " + counted(rows, "row") + " of " + counted(columns, "number"));
      }
    } else if (isVector) {
      const bool oneColumn = std::all_of(found->second.begin(), found->second.end(),
                                         [](const auto& row) { return row.size() == 1; });
      add(oneColumn ? checkList(field, found->second.size(), rows, units())
                    : checkTable(field, found->second, {rows, 1, 1}, units()));
    } else {
      add(checkTable(field, found->second, {rows, columns, columns}, units()));
    }
  }

  void checkInput() {
    const InputSpec& input = m_scenario.input;
    switch (input.kind) {
    case InputKind::Csv:
      checkColumns("input", input.csv, rules::inputSize.most, "input numbers");
      break;
    case InputKind::Explicit:
      if (m_horizonIsRight) {
        add(checkTable("input.values", input.values,
                       {asSize(m_horizon), 1, static_cast<std::size_t>(rules::inputSize.most)},
                       counted(asSize(m_horizon), "time step")));
      }
      break;
    case InputKind::Noise:
      checkInputSize();
      number("input.std", input.std, rules::deviation);
      number("input.seed", static_cast<double>(input.seed), rules::seed);
      break;
    case InputKind::Impulse:
      checkInputSize();
      if (m_horizonIsRight) {
        number("input.step", input.step, rules::step(m_horizon));
      }
      number("input.amplitude", input.amplitude, rules::amplitude);
      break;
    case InputKind::Constant:
      checkInputSize();
      number("input.amplitude", input.amplitude, rules::amplitude);
      break;
    case InputKind::Sine:
      checkInputSize();
      number("input.amplitude", input.amplitude, rules::amplitude);
      number("input.period", input.period, rules::period);
      break;
    }
  }

  void checkInputSize() {
    const int size = m_scenario.input.size;
    if (!number("input.size", size, rules::inputSize) || !m_horizonIsRight) {
      return;
    }
    const long long largest = largestUnroll / m_horizon;
    if (size > largest) {
      NumberRule rule = rules::inputSize;
      rule.most = static_cast<double>(largest);
      FieldProblem problem = rule.violation("input.size", std::to_string(size));
      problem.complaint = "is too large for " + counted(asSize(m_horizon), "step") +
                          ": the inputs would take " + bytes(size) + " bytes";
      m_problems.push_back(std::move(problem));
    }
  }

  /// What float64 takes for `numbers` numbers at each time step.
  std::string bytes(int numbers) const { return std::to_string(8LL * numbers * m_horizon); }

  void checkColumns(const std::string& field, const CsvColumns& wanted, double most,
                    const std::string& noun) {
    if (wanted.file.empty()) {
      sentence(field + ".file", "", "is not given", "give the name of a CSV file");
    }
    if (wanted.columns.empty()) {
      sentence(field + ".columns", "", "names no column",
               "give names from the first line of the file");
    } else if (static_cast<double>(wanted.columns.size()) > most) {
      sentence(field + ".columns", counted(wanted.columns.size(), "column"), "are too many " + noun,
               "give at most " + shortestText(most));
    }
  }

  void checkInitialState() {
    const InitialStateSpec& state = m_scenario.initialState;
    if (state.kind == InitialStateKind::Noise) {
      number("initial_state.std", state.std, rules::deviation);
      number("initial_state.seed", static_cast<double>(state.seed), rules::seed);
    } else if (state.kind == InitialStateKind::Explicit && m_hiddenIsRight) {
      add(checkList("initial_state.values", state.values.size(), asSize(m_hidden), units()));
    }
  }

  void checkLoss() {
    const LossSpec& loss = m_scenario.loss;
    if (loss.kind == LossKind::Inject) {
      if (loss.gradient.empty()) {
        number("loss.seed", static_cast<double>(loss.seed), rules::seed);
      } else if (m_hiddenIsRight) {
        add(checkList("loss.gradient", loss.gradient.size(), asSize(m_hidden), units()));
      }
    } else if (loss.csvTarget) {
      checkColumns("loss.target", loss.csvTarget->source,
                   m_hiddenIsRight ? m_hidden : rules::hidden.most, "targets for " + units());
      number("loss.target.ahead", loss.csvTarget->ahead, rules::ahead);
    } else if (!loss.target.empty() && m_hiddenIsRight) {
      const bool everyStep = loss.at == LossPlace::Every;
      if (!everyStep || m_horizonIsRight) {
        add(checkTable("loss.target", loss.target,
                       {everyStep ? asSize(m_horizon) : 1, 1, asSize(m_hidden)},
                       everyStep ? counted(asSize(m_horizon), "time step") : "the last step"));
      }
    }
  }

  void checkUnroll() {
    if (number("unroll.horizon", m_horizon, rules::horizon) && m_hiddenIsRight &&
        static_cast<long long>(m_hidden) * m_horizon > largestUnroll) {
      NumberRule rule = rules::horizon;
      const long long most = largestUnroll / m_hidden;
      rule.most = static_cast<double>(most);
      FieldProblem problem = rule.violation("unroll.horizon", std::to_string(m_horizon));
      problem.complaint =
          "is too long for " + units() + ": the states would take " + bytes(m_hidden) + " bytes";
      m_problems.push_back(std::move(problem));
    }
    if (const auto& truncation = m_scenario.unroll.truncation) {
      number("unroll.truncation.length", truncation->length, rules::horizon);
    }
  }

  void checkPrecisions() {
    const std::vector<Precision>& precisions = m_scenario.precisions;
    if (precisions.empty()) {
      FieldProblem problem{"precision", "[]", "names no precision", Remedy::Choice, 0, 0, {}, {}};
      for (const auto& [value, name] : enumNames<Precision>()) {
        problem.choices.emplace_back(name);
      }
      m_problems.push_back(std::move(problem));
    }
    for (auto it = precisions.begin(); it != precisions.end(); ++it) {
      if (std::find(precisions.begin(), it, *it) != it) {
        sentence("precision[" + std::to_string(it - precisions.begin() + 1) + "]",
                 inQuotes(enumName(*it)), "is given twice", "remove one of them");
      }
    }
  }

  void checkThresholds() {
    const auto [vanish, explode] = m_scenario.thresholds;
    const bool vanishIsRight = number("thresholds.vanish", vanish, rules::vanish);
    if (!(explode > 0)) {
      sentence("thresholds.explode", shortestText(explode), "is not a threshold",
               "give a number above 0, or \"inf\"");
    } else if (vanishIsRight && !(vanish < explode)) {
      sentence("thresholds.vanish", shortestText(vanish), "is not below the threshold of exploding",
               "give a number below " + shortestText(explode));
    }
  }

  const Scenario& m_scenario;
  int m_hidden;
  int m_horizon;
  bool m_hiddenIsRight;
  bool m_horizonIsRight;
  std::vector<FieldProblem> m_problems;
};

} // namespace

std::vector<FieldProblem> validate(const Scenario& scenario) {
  return Validator(scenario).problems();
}

std::vector<ParameterShape> parameterShapes(const Scenario& scenario) {
  const int hidden = scenario.network.hidden;
  return {{"W_h", hidden, hidden}, {"W_x", hidden, inputSize(scenario.input)}, {"b", hidden, 1}};
}

} // namespace backflow
