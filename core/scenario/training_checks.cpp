// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/training_checks.h"

#include "core/scenario/enum_names.h"
#include "core/scenario/field_rules.h"
#include "core/scenario/parameter_shapes.h"
#include "core/scenario/problem_list.h"
#include "core/scenario/value_text.h"

#include <string>

namespace backflow {

namespace {

/// Sequences of a made-up task that are held out, all at once in memory.
constexpr double heldOutSequences = 1000;

/// About how many numbers a step of the task reads; what a file decides is taken as small, for its
/// sequences are as many as the file allows.
double inputsOf(TaskKind task) {
  switch (task) {
  case TaskKind::CopyMemory:
    return 10;
  case TaskKind::TemporalOrder:
    return 6;
  case TaskKind::Agreement:
    return 60;
  default:
    break;
  }
  return 4;
}

class TrainingChecks {
 public:
  explicit TrainingChecks(const Scenario& scenario)
      : m_scenario(scenario), m_training(*scenario.training) {}

  std::vector<FieldProblem> problems() {
    checkTask();
    checkOptimiser();
    m_problems.number("training.batch", m_training.batch, rules::batch);
    m_problems.number("training.updates", m_training.updates, rules::updates);
    m_problems.number("training.seed", static_cast<double>(m_training.seed), rules::seed);
    m_problems.number("training.evaluate_every", m_training.evaluateEvery, rules::updates);
    checkPrecision();
    checkNetwork();
    checkDirections();
    checkMemory();
    return m_problems.take();
  }

 private:
  void checkTask() {
    const TaskSpec& task = m_training.task;
    if (readsFile(task.kind) && task.file.empty()) {
      m_problems.sentence("training.task.file", "", "is not given",
                          "give the name of the task's data file");
    }
    if (task.kind == TaskKind::Sunspots) {
      m_problems.number("training.task.ahead", task.ahead, rules::monthsAhead);
    }
    const int horizon = m_scenario.unroll.horizon;
    const int least = shortestSequence(task.kind);
    if (rules::horizon.allows(horizon) && horizon < least) {
      m_problems.sentence("unroll.horizon", std::to_string(horizon), "is too short for this task",
                          "give at least " + std::to_string(least));
    }
    const auto& truncation = m_scenario.unroll.truncation;
    if (truncation && truncation->mode == TruncationMode::FromLoss &&
        hasLossAtEveryStep(task.kind)) {
      m_problems.sentence(
          "unroll.truncation.mode", "\"from_loss\"",
          "is for training on a loss at the last step, and this task has one at every step",
          "give \"windows\"");
    }
  }

  void checkDirections() {
    const NetworkSpec& network = m_scenario.network;
    if (network.bidirectional && m_training.task.kind == TaskKind::Characters) {
      m_problems.sentence("network.bidirectional", "true",
                          "lets the network read the character that it is to foretell",
                          "give false");
    }
    const auto& truncation = m_scenario.unroll.truncation;
    if (network.bidirectional && network.layers > 1 && truncation &&
        truncation->mode == TruncationMode::FromLoss) {
      m_problems.sentence("unroll.truncation.mode", "\"from_loss\"",
                          "is not trained with in layers that read both ways", "give \"windows\"");
    }
  }

  void checkOptimiser() {
    const OptimiserSpec& optimiser = m_training.optimiser;
    m_problems.number("training.optimiser.rate", optimiser.rate, rules::rate);
    m_problems.number("training.optimiser.momentum", optimiser.momentum, rules::fraction);
    m_problems.number("training.optimiser.decay", optimiser.decay, rules::fraction);
    m_problems.number("training.optimiser.beta1", optimiser.beta1, rules::fraction);
    m_problems.number("training.optimiser.beta2", optimiser.beta2, rules::fraction);
    m_problems.number("training.optimiser.epsilon", optimiser.epsilon, rules::epsilon);
  }

  void checkPrecision() {
    if (m_training.precision != Precision::Float32 && m_training.precision != Precision::Float64) {
      m_problems.sentence("training.precision", inQuotes(enumName(m_training.precision)),
                          "is not trained in", R"(give "float32" or "float64")");
    }
  }

  void checkNetwork() {
    const NetworkSpec& network = m_scenario.network;
    if (network.readout != Readout::State) {
      m_problems.sentence("network.readout", inQuotes(enumName(network.readout)), "is not trained",
                          "give \"state\"");
    }
    if (m_scenario.weights.init == WeightInit::Explicit) {
      m_problems.sentence("weights.init", "\"explicit\"",
                          "does not tell the weights of the task's output",
                          "give another initialiser");
    }
    m_problems.number("training.regulariser", m_training.regulariser, rules::regulariser);
    if (m_training.regulariser > 0 && !canRegularise(network)) {
      m_problems.sentence("training.regulariser", shortestText(m_training.regulariser),
                          "is defined for one plain layer that reads forward", "give 0");
    }
  }

  void checkMemory() {
    constexpr double most = 4e9; // bytes
    const NetworkSpec& network = m_scenario.network;
    const double horizon = m_scenario.unroll.horizon;
    const double inputs = inputsOf(m_training.task.kind);
    const double held = 2.0 * stateSize(network) * (heldPerUnit(network) + 1) * horizon;
    const double size = m_training.precision == Precision::Float64 ? 8 : 4;
    const double bytes = (held + inputs * horizon) * m_training.batch * size +
                         heldOutSequences * inputs * horizon * sizeof(double);
    if (bytes > most) {
      m_problems.sentence("training.batch", std::to_string(m_training.batch),
                          "sequences of this length and size take too much memory",
                          "give a smaller batch, horizon or network");
    }
  }

  const Scenario& m_scenario;
  const TrainingSpec& m_training;
  ProblemList m_problems;
};

} // namespace

bool hasLossAtEveryStep(TaskKind task) {
  return task == TaskKind::CopyMemory || task == TaskKind::Mood || task == TaskKind::Characters;
}

bool readsFile(TaskKind task) {
  return task == TaskKind::Agreement || task == TaskKind::Temperature || task == TaskKind::Mood ||
         task == TaskKind::Sunspots || task == TaskKind::Characters;
}

int shortestSequence(TaskKind task) {
  switch (task) {
  case TaskKind::Adding:
    return 2;
  case TaskKind::CopyMemory:
    return 22; // ten symbols, a blank, the mark, ten blanks
  case TaskKind::TemporalOrder:
    return 10;
  case TaskKind::Agreement:
    return 3; // article, noun, verb
  case TaskKind::Recall:
  case TaskKind::Temperature:
  case TaskKind::Mood:
  case TaskKind::Sunspots:
  case TaskKind::Characters:
    break;
  }
  return 1;
}

bool canRegularise(const NetworkSpec& network) {
  return network.cell == CellKind::Rnn && network.layers == 1 && !network.bidirectional;
}

std::vector<FieldProblem> checkTraining(const Scenario& scenario) {
  return scenario.training ? TrainingChecks(scenario).problems() : std::vector<FieldProblem>();
}

} // namespace backflow
