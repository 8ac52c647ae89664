// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/validation.h"

#include "core/scenario/cell_choice.h"
#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/field_rules.h"
#include "core/scenario/gate_checks.h"
#include "core/scenario/input_checks.h"
#include "core/scenario/parameter_checks.h"
#include "core/scenario/parameter_shapes.h"
#include "core/scenario/problem_list.h"
#include "core/scenario/table_checks.h"
#include "core/scenario/training_checks.h"
#include "core/scenario/value_text.h"

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

/// Looks at the fields that matter for the scenario's kinds. What depends on a size that is wrong
/// itself is not looked at: it would only be reported for a mistake made elsewhere.
class Validator {
 public:
  explicit Validator(const Scenario& scenario)
      : m_scenario(scenario), m_hidden(scenario.network.hidden), m_horizon(scenario.unroll.horizon),
        m_hiddenIsRight(rules::hidden.allows(scenario.network.hidden)),
        m_horizonIsRight(rules::horizon.allows(scenario.unroll.horizon)) {}

  std::vector<FieldProblem> problems() {
    m_problems.number("network.hidden", m_hidden, rules::hidden);
    checkNetwork();
    checkSizeOfWeights();
    checkWeights();
    checkInput(m_scenario, m_problems);
    checkInitialState();
    checkLoss();
    checkUnroll();
    if (m_scenario.clip) {
      m_problems.number("clip.threshold", m_scenario.clip->threshold, rules::clipThreshold);
    }
    checkPrecisions();
    checkThresholds();
    checkPins(m_scenario, m_problems);
    checkCheckpointing();
    m_problems.add(checkTraining(m_scenario));
    return m_problems.take();
  }

 private:
  std::string units() const { return counted(asSize(m_hidden), "hidden unit"); }

  void checkWeights() {
    const WeightsSpec& weights = m_scenario.weights;
    if (weights.init == WeightInit::Explicit) {
      if (m_hiddenIsRight && m_layersAreRight && m_scenario.input.kind != InputKind::Text) {
        m_problems.add(checkParameters(m_scenario, inputSize(m_scenario.input)));
      }
      return;
    }
    m_problems.number("weights.gain", weights.gain, rules::gain);
    m_problems.number("weights.input_gain", weights.inputGain, rules::gain);
    m_problems.number("weights.seed", static_cast<double>(weights.seed), rules::seed);
    checkGateBiases(m_scenario, m_problems);
  }

