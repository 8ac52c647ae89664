// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "ui/run/training_run.h"
#include "ui/state/app_state.h"
#include "ui/state/training_history.h"
#include "ui/state/training_variant.h"

#include <QObject>

#include <filesystem>
#include <string>
#include <vector>

namespace backflow {

/// The training of the window's scenario, and a second one beside it that differs in one setting.
/// Both follow what is changed in flight; another scenario makes them stale.
class TrainingPair : public QObject {
  Q_OBJECT

 public:
  explicit TrainingPair(AppState& state, QObject* parent = nullptr);
  ~TrainingPair() override;

  const TrainingRun& first() const { return m_first; }
  const TrainingRun& second() const { return m_second; }
  /// Those that have begun, the first first.
  Trainings trainings() const;
  /// Whether the scenario has been changed since in what no training can follow.
  bool isStale() const { return m_isStale; }
  bool isPlaying() const;
  bool canGoOn() const;
  /// In which setting a second training differs, as chosen.
  TrainingVariant variant() const { return m_variant; }
  /// The scenario that a second training begins with but for its variant: the first one's as it
  /// began, or the window's where there is none.
  Scenario ground() const;
  const std::vector<FieldProblem>& problems() const { return m_problems; }

  /// Begins both, or goes on with them.
  void play();
  void pause();
  /// One update of each.
  void step();
  void stop();
  /// Updates a second; 0 is as fast as possible.
  void setSpeed(int speed);
  void chooseVariant(TrainingVariant variant);
  /// Beside a first training that died, plays the same one, clipped.
  void rescue();
  /// Goes on from a saved state, standing. Its scenario becomes the window's.
  void resume(const std::string& state, const Document& document);
  /// As resume(), beside the window's scenario as it is: where that differs in what no training can
  /// follow, the training is stale. A second one begins anew, to make the same updates again.
  void bringBack(const std::string& state, const Document& document,
                 TrainingVariant variant = TrainingVariant::None);
  /// Writes the whole state of the first; saved() tells of it.
  void save(const std::string& file) { m_first.save(file); }
  void keep(const std::filesystem::path& file) { m_first.keep(file); }

 signals:
  /// Anything but the curves may have changed.
  void changed();
  /// A training has made updates.
  void advanced();
  /// What was read of trainings is over: others begin.
  void begun();
  void saved(const QString& file, const QString& problem);

 private:
  void begin();
  /// Plays or steps those that can go on; begins both if none can.
  void goOn(void (TrainingRun::*how)());
  /// True if there is a second training now.
  bool beginSecond();
  /// What was changed in flight of the first is changed of the second at the same updates.
  void repeatChanges();
  /// Everything about trainings of another scenario but the first itself.
  void forget();
  void takeScenario();
  void steerInFlight();

  AppState& m_state;
  Document m_begun;  ///< that the trainings began with, but for what was changed in flight
  Scenario m_opened; ///< another one means that another file was opened
  bool m_isStale = false;
  TrainingVariant m_variant = TrainingVariant::None;       ///< as chosen
  TrainingVariant m_secondVariant = TrainingVariant::None; ///< of the second training
  std::vector<FieldProblem> m_problems;
  TrainingRun m_first;
  TrainingRun m_second;
};

} // namespace backflow
