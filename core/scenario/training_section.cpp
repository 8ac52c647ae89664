// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/json_object_reader.h"
#include "core/scenario/scenario_sections.h"
#include "core/scenario/training_checks.h"

namespace backflow {

namespace {

using Json = nlohmann::json;
using Problems = std::vector<FieldProblem>;

void readTask(const Json& json, TaskSpec& task, Problems& problems) {
  JsonObjectReader reader(json, "training.task", problems);
  if (!reader.choice("kind", "a task", task.kind)) {
    return;
  }
  if (readsFile(task.kind)) {
    reader.text("file", task.file);
  }
  if (task.kind == TaskKind::Sunspots) {
    reader.whole("ahead", rules::monthsAhead, task.ahead);
  }
  reader.reportUnknownKeys(enumName(task.kind), {"file", "ahead"});
}

void readOptimiser(const Json& json, OptimiserSpec& optimiser, Problems& problems) {
  JsonObjectReader reader(json, "training.optimiser", problems);
  if (!reader.choice("kind", "an optimiser", optimiser.kind)) {
    return;
  }
  reader.number("rate", rules::rate, optimiser.rate);
  switch (optimiser.kind) {
  case OptimiserKind::Sgd:
    break;
  case OptimiserKind::Momentum:
    reader.number("momentum", rules::fraction, optimiser.momentum);
    break;
  case OptimiserKind::RmsProp:
    reader.number("decay", rules::fraction, optimiser.decay);
    reader.number("epsilon", rules::epsilon, optimiser.epsilon);
    break;
  case OptimiserKind::Adam:
    reader.number("beta1", rules::fraction, optimiser.beta1);
    reader.number("beta2", rules::fraction, optimiser.beta2);
    reader.number("epsilon", rules::epsilon, optimiser.epsilon);
    break;
  }
  reader.reportUnknownKeys(enumName(optimiser.kind),
                           {"momentum", "decay", "beta1", "beta2", "epsilon"});
}

} // namespace

void readTraining(const Json& json, TrainingSpec& training, Problems& problems) {
  JsonObjectReader reader(json, "training", problems);
  if (const Json* task = reader.find("task")) {
    readTask(*task, training.task, problems);
  }
  if (const Json* optimiser = reader.find("optimiser")) {
    readOptimiser(*optimiser, training.optimiser, problems);
  }
  reader.whole("batch", rules::batch, training.batch);
  reader.whole("updates", rules::updates, training.updates);
  reader.seed("seed", training.seed);
  reader.choice("precision", "a precision", training.precision);
  reader.number("regulariser", rules::regulariser, training.regulariser);
  reader.whole("evaluate_every", rules::updates, training.evaluateEvery);
  reader.reportUnknownKeys();
}

} // namespace backflow
