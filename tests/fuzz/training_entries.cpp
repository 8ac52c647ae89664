// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/training_entries.h"

#include "core/train/task.h"
#include "core/train/training.h"
#include "core/train/training_csv.h"
#include "core/train/training_state.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/small.h"

#include <array>
#include <sstream>
#include <string>

namespace backflow::fuzz {

namespace {

using Problems = std::vector<FieldProblem>;

} // namespace

void takeTaskFile(std::string_view bytes) {
  constexpr std::array kinds{TaskKind::Agreement, TaskKind::Temperature, TaskKind::Mood,
                             TaskKind::Sunspots, TaskKind::Characters};
  if (bytes.empty()) {
    return;
  }
  const std::filesystem::path file = fileWith(bytes.substr(1), "task");
  Scenario scenario;
  scenario.unroll.horizon = 5;
  TaskSpec& task = scenario.training.emplace().task;
  task.kind = kinds[static_cast<unsigned char>(bytes.front()) % kinds.size()];
  task.file = file.filename().string();
  task.ahead = 2;
  const TaskOrProblems made = makeTask(scenario, file.parent_path());
  if (const auto* problems = std::get_if<Problems>(&made)) {
    requireOneSentence(*problems);
    return;
  }
  const Task& taken = *std::get<std::unique_ptr<Task>>(made);
  require(taken.inputs() >= 1 && taken.outputs() >= 1, "a task has inputs and outputs");
  require(!taken.baselineName().empty(), "a task has a plain guess");
  PortableRandom random(1, RandomStream::HeldOut);
  const TaskBatch drawn = taken.draw(random, 3);
  require(drawn.size() == 3 && drawn.inputs.size() == 5, "a batch is as large as asked for");
  require(taken.heldOut().size() >= 1, "something is held out");
}

void takeSavedTraining(std::string_view bytes) {
  const std::string text(bytes);
  auto read = readTrainingState(text);
  if (const auto* problems = std::get_if<Problems>(&read)) {
    requireOneSentence(*problems);
    return;
  }
  auto& state = std::get<TrainingState>(read);
  if (!isSmall(state.scenario)) {
    return;
  }
  useDataFolder(state.scenario);
  std::ostringstream cleaned;
  writeTrainingState(state, cleaned);
  const TrainingOrProblems resumed = resumeTraining(cleaned.str(), dataFolder());
  if (const auto* problems = std::get_if<Problems>(&resumed)) {
    requireOneSentence(*problems);
    return;
  }
  Training& training = *std::get<std::unique_ptr<Training>>(resumed);
  for (int update = 0; update < 2 && training.status() == TrainingStatus::Running; ++update) {
    training.step();
  }
  std::ostringstream saved;
  training.save(saved);
  require(std::holds_alternative<TrainingState>(readTrainingState(saved.str())),
          "a training that was gone on with can be gone on with again");
  std::ostringstream csv;
  writeTrainingCsv(training.records(), csv);
}

} // namespace backflow::fuzz
