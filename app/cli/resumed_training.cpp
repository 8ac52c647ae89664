// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resumed_training.h"

#include "app/cli/failure.h"
#include "app/cli/files.h"
#include "core/scenario/scenario_difference.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/text_file.h"

#include <iostream>
#include <utility>
#include <variant>
#include <vector>

namespace backflow {

namespace {

void tell(const std::string& sentence) {
  std::cerr << "backflow-cli: " << sentence << '\n';
}

/// Without how long to train: that is for --updates to say, and a state may be from a part of it.
std::vector<FieldDifference> differencesFrom(const Scenario& saved, const std::string& file) {
  if (file == standardStream) {
    return {};
  }
  const ScenarioOrProblems read = readScenarioFile(file);
  const auto* scenario = std::get_if<Scenario>(&read);
  if (scenario == nullptr) {
    return {}; // nobody can take it for what is trained
  }
  std::vector<FieldDifference> differences = differencesOf(saved, *scenario);
  std::erase_if(differences, [](const FieldDifference& difference) {
    return difference.field == "training.updates";
  });
  return differences;
}

void tellOfSettings(const ResumedTraining& wanted, const Training& training) {
  const auto differences = differencesFrom(training.scenario(), wanted.scenario);
  if (differences.empty()) {
    return;
  }
  const FieldDifference& first = differences.front();
  const bool hasWords =
      first.from.kind != FieldValue::Kind::None && first.from.kind != FieldValue::Kind::Table;
  std::string sentence = wanted.state +
                         " goes on with the settings that it was saved with: " + first.field +
                         " stays " + (hasWords ? first.from.text : "as it was") + ", whatever " +
                         wanted.scenario + " has";
  if (differences.size() > 1) {
    sentence += " (and " + std::to_string(differences.size() - 1) + " more)";
  }
  tell(sentence);
}

} // namespace

std::unique_ptr<Training> resume(const ResumedTraining& wanted) {
  TextOrProblem text = readTextFile(wanted.state);
  if (const auto* problem = std::get_if<FieldProblem>(&text)) {
    throw BadInput(wanted.state + ": " + describe(*problem));
  }
  TrainingOrProblems made = resumeTraining(std::get<std::string>(text), folderOf(wanted.scenario));
  if (const auto* problems = std::get_if<std::vector<FieldProblem>>(&made)) {
    throw BadInput(wanted.state + ": " + describe(*problems));
  }
  auto training = std::get<std::unique_ptr<Training>>(std::move(made));
  if (wanted.updates > 0) {
    training->setUpdates(wanted.updates);
  }
  return training;
}

void tellOfSurprises(const ResumedTraining& wanted, const Training& training) {
  tellOfSettings(wanted, training);
  if (training.status() != TrainingStatus::Done) {
    return;
  }
  const int made = training.update();
  if (wanted.updates > 0 && wanted.updates < made) {
    tell(wanted.state + " has made " + std::to_string(made) + " updates already, more than the " +
         std::to_string(wanted.updates) + " of --updates, which counts them all");
  } else {
    tell(wanted.state + " has made all of its " + std::to_string(made) +
         " updates; for more, give how many in all to --updates");
  }
}

} // namespace backflow
