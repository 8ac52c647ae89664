// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/validation.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/field_rules.h"
#include "core/scenario/parameter_checks.h"
#include "core/scenario/parameter_shapes.h"
#include "core/scenario/table_checks.h"
#include "core/scenario/training_checks.h"
#include "core/scenario/value_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

std::size_t asSize(int number) {
  return static_cast<std::size_t>(std::max(number, 0));
}

/// The cells of which that is true, for an instruction: "\"gru\" or \"lstm\"".
template <class Property> std::string cellsThat(Property has) {
  std::string names;
  for (const CellKind cell : enumValues<CellKind>()) {
    if (has(cell)) {
      names += (names.empty() ? "" : " or ") + inQuotes(enumName(cell));
    }
  }
  return names;
}

std::string cellsWith(Gate gate) {
  return cellsThat([gate](CellKind cell) { return hasGate(cell, gate); });
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
    checkNetwork();
    checkSizeOfWeights();
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
    checkPins();
    checkCheckpointing();
    for (FieldProblem& problem : checkTraining(m_scenario)) {
      m_problems.push_back(std::move(problem));
    }
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
      m_problems.push_back(rule.violation(field, shortestText(value), value));
    }
    return rule.allows(value);
  }

  std::string units() const { return counted(asSize(m_hidden), "hidden unit"); }

  void checkWeights() {
    const WeightsSpec& weights = m_scenario.weights;
    if (weights.init == WeightInit::Explicit) {
      if (m_hiddenIsRight && m_layersAreRight && m_scenario.input.kind != InputKind::Text) {
        for (FieldProblem& problem :
             backflow::checkParameters(m_scenario, inputSize(m_scenario.input))) {
          m_problems.push_back(std::move(problem));
        }
      }
      return;
    }
    number("weights.gain", weights.gain, rules::gain);
    number("weights.input_gain", weights.inputGain, rules::gain);
    number("weights.seed", static_cast<double>(weights.seed), rules::seed);
    checkGateBiases();
  }

  void checkNetwork() {
    const NetworkSpec& network = m_scenario.network;
    m_layersAreRight = number("network.layers", network.layers, rules::layers);
    if (network.readout == Readout::Attention && m_scenario.loss.at == LossPlace::Every) {
      constexpr int longest = 2048;
      if (m_horizonIsRight && m_horizon > longest) {
        NumberRule rule = rules::horizon;
        rule.most = longest;
        rule.complaint = "is too long for attention at every step";
        m_problems.push_back(rule.violation("unroll.horizon", std::to_string(m_horizon)));
      }
    }
  }

  void checkSizeOfWeights() {
    if (!m_hiddenIsRight || !m_layersAreRight || weightsOf(m_hidden) <= largestWeights) {
      return;
    }
    int fits = 1;
    for (int step = largestHidden / 2; step > 0; step /= 2) {
      fits += weightsOf(fits + step) <= largestWeights ? step : 0;
    }
    NumberRule rule = rules::hidden;
    rule.most = fits;
    FieldProblem problem = rule.violation("network.hidden", std::to_string(m_hidden));
    problem.complaint = "is too large for " + counted(asSize(m_scenario.network.layers), "layer") +
                        " of this cell: the weights alone would take " +
                        std::to_string(8 * weightsOf(m_hidden)) + " bytes";
    m_problems.push_back(std::move(problem));
    m_hiddenIsRight = false;
  }

  /// Numbers in the weights of the layers, if they had so many units.
  long long weightsOf(int hidden) const {
    Scenario scenario;
    scenario.network = m_scenario.network;
    scenario.network.hidden = hidden;
    const int inputs =
        rules::inputSize.allows(inputSize(m_scenario.input)) ? inputSize(m_scenario.input) : 1;
    long long count = 0;
    for (const ParameterShape& shape : parameterShapes(scenario, inputs)) {
      count += static_cast<long long>(shape.rows) * shape.columns;
    }
    return count;
  }

  void checkGateBiases() {
    const WeightsSpec& weights = m_scenario.weights;
    const CellKind cell = m_scenario.network.cell;
    number("weights.forget_bias", weights.forgetBias, rules::gateBias);
    number("weights.update_bias", weights.updateBias, rules::gateBias);
    if (weights.forgetBias != 0 && !hasGate(cell, Gate::Forget)) {
      sentence("weights.forget_bias", shortestText(weights.forgetBias),
               "is for a gate that this cell has not",
               "give 0, or network.cell " + cellsWith(Gate::Forget));
    }
    if (weights.updateBias != 0 && !hasGate(cell, Gate::Update)) {
      sentence("weights.update_bias", shortestText(weights.updateBias),
               "is for a gate that this cell has not",
               "give 0, or network.cell " + cellsWith(Gate::Update));
    }
    if (!weights.chrono) {
      return;
    }
    if (number("weights.chrono", *weights.chrono, rules::chrono) && !hasGates(cell)) {
      sentence("weights.chrono", shortestText(*weights.chrono),
               "is for gates that this cell has not",
               "give null, or network.cell " + cellsThat(hasGates));
    } else if (weights.forgetBias != 0 || weights.updateBias != 0) {
      sentence("weights.chrono", shortestText(*weights.chrono),
               "takes the place of forget_bias and update_bias", "give one or the other");
    }
  }

  void checkPins() {
    const CellKind cell = m_scenario.network.cell;
    for (std::size_t i = 0; i < m_scenario.pins.size(); ++i) {
      const PinSpec& pin = m_scenario.pins[i];
      const std::string field = "pins[" + std::to_string(i + 1) + "]";
      if (!hasGates(cell)) {
        sentence(field + ".gate", inQuotes(enumName(pin.gate)), "is no gate of this cell",
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
        m_problems.push_back(std::move(problem));
      }
      number(field + ".value", pin.value, rules::pinned);
      if (m_horizonIsRight && number(field + ".to", pin.to, rules::step(m_horizon))) {
        number(field + ".from", pin.from, rules::step(pin.to));
      }
    }
  }

  void checkCheckpointing() {
    const NetworkSpec& network = m_scenario.network;
    if (m_scenario.unroll.checkpointing.value_or(false) && !canCheckpoint(network)) {
      sentence("unroll.checkpointing", "true",
               "needs a network that reads forward, without attention", "give false");
    }
  }

  void checkInput() {
    const InputSpec& input = m_scenario.input;
    switch (input.kind) {
    case InputKind::Csv:
      checkColumns("input", input.csv, rules::inputSize.most, "input numbers");
      break;
    case InputKind::Text:
      if (input.text.empty()) {
        sentence("input.file", "", "is not given", "give the name of a text file");
      }
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
    } else if (state.kind == InitialStateKind::Explicit && m_hiddenIsRight && m_layersAreRight) {
      const auto wanted = asSize(stateSize(m_scenario.network));
      add(checkList("initial_state.values", state.values.size(), wanted, units()));
      if (!state.cell.empty() && !hasCellState(m_scenario.network.cell)) {
        sentence("initial_state.cell", counted(state.cell.size(), "number"),
                 "are for a cell state, which this cell has not",
                 "leave it out, or give network.cell " + cellsThat(hasCellState));
      } else if (!state.cell.empty()) {
        add(checkList("initial_state.cell", state.cell.size(), wanted, units()));
      }
    }
  }

  void checkLoss() {
    const LossSpec& loss = m_scenario.loss;
    number("loss.scale", loss.scale, rules::lossScale);
    if (loss.kind == LossKind::Inject) {
      if (loss.gradient.empty()) {
        number("loss.seed", static_cast<double>(loss.seed), rules::seed);
      } else if (m_hiddenIsRight) {
        add(checkList("loss.gradient", loss.gradient.size(),
                      asSize(readoutSize(m_scenario.network)), units()));
      }
    } else if (loss.kind == LossKind::CrossEntropy) {
      if (m_scenario.input.kind != InputKind::Text) {
        sentence("loss.kind", "\"cross_entropy\"", "needs characters to foretell",
                 "give input.kind \"text\"");
      }
    } else if (loss.csvTarget) {
      checkColumns("loss.target", loss.csvTarget->source,
                   m_hiddenIsRight ? readoutSize(m_scenario.network) : rules::hidden.most,
                   "targets for " + units());
      number("loss.target.ahead", loss.csvTarget->ahead, rules::ahead);
    } else if (!loss.target.empty() && m_hiddenIsRight) {
      const bool everyStep = loss.at == LossPlace::Every;
      if (!everyStep || m_horizonIsRight) {
        add(checkTable(
            "loss.target", loss.target,
            {everyStep ? asSize(m_horizon) : 1, 1, asSize(readoutSize(m_scenario.network))},
            everyStep ? counted(asSize(m_horizon), "time step") : "the last step"));
      }
    }
  }

  void checkUnroll() {
    const NetworkSpec& network = m_scenario.network;
    // Checkpointing bounds what is held, and is automatic where it can be had.
    const bool isBounded = canCheckpoint(network) && m_scenario.unroll.checkpointing.value_or(true);
    const long long held =
        isBounded ? 0 : static_cast<long long>(stateSize(network)) * heldPerUnit(network);
    if (number("unroll.horizon", m_horizon, rules::horizon) && m_hiddenIsRight &&
        m_layersAreRight && held * m_horizon > largestUnroll) {
      NumberRule rule = rules::horizon;
      const long long most = largestUnroll / held;
      rule.most = static_cast<double>(most);
      FieldProblem problem = rule.violation("unroll.horizon", std::to_string(m_horizon));
      problem.complaint = "is too long for " + units() + ": what is held would take " +
                          std::to_string(8 * held * m_horizon) + " bytes";
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
  bool m_layersAreRight = true;
  std::vector<FieldProblem> m_problems;
};

} // namespace

std::vector<FieldProblem> validate(const Scenario& scenario) {
  return Validator(scenario).problems();
}

bool canCheckpoint(const NetworkSpec& network) {
  return !network.bidirectional && network.readout == Readout::State;
}

} // namespace backflow
