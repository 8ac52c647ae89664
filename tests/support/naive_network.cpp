// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naive_network.h"

#include <cmath>
#include <map>

namespace backflow::test {

namespace {

WideTable tableOf(const Eigen::MatrixXd& matrix) {
  WideTable table;
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    table.emplace_back();
    for (Eigen::Index j = 0; j < matrix.cols(); ++j) {
      table.back().push_back(static_cast<Wide>(matrix(i, j)));
    }
  }
  return table;
}

WideTable zerosLike(const WideTable& table) {
  return WideTable(table.size(), WideVector(table.front().size(), 0));
}

std::size_t at(int step) {
  return static_cast<std::size_t>(step);
}

} // namespace

NaiveNetwork::NaiveNetwork(const Experiment& experiment)
    : activation(experiment.scenario.network.activation),
      horizon(experiment.scenario.unroll.horizon),
      everyStep(experiment.scenario.loss.at == LossPlace::Every),
      recurrent(tableOf(parameter(experiment.weights, "W_h"))),
      inputWeights(tableOf(parameter(experiment.weights, "W_x"))),
      bias(tableOf(parameter(experiment.weights, "b"))),
      inputs(tableOf(experiment.input.transpose())),
      start(experiment.initialState.begin(), experiment.initialState.end()),
      injected(experiment.injected.begin(), experiment.injected.end()),
      targets(tableOf(experiment.targets.transpose())) {}

Wide NaiveNetwork::activate(Wide a) const {
  switch (activation) {
  case Activation::Tanh:
    return std::tanh(a);
  case Activation::Relu:
    return a > 0 ? a : 0;
  case Activation::Sigmoid:
    return 1 / (1 + std::exp(-a));
  case Activation::Identity:
    break;
  }
  return a;
}

Wide NaiveNetwork::derivative(Wide a) const {
  switch (activation) {
  case Activation::Tanh:
    return 1 / (std::cosh(a) * std::cosh(a));
  case Activation::Relu:
    return a > 0 ? 1 : 0;
  case Activation::Sigmoid:
    return 1 / ((1 + std::exp(-a)) * (1 + std::exp(a)));
  case Activation::Identity:
    break;
  }
  return 1;
}

WideTable NaiveNetwork::states(Nudge nudge, WideTable* preActivations) const {
  WideTable result{start};
  for (int t = 1; t <= horizon; ++t) {
    const WideVector& previous = result.back();
    WideVector before;
    WideVector state;
    for (std::size_t i = 0; i < start.size(); ++i) {
      Wide a = bias[i][0];
      for (std::size_t j = 0; j < start.size(); ++j) {
        a += recurrent[i][j] * previous[j];
      }
      for (std::size_t d = 0; d < inputs[at(t) - 1].size(); ++d) {
        a += inputWeights[i][d] * inputs[at(t) - 1][d];
      }
      before.push_back(a);
      state.push_back(activate(a) + (nudge.t == t && nudge.unit == i ? nudge.amount : 0));
    }
    if (preActivations != nullptr) {
      preActivations->push_back(before);
    }
    result.push_back(state);
  }
  return result;
}

WideVector NaiveNetwork::lossGradient(int t, const WideVector& state) const {
  if (!injected.empty()) {
    return injected;
  }
  const WideVector& target = targets[everyStep ? at(t) - 1 : 0];
  WideVector result(state.size(), 0);
  for (std::size_t i = 0; i < target.size(); ++i) {
    result[i] = state[i] - target[i];
  }
  return result;
}

Wide NaiveNetwork::loss(Nudge nudge) const {
  const WideTable all = states(nudge);
  Wide sum = 0;
  for (int t = 1; t <= horizon; ++t) {
    if (!lossActsAt(t)) {
      continue;
    }
    const WideVector gradient = lossGradient(t, all[at(t)]);
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      sum += injected.empty() ? gradient[i] * gradient[i] / 2 : injected[i] * all[at(t)][i];
    }
  }
  return sum;
}

Reach everywhere() {
  return [](int, int) {
    return true;
  };
}

Reach reachOf(const Scenario& scenario) {
  if (!scenario.unroll.truncation) {
    return everywhere();
  }
  const int k = scenario.unroll.truncation->length;
  if (scenario.unroll.truncation->mode == TruncationMode::FromLoss) {
    return [k](int from, int t) {
      return from - t < k;
    };
  }
  return [k](int from, int t) {
    return (from - 1) / k == (t - 1) / k;
  };
}

NaiveGradients naiveBackward(const NaiveNetwork& network, const Reach& reach,
                             std::optional<Wide> stateNorm) {
  const std::size_t hidden = network.start.size();
  WideTable preActivations;
  const WideTable states = network.states({}, &preActivations);
  NaiveGradients result;
  result.state.resize(at(network.horizon));
  result.activation.resize(at(network.horizon));
  result.beforeClip.resize(at(network.horizon));
  result.recurrent = zerosLike(network.recurrent);
  result.inputWeights = zerosLike(network.inputWeights);
  result.bias = zerosLike(network.bias);
  std::map<int, WideVector> flows; // by the step of the loss that it comes from
  for (int t = network.horizon; t >= 1; --t) {
    std::erase_if(flows, [&](const auto& flow) { return !reach(flow.first, t); });
    if (network.lossActsAt(t)) {
      flows[t] = network.lossGradient(t, states[at(t)]);
    }
    WideVector total(hidden, 0);
    for (const auto& [from, flow] : flows) {
      for (std::size_t i = 0; i < hidden; ++i) {
        total[i] += flow[i];
      }
    }
    const Wide length = norm(total);
    result.beforeClip[at(t) - 1] = length;
    const Wide factor = stateNorm && length > *stateNorm ? *stateNorm / length : 1;
    WideVector& activation = result.activation[at(t) - 1];
    for (std::size_t i = 0; i < hidden; ++i) {
      total[i] *= factor;
      activation.push_back(total[i] * network.derivative(preActivations[at(t) - 1][i]));
    }
    result.state[at(t) - 1] = total;
    for (auto& [from, flow] : flows) {
      WideVector earlier(hidden, 0);
      for (std::size_t j = 0; j < hidden; ++j) {
        const Wide gradient = factor * flow[j] * network.derivative(preActivations[at(t) - 1][j]);
        for (std::size_t i = 0; i < hidden; ++i) {
          earlier[i] += network.recurrent[j][i] * gradient;
        }
      }
      flow = earlier;
    }
    for (std::size_t i = 0; i < hidden; ++i) {
      for (std::size_t j = 0; j < hidden; ++j) {
        result.recurrent[i][j] += activation[i] * states[at(t) - 1][j];
      }
      for (std::size_t d = 0; d < network.inputs[at(t) - 1].size(); ++d) {
        result.inputWeights[i][d] += activation[i] * network.inputs[at(t) - 1][d];
      }
      result.bias[i][0] += activation[i];
    }
  }
  return result;
}

Wide norm(const WideVector& vector) {
  Wide sum = 0;
  for (const Wide entry : vector) {
    sum = std::hypot(sum, entry);
  }
  return sum;
}

} // namespace backflow::test
