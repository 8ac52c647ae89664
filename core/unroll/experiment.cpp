// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/experiment.h"

#include "core/network/initialisers.h"
#include "core/scenario/validation.h"
#include "core/unroll/input_sequence.h"

#include <system_error>

namespace backflow {

using Problems = std::vector<FieldProblem>;
using NumbersOrProblems = std::variant<Eigen::MatrixXd, Problems>;

const Eigen::MatrixXd& ExperimentBuilder::recurrent(const Scenario& scenario) {
  const WeightsSpec& weights = scenario.weights;
  const int hidden = scenario.network.hidden;
  if (!m_drawn || m_drawn->init != weights.init || m_drawn->hidden != hidden ||
      m_drawn->seed != weights.seed) {
    m_drawn = DrawnMatrix{weights.init, hidden, weights.seed,
                          recurrentMatrix(weights.init, hidden, weights.seed)};
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
  const int hidden = scenario.network.hidden;
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
  } else {
    experiment.input = inputSequence(scenario.input, horizon);
  }
  const LossSpec& loss = scenario.loss;
  const bool everyStep = loss.at == LossPlace::Every;
  if (loss.kind == LossKind::Inject) {
    experiment.injected = injectedGradient(loss, hidden);
  } else if (loss.csvTarget) {
    // `last` compares with the row that belongs to step T, standardised like all T rows.
    read(loss.csvTarget->source, loss.csvTarget->ahead, horizon, "loss.target", experiment.targets);
    if (!everyStep && experiment.targets.cols() > 0) {
      experiment.targets = experiment.targets.rightCols(1).eval();
    }
  } else if (loss.target.empty()) {
    experiment.targets = Eigen::MatrixXd::Zero(hidden, everyStep ? horizon : 1);
  } else {
    experiment.targets = matrixFrom(loss.target).transpose();
  }
  if (!problems.empty()) {
    return problems;
  }
  const auto inputs = static_cast<int>(experiment.input.rows());
  experiment.weights = makeParameters(
      scenario, inputs,
      scenario.weights.init == WeightInit::Explicit ? Eigen::MatrixXd() : recurrent(scenario));
  experiment.initialState = initialState(scenario.initialState, hidden);
  return experiment;
}

ExperimentOrProblems prepare(const Scenario& scenario, const std::filesystem::path& folder) {
  return ExperimentBuilder().prepare(scenario, folder);
}

} // namespace backflow
