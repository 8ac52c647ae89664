// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/mean_field.h"

#include <cmath>
#include <numbers>

namespace backflow {

namespace {

/// E[f(z)], z ~ N(0, 1): the trapezoidal rule over ±12, which for a smooth function times a
/// Gaussian errs less than rounding.
template <class Function> double expectation(Function f) {
  constexpr double step = 1.0 / 32;
  constexpr int count = 12 * 32;
  double sum = 0;
  for (int k = -count; k <= count; ++k) {
    const double z = k * step;
    sum += f(z) * std::exp(-z * z / 2);
  }
  return sum * step / std::sqrt(2 * std::numbers::pi);
}

double logistic(double bias) {
  return 1 / (1 + std::exp(-bias));
}

struct Opening {
  double open;   ///< the gate at every step
  double closed; ///< 1 − open, without cancellation
};

/// Of a gate at zero state with this bias, or as it is pinned.
std::optional<Opening> openingOf(const Scenario& scenario, Gate gate, double bias) {
  Opening opening{logistic(bias), logistic(-bias)};
  for (const PinSpec& pin : scenario.pins) {
    if (pin.gate != gate) {
      continue;
    }
    if (pin.from > 1 || pin.to < scenario.unroll.horizon) {
      return std::nullopt;
    }
    opening = {pin.value, 1 - pin.value};
  }
  return opening;
}

} // namespace

MeanField meanFieldOfTanh(double gain) {
  MeanField result;
  const auto next = [gain](double q) {
    return gain * gain * expectation([q](double z) {
             const double h = std::tanh(std::sqrt(q) * z);
             return h * h;
           });
  };
  if (gain > 1) {
    // q ↦ next(q)/q falls, so there is one fixed point above zero, and next(q) ≤ g².
    double least = 0;
    double most = gain * gain;
    for (double middle = most / 2; middle > least && middle < most; middle = (least + most) / 2) {
      (next(middle) > middle ? least : most) = middle;
    }
    result.variance = (least + most) / 2;
  }
  if (result.variance > 0) {
    result.gain = gain * gain * expectation([&](double z) {
                    const double h = std::tanh(std::sqrt(result.variance) * z);
                    return (1 - h * h) * (1 - h * h);
                  });
    result.lyapunovExponent = std::log(result.gain) / 2;
  } else {
    // φ′ is 1 everywhere: exact, where the sum above is so but for rounding.
    result.gain = gain * gain;
    result.lyapunovExponent = std::log(gain);
  }
  return result;
}

std::optional<double> criticalGain(const NetworkSpec& network) {
  switch (network.cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
  case CellKind::Lstm:
    return 2;
  }
  switch (network.activation) {
  case Activation::Tanh:
  case Activation::Identity:
    return 1;
  case Activation::Relu:
    return std::numbers::sqrt2;
  case Activation::Sigmoid:
    break;
  }
  return std::nullopt;
}

bool isCriticalHalfOn(const NetworkSpec& network) {
  return network.cell == CellKind::Rnn && network.activation == Activation::Relu;
}

std::optional<double> criticalGain(const Scenario& scenario) {
  const WeightsSpec& weights = scenario.weights;
  const CellKind cell = scenario.network.cell;
  if (weights.init != WeightInit::Gaussian || weights.chrono) {
    return std::nullopt;
  }
  if (cell == CellKind::Rnn) {
    return criticalGain(scenario.network);
  }
  const auto update = openingOf(scenario, Gate::Update, weights.updateBias);
  if (cell == CellKind::Gru) {
    const auto reset = openingOf(scenario, Gate::Reset, 0);
    const bool acts = update && reset && update->open > 0 && reset->open > 0;
    return acts ? std::optional(1 / reset->open) : std::nullopt;
  }
  const auto forget = openingOf(scenario, Gate::Forget, weights.forgetBias);
  const auto output = openingOf(scenario, Gate::Output, 0);
  const bool acts = update && forget && output && update->open > 0 && output->open > 0;
  return acts ? std::optional(forget->closed / (update->open * output->open)) : std::nullopt;
}

} // namespace backflow
