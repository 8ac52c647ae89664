// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QCoreApplication>
#include <QString>

namespace backflow {

/// A scenario in the reader's language.
class ScenarioText {
  Q_DECLARE_TR_FUNCTIONS(ScenarioText)

 public:
  /// The settings in one line, for under a picture: "tanh, H = 64, gaussian, gain 0.9, …".
  static QString caption(const Scenario& scenario);
};

} // namespace backflow
