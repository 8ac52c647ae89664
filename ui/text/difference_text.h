// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario_difference.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace backflow {

/// What differs between two scenarios, in the words of their controls. What a change brings with it
/// is left out: with another cell its activation, with another kind of input its size. The
/// training is told in one word, since no curve of a run depends on it.
class DifferenceText {
  Q_DECLARE_TR_FUNCTIONS(DifferenceText)

 public:
  /// "gain 0.9 → 1.1", "T 100 → 200"; empty if nothing differs.
  static QStringList changes(const Scenario& from, const Scenario& to);
  /// The same in one line, or that nothing differs.
  static QString line(const Scenario& from, const Scenario& to);
  /// What `to` has: "gain 1.1", "T 200".
  static QStringList settings(const Scenario& from, const Scenario& to);
};

} // namespace backflow
