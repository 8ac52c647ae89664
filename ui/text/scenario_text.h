// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QCoreApplication>
#include <QString>

namespace backflow {

/// "rain, sun".
QString columnNames(const CsvColumns& table);

/// A scenario in the reader's language.
class ScenarioText {
  Q_DECLARE_TR_FUNCTIONS(ScenarioText)

 public:
  /// The scenario's title; in the user's language if it is one that comes with the program.
  static QString title(const Scenario& scenario);
  /// The same; a word for it where it is empty.
  static QString name(const Scenario& scenario);
  /// The name, marked where the scenario is no longer what comes with the program under it.
  static QString presentName(const Scenario& scenario);
  /// The settings in one line, for under a picture: "tanh, H = 64, gaussian, gain 0.9, …".
  static QString caption(const Scenario& scenario);

 private:
  static QString inputCaption(const InputSpec& input);
  static QStringList weightsCaption(const WeightsSpec& weights);
  static QString pinCaption(const PinSpec& pin);
};

} // namespace backflow
