// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/phase_study.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace backflow {

/// The words about a phase diagram.
struct PhaseText {
  Q_DECLARE_TR_FUNCTIONS(PhaseText)

 public:
  static QString fate(GradientFate fate);
  /// As it stands in a list of choices.
  static QString parameter(PhaseParameter parameter);
  /// As it stands at the axis.
  static QString axis(PhaseParameter parameter);
  /// What is known of one cell: its ratio as log₁₀, the median of so many seeds, or nothing before
  /// it is computed.
  static QString reading(PhaseParameter parameter, double gain, double value,
                         std::optional<double> ratioLog10, GradientFate fate, int seeds);
};

} // namespace backflow
