// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/scenario/exercise_book.h"
#include "ui/state/findings.h"
#include "ui/state/training_history.h"

#include <QCoreApplication>
#include <QString>

#include <memory>
#include <optional>

namespace backflow {

/// The experiment of an exercise that was asked for, and what it measures in what the window shows.
class AskedExperiment {
  Q_DECLARE_TR_FUNCTIONS(AskedExperiment)

 public:
  struct Words {
    QString measured;
    QString note; ///< on what it holds for; may be empty
  };

  /// Its scenario is to be opened by who asks. `experiment` has to stay where it is.
  void ask(const ExerciseExperiment& experiment);
  void forget();

  /// Null: none is asked for.
  const ExerciseExperiment* experiment() const { return m_experiment; }
  /// A trace of it was shown.
  bool hasArrived() const { return m_hasArrived; }

  /// What the window shows, of whatever scenario.
  void showTrace(std::shared_ptr<const Trace> trace);
  /// False if it is what was shown already.
  bool showInfluence(std::shared_ptr<const InfluenceStudy> influence);
  void showTrainings(const Trainings& trainings);

  /// Whether another scenario was opened since the experiment's was shown.
  bool hasGoneElsewhere() const;
  /// Of the one that is asked for.
  Words measured() const;

 private:
  void noteArrival();
  bool showsIts() const;
  Words measuredInTraining() const;
  Words measuredInTrace() const;
  QString noteOfChanges() const;

  const ExerciseExperiment* m_experiment = nullptr;
  std::optional<Scenario> m_scenario; ///< as shipped
  bool m_hasArrived = false;
  std::shared_ptr<const Trace> m_trace;
  std::shared_ptr<const InfluenceStudy> m_influence;
  Trainings m_trainings;
};

} // namespace backflow
