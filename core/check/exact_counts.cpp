// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/exact_counts.h"

#include "core/numeric/emulated.h"
#include "core/unroll/network_run.h"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <variant>

namespace backflow {

namespace {

/// Beyond the last of all counts, float64's zero.
constexpr int horizon = 1100;

Experiment scalarRecurrence(double factor) {
  Scenario scenario;
  scenario.network = {CellKind::Rnn, Activation::Identity, 1};
  scenario.weights.init = WeightInit::Explicit;
  scenario.weights.parameters = {{"W_h", {{factor}}}};
  scenario.input.kind = InputKind::Constant;
  scenario.input.amplitude = 0;
  scenario.loss.gradient = {3};
  scenario.unroll.horizon = horizon;
  auto prepared = prepare(scenario, {});
  if (!std::holds_alternative<Experiment>(prepared)) {
    throw std::logic_error("the scalar recurrence is not a valid scenario");
  }
  return std::get<Experiment>(std::move(prepared));
}

template <class Scalar> StepRecords recordsIn(double factor) {
  const Experiment experiment = scalarRecurrence(factor);
  NetworkRun<Scalar> run(experiment, {});
  run.forward({});
  run.backward({});
  return std::move(run.trace.steps);
}

StepRecords records(Precision precision, double factor) {
  switch (precision) {
  case Precision::Float64:
    break;
  case Precision::Float32:
    return recordsIn<float>(factor);
  case Precision::BFloat16:
    return recordsIn<BFloat16>(factor);
  case Precision::Float16:
    return recordsIn<Float16>(factor);
  }
  return recordsIn<double>(factor);
}

/// The fewest steps back after which `happens` is true of the entry of time; NaN if it never is.
template <class Happens> double stepsBackUntil(Happens happens) {
  for (int stepsBack = 0; stepsBack < horizon; ++stepsBack) {
    if (happens(static_cast<std::size_t>(horizon - stepsBack - 1))) {
      return stepsBack;
    }
  }
  return std::numeric_limits<double>::quiet_NaN();
}

} // namespace

std::vector<Check> checkExactCounts(Precision precision) {
  const StepRecords halved = records(precision, 0.5);
  const StepRecords doubled = records(precision, 2);
  const FormatLimits limits = limitsOf(precision);
  const auto count = [precision](CheckKind kind, double measured, int bound) {
    Check check;
    check.kind = kind;
    check.precision = precision;
    check.measured = measured;
    check.bound = bound;
    return check;
  };
  return {count(CheckKind::FirstSubnormal,
                stepsBackUntil([&](std::size_t i) { return halved.subnormals[i] > 0; }),
                2 - std::ilogb(limits.smallestNormal)),
          count(CheckKind::ExactZero,
                stepsBackUntil([&](std::size_t i) { return halved.gradientNorm[i] == 0; }),
                3 - std::ilogb(limits.smallestSubnormal)),
          count(CheckKind::Infinity,
                stepsBackUntil([&](std::size_t i) { return doubled.infinities[i] > 0; }),
                std::ilogb(limits.largest))};
}

} // namespace backflow
