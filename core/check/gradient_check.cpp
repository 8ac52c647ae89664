// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/gradient_check.h"

#include "core/check/wide_network.h"
#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/unroll/network_run.h"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <variant>

namespace backflow {

namespace {

constexpr bool hasWiderThanFloat64 =
    std::numeric_limits<WideNumber>::digits > std::numeric_limits<double>::digits;
// Near u^(1/5), see the header.
constexpr WideNumber step = hasWiderThanFloat64 ? 0x1p-13L : 0x1p-11L;
// The errors of the differences and of the float64 gradient, both with room for losses some hundred
// times larger than the largest entry of their gradient.
constexpr double boundOfFloat64 = hasWiderThanFloat64 ? 1e-12 : 1e-9;
// About a hundred roundings, of nine steps of five units each.
constexpr double boundOfFloat32 = 1e-5;

void roundTo(Precision precision, Eigen::Ref<Eigen::MatrixXd> numbers) {
  numbers =
      numbers.unaryExpr([precision](double number) { return roundedTo(precision, number); }).eval();
}

WideNumber differenceBy(WideNetwork& network, WideNumber& number) {
  const WideNumber kept = number;
  const auto lossAt = [&](WideNumber amount) {
    number = kept + amount;
    return network.loss();
  };
  const WideNumber result =
      (8 * (lossAt(step) - lossAt(-step)) - (lossAt(2 * step) - lossAt(-2 * step))) / (12 * step);
  number = kept;
  return result;
}

template <class Scalar> Parameters gradientsOf(const Experiment& experiment) {
  NetworkRun<Scalar> run(experiment, {.keepParameterGradients = true});
  run.forward({});
  run.backward({});
  return std::move(run.trace.parameterGradients);
}

} // namespace

std::vector<NetworkSpec> checkedNetworks() {
  constexpr int hidden = 5;
  std::vector<NetworkSpec> networks;
  for (const CellKind cell : enumValues<CellKind>()) {
    NetworkSpec network;
    network.cell = cell;
    network.hidden = hidden;
    networks.push_back(network);
    if (hasVariants(cell)) {
      network.variant = Variant::PyTorch;
      networks.push_back(network);
    }
  }
  return networks;
}

Experiment gradientExperiment(const NetworkSpec& network, Precision precision) {
  Scenario scenario;
  scenario.network = network;
  scenario.weights.gain = 1.2;
  scenario.weights.seed = 11;
  scenario.input.size = 2;
  scenario.input.std = 0.5;
  scenario.initialState.kind = InitialStateKind::Noise;
  scenario.initialState.std = 0.3;
  scenario.unroll.horizon = 9;
  auto prepared = prepare(scenario, {});
  if (!std::holds_alternative<Experiment>(prepared)) {
    throw std::logic_error("the network to be checked is not a valid scenario");
  }
  auto experiment = std::get<Experiment>(std::move(prepared));
  for (NamedMatrix& weight : experiment.weights) {
    roundTo(precision, weight.values);
  }
  roundTo(precision, experiment.input);
  roundTo(precision, experiment.initialState);
  roundTo(precision, experiment.initialCell);
  roundTo(precision, experiment.injected);
  return experiment;
}

double differenceFromDifferences(const Experiment& experiment, const Parameters& gradients) {
  WideNetwork network(experiment);
  WideNumber worst = 0;
  for (WideNetwork::Parameter& weight : network.parameters) {
    const WideMatrix gradient = parameter(gradients, weight.name).cast<WideNumber>();
    WideNumber largest = 0;
    WideNumber error = 0;
    for (Eigen::Index j = 0; j < weight.values.cols(); ++j) {
      for (Eigen::Index i = 0; i < weight.values.rows(); ++i) {
        const WideNumber expected = differenceBy(network, weight.values(i, j));
        if (!std::isfinite(gradient(i, j)) || !std::isfinite(expected)) {
          return std::numeric_limits<double>::quiet_NaN();
        }
        largest = std::max(largest, std::abs(expected));
        error = std::max(error, std::abs(gradient(i, j) - expected));
      }
    }
    worst = std::max(worst, error == 0 ? 0 : error / largest);
  }
  return static_cast<double>(worst);
}

Check checkGradient(const NetworkSpec& network, Precision precision) {
  const Experiment experiment = gradientExperiment(network, precision);
  const bool isNarrow = precision == Precision::Float32;
  Check check;
  check.kind = CheckKind::GradientDifference;
  check.precision = precision;
  check.network = network;
  check.measured = differenceFromDifferences(
      experiment, isNarrow ? gradientsOf<float>(experiment) : gradientsOf<double>(experiment));
  check.bound = isNarrow ? boundOfFloat32 : boundOfFloat64;
  return check;
}

} // namespace backflow
