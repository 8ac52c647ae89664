// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/asked_experiment.h"

#include "core/record/measurement.h"
#include "core/scenario/scenario_json.h"
#include "core/train/training_measurement.h"
#include "ui/text/difference_text.h"
#include "ui/text/exercise_text.h"
#include "ui/text/training_text.h"

#include <utility>
#include <variant>
#include <vector>

namespace backflow {

namespace {

std::optional<Scenario> shipped(const std::string& name) {
  const auto entry = libraryEntry(name);
  if (!entry) {
    return std::nullopt;
  }
  auto read = readScenarioFile(entry->file);
  auto* scenario = std::get_if<Scenario>(&read);
  return scenario == nullptr ? std::nullopt : std::optional(std::move(*scenario));
}

} // namespace

void AskedExperiment::ask(const ExerciseExperiment& experiment) {
  m_experiment = &experiment;
  m_scenario = shipped(experiment.scenario);
  m_hasArrived = false;
  noteArrival();
}

void AskedExperiment::forget() {
  m_experiment = nullptr;
  m_scenario.reset();
  m_hasArrived = false;
}

void AskedExperiment::showTrace(std::shared_ptr<const Trace> trace) {
  m_trace = std::move(trace);
  noteArrival();
}

bool AskedExperiment::showInfluence(std::shared_ptr<const InfluenceStudy> influence) {
  const bool isNew = influence != m_influence;
  m_influence = std::move(influence);
  return isNew;
}

void AskedExperiment::showTrainings(const Trainings& trainings) {
  m_trainings = trainings;
}

void AskedExperiment::noteArrival() {
  m_hasArrived = m_hasArrived || (showsIts() && m_trace->scenario == *m_scenario);
}

bool AskedExperiment::showsIts() const {
  return m_scenario && m_trace && m_trace->scenario.title == m_scenario->title;
}

bool AskedExperiment::hasGoneElsewhere() const {
  return m_hasArrived && !showsIts();
}

AskedExperiment::Words AskedExperiment::measured() const {
  if (m_experiment->scenario.empty()) {
    return {ExerciseText::words(m_experiment->sentence), {}};
  }
  if (!m_scenario) {
    return {tr("The scenario %1 is missing: it should have come with the program.")
                .arg(QString::fromStdString(m_experiment->scenario)),
            {}};
  }
  return m_experiment->trains ? measuredInTraining() : measuredInTrace();
}

AskedExperiment::Words AskedExperiment::measuredInTraining() const {
  if (m_trainings.empty() || m_trainings.front()->scenario.title != m_scenario->title) {
    return {tr("The training is about to begin…"), {}};
  }
  const TrainingHistory& history = *m_trainings.front();
  std::vector<std::optional<Measured>> values;
  for (const Measure& wanted : m_experiment->measures) {
    values.push_back(measure(wanted, history.records, history.events, history.baselineLoss));
  }
  const auto sentence = ExerciseText::sentence(*m_experiment, values);
  const QString note =
      history.status == TrainingStatus::Running
          ? tr("Update %1 of %2: it is still training.").arg(history.made()).arg(history.updates)
          : QString();
  return {sentence.value_or(TrainingText::standing(history, TrainingText::Detail::Brief)), note};
}

AskedExperiment::Words AskedExperiment::measuredInTrace() const {
  const QString running = tr("The experiment is running…");
  if (!m_hasArrived) {
    return {running, {}};
  }
  const bool hasInfluence = m_influence && m_influence->scenario == m_trace->scenario;
  const Eigen::MatrixXd* influence = hasInfluence ? &m_influence->norms : nullptr;
  std::vector<std::optional<Measured>> values;
  for (const Measure& wanted : m_experiment->measures) {
    values.push_back(measure(wanted, *m_trace, influence));
  }
  const auto sentence = ExerciseText::sentence(*m_experiment, values);
  const bool waits = m_experiment->view == ExerciseView::Influence && !hasInfluence;
  const QString otherwise =
      waits ? running
            : tr("With these settings not everything that the exercise measures happens; see "
                 "“What happened”.");
  const bool isAsShipped = m_trace->scenario == *m_scenario;
  return {sentence.value_or(otherwise), isAsShipped ? QString() : noteOfChanges()};
}

QString AskedExperiment::noteOfChanges() const {
  constexpr qsizetype mostTold = 3;
  const QStringList changes =
      DifferenceText::changes(*m_scenario, m_trace->scenario).mid(0, mostTold);
  return tr("Measured with your settings (%1). Where the sentence names a setting, it is the "
            "exercise's.")
      .arg(changes.join(QStringLiteral(", ")));
}

} // namespace backflow
