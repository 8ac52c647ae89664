// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/phase_study.h"

#include "core/scenario/cell_traits.h"

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

/// The member that the parameter is; whole ones are not doubles.
double* realIn(Scenario& scenario, PhaseParameter parameter) {
  switch (parameter) {
  case PhaseParameter::InputDeviation:
    return &scenario.input.std;
  case PhaseParameter::InputAmplitude:
    return &scenario.input.amplitude;
  case PhaseParameter::InputGain:
    return &scenario.weights.inputGain;
  case PhaseParameter::ForgetBias:
    return &scenario.weights.forgetBias;
  case PhaseParameter::Horizon:
  case PhaseParameter::Seed:
    break;
  }
  return nullptr;
}

} // namespace

std::string fieldOf(PhaseParameter parameter) {
  switch (parameter) {
  case PhaseParameter::InputDeviation:
    break;
  case PhaseParameter::InputAmplitude:
    return "input.amplitude";
  case PhaseParameter::InputGain:
    return "weights.input_gain";
  case PhaseParameter::Horizon:
    return "unroll.horizon";
  case PhaseParameter::ForgetBias:
    return "weights.forget_bias";
  case PhaseParameter::Seed:
    return "weights.seed";
  }
  return "input.std";
}

bool isWhole(PhaseParameter parameter) {
  return parameter == PhaseParameter::Horizon || parameter == PhaseParameter::Seed;
}

bool canVary(const Scenario& scenario, PhaseParameter parameter) {
  const InputKind kind = scenario.input.kind;
  switch (parameter) {
  case PhaseParameter::InputDeviation:
    return kind == InputKind::Noise;
  case PhaseParameter::InputAmplitude:
    return kind == InputKind::Impulse || kind == InputKind::Constant || kind == InputKind::Sine;
  case PhaseParameter::ForgetBias:
    return hasGate(scenario.network.cell, Gate::Forget) && !scenario.weights.chrono;
  case PhaseParameter::Horizon:
    return kind != InputKind::Explicit;
  case PhaseParameter::InputGain:
  case PhaseParameter::Seed:
    break;
  }
  return true;
}

double valueIn(const Scenario& scenario, PhaseParameter parameter) {
  if (parameter == PhaseParameter::Horizon) {
    return scenario.unroll.horizon;
  }
  if (parameter == PhaseParameter::Seed) {
    return static_cast<double>(scenario.weights.seed);
  }
  Scenario copy = scenario;
  return *realIn(copy, parameter);
}

PhaseSettings withRangeFor(PhaseSettings settings, PhaseParameter parameter) {
  settings.parameter = parameter;
  settings.least = 0;
  switch (parameter) {
  case PhaseParameter::InputDeviation:
  case PhaseParameter::InputAmplitude:
    settings.most = 1;
    break;
  case PhaseParameter::InputGain:
    settings.most = 10;
    break;
  case PhaseParameter::Horizon:
    settings.least = 10;
    settings.most = 240;
    break;
  case PhaseParameter::ForgetBias:
    settings.least = -2;
    settings.most = 4;
    break;
  case PhaseParameter::Seed:
    settings.least = 1;
    settings.most = 24;
    break;
  }
  return settings;
}

SweepSpec sweepOf(const Document& document, const PhaseSettings& settings) {
  SweepSpec spec;
  spec.scenario = document.scenario;
  spec.folder = document.folder;
  spec.seeds = settings.parameter == PhaseParameter::Seed ? 1 : settings.seeds;
  SweepAxis up{fieldOf(settings.parameter), {}};
  if (isWhole(settings.parameter)) {
    const double least = std::ceil(settings.least);
    const double range = std::floor(settings.most) - least;
    const double stride = std::max(1.0, std::ceil(range / std::max(1, settings.rows - 1)));
    for (double value = least; value <= settings.most; value += stride) {
      up.values.push_back(value);
    }
  } else {
    up.values = evenlySpaced(settings.least, settings.most, settings.rows, false);
  }
  spec.axes = {{"weights.gain",
                evenlySpaced(settings.leastGain, settings.mostGain, settings.columns, false)},
               std::move(up)};
  return spec;
}

std::vector<std::int64_t> coarseToFine(const SweepSpec& spec) {
  const std::int64_t columns = std::ssize(spec.axes[0].values);
  const std::int64_t rows = std::ssize(spec.axes[1].values);
  std::vector<std::int64_t> cells;
  for (std::int64_t seed = 0; seed < spec.seeds; ++seed) {
    for (std::int64_t step = 8; step > 0; step /= 2) {
      for (std::int64_t row = 0; row < rows; row += step) {
        for (std::int64_t column = 0; column < columns; column += step) {
          const bool wasBefore = step < 8 && row % (2 * step) == 0 && column % (2 * step) == 0;
          if (!wasBefore) {
            cells.push_back((seed * rows + row) * columns + column);
          }
        }
      }
    }
  }
  return cells;
}

std::optional<std::vector<double>> placeOf(const Scenario& scenario, const SweepSpec& spec,
                                           PhaseParameter parameter) {
  Scenario base = spec.scenario;
  base.title = scenario.title;
  base.training = scenario.training;
  base.weights.seed = scenario.weights.seed;
  base.weights.gain = scenario.weights.gain;
  if (!canVary(scenario, parameter)) {
    return std::nullopt;
  }
  if (double* real = realIn(base, parameter)) {
    *real = valueIn(scenario, parameter);
  } else if (parameter == PhaseParameter::Horizon) {
    base.unroll.horizon = scenario.unroll.horizon;
  }
  return base == scenario
             ? std::optional(std::vector{scenario.weights.gain, valueIn(scenario, parameter)})
             : std::nullopt;
}

} // namespace backflow
