// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/training_history.h"
#include "ui/state/training_variant.h"

#include <QCoreApplication>
#include <QString>

namespace backflow {

/// Trainings in the reader's language.
class TrainingText {
  Q_DECLARE_TR_FUNCTIONS(TrainingText)

 public:
  /// What tells this training from the other: "clipped at θ = 1"; without another, its network.
  static QString name(const Scenario& scenario, const Scenario* other);
  /// What the second training of `scenario` would be: "without clipping".
  static QString variant(const Scenario& scenario, TrainingVariant variant);
  /// Why it cannot be; empty if it can.
  static QString obstacle(const Scenario& scenario, TrainingVariant variant);
  /// The measure of the loss, with its unit.
  static QString lossLabel(TaskKind task);
  /// "Gender agreement, 600 updates of 32 sequences, Adam, η = 0.005"
  static QString caption(const Scenario& scenario);
  enum class Detail { Least, Line, Brief, Full };
  /// How it stands: what it has reached, or of what it died; in full with the first inf, too. The
  /// line leaves out where it died, and the least also the plain guess, which the curves show.
  static QString standing(const TrainingHistory& history, Detail detail);
  /// What became inf or NaN, where, and by which operation.
  static QString happening(const TrainingEvent& event);
  /// The records of one update.
  static QString reading(const TrainingHistory& history, int update);
  /// "12 s", "3 min"
  static QString duration(double seconds);
};

} // namespace backflow