  void checkNetwork() {
    const NetworkSpec& network = m_scenario.network;
    m_layersAreRight = m_problems.number("network.layers", network.layers, rules::layers);
    if (network.readout == Readout::Attention && m_scenario.loss.at == LossPlace::Every) {
      constexpr int longest = 2048;
      if (m_horizonIsRight && m_horizon > longest) {
        NumberRule rule = rules::horizon;
        rule.most = longest;
        rule.complaint = "is too long for attention at every step";
        m_problems.add(rule.violation("unroll.horizon", std::to_string(m_horizon)));
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
    m_problems.add(std::move(problem));
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

  void checkCheckpointing() {
    const NetworkSpec& network = m_scenario.network;
    if (m_scenario.unroll.checkpointing.value_or(false) && !canCheckpoint(network)) {
      m_problems.sentence("unroll.checkpointing", "true",
                          "needs a network that reads forward, without attention", "give false");
    }
  }

  void checkInitialState() {
    const InitialStateSpec& state = m_scenario.initialState;
    if (state.kind == InitialStateKind::Noise) {
      m_problems.number("initial_state.std", state.std, rules::deviation);
      m_problems.number("initial_state.seed", static_cast<double>(state.seed), rules::seed);
    } else if (state.kind == InitialStateKind::Explicit && m_hiddenIsRight && m_layersAreRight) {
      const auto wanted = asSize(stateSize(m_scenario.network));
      m_problems.add(checkList("initial_state.values", state.values.size(), wanted, units()));
      if (!state.cell.empty() && !hasCellState(m_scenario.network.cell)) {
        m_problems.sentence("initial_state.cell", counted(state.cell.size(), "number"),
                            "are for a cell state, which this cell has not",
                            "leave it out, or give network.cell " + cellsThat(hasCellState));
      } else if (!state.cell.empty()) {
        m_problems.add(checkList("initial_state.cell", state.cell.size(), wanted, units()));
      }
    }
  }

  void checkLoss() {
    const LossSpec& loss = m_scenario.loss;
    m_problems.number("loss.scale", loss.scale, rules::lossScale);
    if (loss.kind == LossKind::Inject) {
      if (loss.gradient.empty()) {
        m_problems.number("loss.seed", static_cast<double>(loss.seed), rules::seed);
      } else if (m_hiddenIsRight) {
        m_problems.add(checkList("loss.gradient", loss.gradient.size(),
                                 asSize(readoutSize(m_scenario.network)), units()));
      }
    } else if (loss.kind == LossKind::CrossEntropy) {
      if (m_scenario.input.kind != InputKind::Text) {
        m_problems.sentence("loss.kind", "\"cross_entropy\"", "needs characters to foretell",
                            "give input.kind \"text\"");
      }
    } else if (loss.csvTarget) {
      checkColumns("loss.target", loss.csvTarget->source,
                   m_hiddenIsRight ? readoutSize(m_scenario.network) : rules::hidden.most,
                   "targets for " + units(), m_problems);
      m_problems.number("loss.target.ahead", loss.csvTarget->ahead, rules::ahead);
    } else if (!loss.target.empty() && m_hiddenIsRight) {
      const bool everyStep = loss.at == LossPlace::Every;
      if (!everyStep || m_horizonIsRight) {
        m_problems.add(checkTable(
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
    if (m_problems.number("unroll.horizon", m_horizon, rules::horizon) && m_hiddenIsRight &&
        m_layersAreRight && held * m_horizon > largestUnroll) {
      NumberRule rule = rules::horizon;
      const long long most = largestUnroll / held;
      rule.most = static_cast<double>(most);
      FieldProblem problem = rule.violation("unroll.horizon", std::to_string(m_horizon));
      problem.complaint = "is too long for " + units() + ": what is held would take " +
                          std::to_string(8 * held * m_horizon) + " bytes";
      m_problems.add(std::move(problem));
    }
    if (const auto& truncation = m_scenario.unroll.truncation) {
      m_problems.number("unroll.truncation.length", truncation->length, rules::horizon);
    }
  }

  void checkPrecisions() {
    const std::vector<Precision>& precisions = m_scenario.precisions;
    if (precisions.empty()) {
      FieldProblem problem{"precision", "[]", "names no precision", Remedy::Choice, 0, 0, {}, {}};
      for (const auto& [value, name] : enumNames<Precision>()) {
        problem.choices.emplace_back(name);
      }
      m_problems.add(std::move(problem));
    }
    for (auto it = precisions.begin(); it != precisions.end(); ++it) {
      if (std::find(precisions.begin(), it, *it) != it) {
        m_problems.sentence("precision[" + std::to_string(it - precisions.begin() + 1) + "]",
                            inQuotes(enumName(*it)), "is given twice", "remove one of them");
      }
    }
  }

  void checkThresholds() {
    const auto [vanish, explode] = m_scenario.thresholds;
    const bool vanishIsRight = m_problems.number("thresholds.vanish", vanish, rules::vanish);
    if (!(explode > 0)) {
      m_problems.sentence("thresholds.explode", shortestText(explode), "is not a threshold",
                          "give a number above 0, or \"inf\"");
    } else if (vanishIsRight && !(vanish < explode)) {
      m_problems.sentence("thresholds.vanish", shortestText(vanish),
                          "is not below the threshold of exploding",
                          "give a number below " + shortestText(explode));
    }
  }

  const Scenario& m_scenario;
  int m_hidden;
  int m_horizon;
  bool m_hiddenIsRight;
  bool m_horizonIsRight;
  bool m_layersAreRight = true;
  ProblemList m_problems;
};

} // namespace

std::vector<FieldProblem> validate(const Scenario& scenario) {
  return Validator(scenario).problems();
}

bool canCheckpoint(const NetworkSpec& network) {
  return !network.bidirectional && network.readout == Readout::State;
}

} // namespace backflow
