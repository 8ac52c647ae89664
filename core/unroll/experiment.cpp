// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/experiment.h"

#include "core/network/initialisers.h"
#include "core/scenario/parameter_checks.h"
#include "core/scenario/parameter_shapes.h"
#include "core/scenario/text_sequence.h"
#include "core/scenario/validation.h"
#include "core/unroll/input_sequence.h"

#include <system_error>

namespace backflow {

using Problems = std::vector<FieldProblem>;
using NumbersOrProblems = std::variant<Eigen::MatrixXd, Problems>;

const std::vector<Eigen::MatrixXd>& ExperimentBuilder::recurrent(const Scenario& scenario) {
  const WeightsSpec& weights = scenario.weights;
  const int hidden = scenario.network.hidden;
  if (!m_drawn || m_drawn->init != weights.init || m_drawn->hidden != hidden ||
      m_drawn->seed != weights.seed) {
    m_drawn = DrawnMatrix{weights.init, hidden, weights.seed, {}};
  }
  for (auto block = static_cast<int>(m_drawn->atGainOne.size());
       block < recurrentBlocks(scenario.network); ++block) {
    m_drawn->atGainOne.push_back(recurrentMatrix(weights.init, hidden, weights.seed, block));
  }
  return m_drawn->atGainOne;
}

NumbersOrProblems ExperimentBuilder::numbers(const CsvColumns& wanted,
                                             const std::filesystem::path& folder, int first,
                                             int count, const std::string& field) {
  const std::filesystem::path file = folder / wanted.file;
  std::error_code error;
  const auto written = std::filesystem::last_write_time(file, error);
  if (error || !m_read || m_read->file != file || m_read->written != written) {
    auto table = readCsv(file, field + ".file");
    if (auto* problems = std::get_if<Problems>(&table)) {
      return std::move(*problems);
    }
    m_read = ReadTable{file, written, std::get<CsvTable>(std::move(table))};
  }
  return numbersFrom(m_read->table, wanted, first, count, field);
}

ExperimentOrProblems ExperimentBuilder::prepare(const Scenario& scenario,
                                                const std::filesystem::path& folder) {
  Problems problems = validate(scenario);
  if (!problems.empty()) {
    return problems;
  }
  const int horizon = scenario.unroll.horizon;
  Experiment experiment;
  experiment.scenario = scenario;

  const auto read = [&](const CsvColumns& wanted, int first, int count, const char* field,
                        Eigen::MatrixXd& into) {
    NumbersOrProblems result = numbers(wanted, folder, first, count, field);
    if (auto* wrong = std::get_if<Problems>(&result)) {
      problems.insert(problems.end(), wrong->begin(), wrong->end());
    } else {
      into = std::get<Eigen::MatrixXd>(std::move(result));
    }
  };

  if (scenario.input.kind == InputKind::Csv) {
    read(scenario.input.csv, 0, horizon, "input", experiment.input);
  } else if (scenario.input.kind == InputKind::Text) {
    auto text = readTextSequence(folder / scenario.input.text, horizon + 1, "input.file");
    if (auto* problem = std::get_if<FieldProblem>(&text)) {
      problems.push_back(std::move(*problem));
    } else {
      auto& sequence = std::get<TextSequence>(text);
      experiment.vocabulary = std::move(sequence.vocabulary);
      experiment.characters = std::move(sequence.characters);
      experiment.input =
          Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(experiment.vocabulary.size()), horizon);
      for (int t = 1; t <= horizon; ++t) {
        experiment.input(experiment.characters[static_cast<std::size_t>(t) - 1], t - 1) = 1;
      }
    }
  } else {
    experiment.input = inputSequence(scenario.input, horizon);
  }
  const LossSpec& loss = scenario.loss;
  const bool everyStep = loss.at == LossPlace::Every;
  if (loss.kind == LossKind::Inject) {
    experiment.injected = injectedGradient(loss, readoutSize(scenario.network));
  } else if (loss.kind == LossKind::CrossEntropy) {
    // The text itself holds what is wanted.
  } else if (loss.csvTarget) {
    // `last` compares with the row that belongs to step T, standardised like all T rows.
    read(loss.csvTarget->source, loss.csvTarget->ahead, horizon, "loss.target", experiment.targets);
    if (!everyStep && experiment.targets.cols() > 0) {
      experiment.targets = experiment.targets.rightCols(1).eval();
    }
  } else if (loss.target.empty()) {
    experiment.targets =
        Eigen::MatrixXd::Zero(readoutSize(scenario.network), everyStep ? horizon : 1);
  } else {
    experiment.targets = matrixFrom(loss.target).transpose();
  }
  if (!problems.empty()) {
    return problems;
  }
  const auto inputs = static_cast<int>(experiment.input.rows());
  if (scenario.input.kind == InputKind::Text && scenario.weights.init == WeightInit::Explicit) {
    problems = checkParameters(scenario, inputs);
    if (!problems.empty()) {
      return problems;
    }
  }
  experiment.weights =
      makeParameters(scenario, inputs,
                     scenario.weights.init == WeightInit::Explicit ? std::vector<Eigen::MatrixXd>()
                                                                   : recurrent(scenario));
  const int size = stateSize(scenario.network);
  experiment.initialState = initialState(scenario.initialState, size);
  experiment.initialCell = initialCell(scenario.initialState, size);
  return experiment;
}

ExperimentOrProblems prepare(const Scenario& scenario, const std::filesystem::path& folder) {
  return ExperimentBuilder().prepare(scenario, folder);
}

} // namespace backflow
