// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/sweep_cell.h"
#include "core/unroll/sweep_spec.h"
#include "ui/state/app_state.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace backflow {

/// What runs upwards in the phase diagram, over the gain.
enum class PhaseParameter { InputDeviation, InputAmplitude, InputGain, Horizon, ForgetBias, Seed };

/// What can be chosen about the diagram.
struct PhaseSettings {
  PhaseParameter parameter = PhaseParameter::InputDeviation;
  double leastGain = 0.5;
  double mostGain = 3;
  double least = 0; ///< of the parameter
  double most = 1;
  int columns = 32;
  int rows = 24; ///< at most; fewer where there are not so many whole numbers
  int seeds = 3;
  bool operator==(const PhaseSettings&) const = default;
};

/// The field of the scenario that the parameter is.
std::string fieldOf(PhaseParameter parameter);
/// Whether only whole numbers fit it.
bool isWhole(PhaseParameter parameter);
/// Whether this scenario has it.
bool canVary(const Scenario& scenario, PhaseParameter parameter);
/// Its value in a scenario that has it.
double valueIn(const Scenario& scenario, PhaseParameter parameter);
/// A range that shows something, for a scenario that has it.
PhaseSettings withRangeFor(PhaseSettings settings, PhaseParameter parameter);

/// The sweep that draws the diagram. The steps between whole numbers are all the same.
SweepSpec sweepOf(const Document& document, const PhaseSettings& settings);

/// The cells from coarse to fine: of every eighth column and row first, then of every fourth, and
/// so on, one seed after the other, so that the picture fills evenly.
std::vector<std::int64_t> coarseToFine(const SweepSpec& spec);

/// What is known of one cell.
struct PhaseCell {
  std::int64_t index = 0;
  double ratioLog10 = 0;
  GradientFate fate = GradientFate::Living;
};

/// A phase diagram as far as it has come. Only the GUI thread reads and grows it.
struct PhaseStudy {
  SweepSpec spec; ///< first axis: gain, second: the parameter
  PhaseParameter parameter = PhaseParameter::InputDeviation;
  std::vector<std::optional<PhaseCell>> cells; ///< by index
  std::int64_t done = 0;
  /// The gain and the parameter of the window's scenario; nothing where it differs in more than
  /// what the diagram varies.
  std::optional<std::vector<double>> present;
};

/// The gain and the parameter of the scenario, if it differs from the sweep's in nothing else but
/// the seed of the weights, the title and the training.
std::optional<std::vector<double>> placeOf(const Scenario& scenario, const SweepSpec& spec,
                                           PhaseParameter parameter);

} // namespace backflow
