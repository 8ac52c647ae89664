// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/experiment_entry.h"

#include "core/record/describe.h"
#include "core/record/influence_csv.h"
#include "core/record/misconception.h"
#include "core/record/trace_json.h"
#include "core/scenario/scenario_json.h"
#include "core/theory/analysis.h"
#include "core/train/training.h"
#include "core/unroll/influence.h"
#include "core/unroll/other_cells.h"
#include "core/unroll/pytorch_script.h"
#include "core/unroll/run.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/small.h"

#include <cmath>
#include <sstream>
#include <string>

namespace backflow::fuzz {

namespace {

using Problems = std::vector<FieldProblem>;

void requireWhole(const Trace& trace) {
  const auto steps = static_cast<std::size_t>(trace.scenario.unroll.horizon);
  require(trace.referenceLog2.size() == steps, "the reference curve has every step");
  require(trace.runs.size() == trace.scenario.precisions.size(), "every precision is run");
  for (const RunTrace& one : trace.runs) {
    require(one.steps.gradientNorm.size() == steps, "every step is recorded");
    for (std::size_t k = 0; k < steps; ++k) {
      // A norm is recorded whatever the numbers are, and is none of a number below 0.
      require(!(one.steps.gradientNorm[k] < 0), "no norm is negative");
      require(std::isfinite(one.steps.gradientNorm[k]) ||
                  one.steps.infinities[k] + one.steps.nans[k] > 0 ||
                  one.precision == Precision::Float64,
              "a finite gradient has a finite norm");
    }
    for (const Event& event : one.events) {
      require(event.t >= 0 && event.t <= trace.scenario.unroll.horizon, "an event has its step");
      require(describe(event).find('\n') == std::string::npos, "an event is told in one line");
    }
  }
}

void runAll(const Experiment& experiment) {
  const std::optional<Trace> trace = run(
      experiment, {.keepStateGradients = true, .keepStates = true, .keepParameterGradients = true});
  require(trace.has_value(), "a run that nobody stops comes to its end");
  requireWhole(*trace);
  misconceptionsMet(*trace);
  separateWeights(*trace);
  std::ostringstream text;
  writeTraceJson(*trace, {.parameterGradients = true, .stateGradients = true}, text);
  writeTraceCsv(*trace, text);
  text << pytorchScript(experiment);
  require(analyse(experiment).has_value(), "an analysis that nobody stops comes to its end");
  if (!experiment.scenario.network.bidirectional) {
    stepSpectrum(experiment, experiment.scenario.unroll.horizon);
  }
  if (const auto influence = influenceOf(experiment)) {
    writeInfluenceCsv(*influence, text);
  }
  ExperimentBuilder builder;
  runOtherCells(builder, experiment.scenario, dataFolder());
}

void trainAWhile(const Scenario& scenario) {
  const TrainingOrProblems started = startTraining(scenario, dataFolder());
  if (const auto* problems = std::get_if<Problems>(&started)) {
    requireOneSentence(*problems);
    return;
  }
  Training& training = *std::get<std::unique_ptr<Training>>(started);
  for (int update = 0; update < 3 && training.status() == TrainingStatus::Running; ++update) {
    training.step();
  }
  for (const TrainingEvent& event : training.events()) {
    require(describe(event.event).find('\n') == std::string::npos, "an event is told in one line");
  }
  training.writeText(5, 1, 1);
  std::ostringstream saved;
  training.save(saved);
  const TrainingOrProblems resumed = resumeTraining(saved.str(), dataFolder());
  require(std::holds_alternative<std::unique_ptr<Training>>(resumed),
          "what a training saves can be gone on with");
}

} // namespace

void takeExperiment(std::string_view bytes) {
  ScenarioOrProblems read = readScenario(bytes);
  auto* scenario = std::get_if<Scenario>(&read);
  if (scenario == nullptr || !isSmall(*scenario)) {
    return;
  }
  useDataFolder(*scenario);
  const ExperimentOrProblems prepared = prepare(*scenario, dataFolder());
  if (const auto* problems = std::get_if<Problems>(&prepared)) {
    requireOneSentence(*problems);
  } else {
    runAll(std::get<Experiment>(prepared));
  }
  if (scenario->training) {
    trainAWhile(*scenario);
  }
}

} // namespace backflow::fuzz
