// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/analysis.h"

#include "core/network/architecture.h"
#include "core/scenario/cell_traits.h"
#include "core/theory/lyapunov.h"
#include "core/unroll/track.h"

#include <cmath>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace backflow {

namespace {

/// Multiplications that all step Jacobians may cost together: about a second.
constexpr double mostWork = 1e9;
constexpr int largestForSpectrum = 1024;

/// The one track of a network in one direction, computed.
std::unique_ptr<Track<double>> computedTrack(const Experiment& experiment) {
  const NetworkPlan plan =
      planNetwork(experiment.scenario, static_cast<int>(experiment.input.rows()));
  const StepProgram& program = plan.stages.front().front().program;
  Eigen::VectorXd states(program.stateSize);
  const Eigen::Index hidden = experiment.scenario.network.hidden;
  Eigen::Index next = 0;
  for (const StepState& state : program.states) {
    const Eigen::VectorXd& given = state.isCell ? experiment.initialCell : experiment.initialState;
    states.segment(next, hidden) = given.segment(state.layer * hidden, hidden);
    next += hidden;
  }
  auto track = std::make_unique<Track<double>>(
      StepEngine<double>(program, experiment.weights, experiment.scenario.pins), experiment.input,
      states, false, 0);
  track->compute([](const Track<double>::Shown&, const ForwardSigns&) {}, {});
  return track;
}

Eigen::MatrixXd jacobianAt(Track<double>& track, int t) {
  const StepProgram& program = track.program();
  const auto reg = [&](int index) -> const StepRegister& {
    return program.registers[static_cast<std::size_t>(index)];
  };
  const Track<double>::Values values = track.valuesAt(t);
  Eigen::MatrixXd jacobian(program.stateSize, program.stateSize);
  Eigen::VectorXd adjoints(program.adjointSize);
  Eigen::Index row = 0;
  for (const StepState& state : program.states) {
    for (int unit = 0; unit < reg(state.current).size; ++unit, ++row) {
      adjoints.setZero();
      adjoints[reg(state.current).adjoint + unit] = 1;
      track.engine().reverse(t, values, adjoints.data(), ReverseReach::WholeStep, false);
      Eigen::Index column = 0;
      for (const StepState& before : program.states) {
        const StepRegister& previous = reg(before.previous);
        jacobian.row(row).segment(column, previous.size) =
            adjoints.segment(previous.adjoint, previous.size);
        column += previous.size;
      }
    }
  }
  return jacobian;
}

/// log₂ ‖∂s_T/∂s_t‖₂ by t.
std::vector<double> normsOfProducts(const std::vector<Eigen::MatrixXd>& jacobians,
                                    const std::stop_token& stop) {
  const Eigen::Index size = jacobians.front().rows();
  std::vector<double> log2(jacobians.size(), -std::numeric_limits<double>::infinity());
  Eigen::MatrixXd product = Eigen::MatrixXd::Identity(size, size);
  double exponent = 0;
  for (std::size_t t = jacobians.size(); t >= 1 && !stop.stop_requested(); --t) {
    const double norm = singularValuesOf(product)[0];
    log2[t - 1] = exponent + std::log2(norm);
    if (norm == 0) {
      break;
    }
    const int shift = std::ilogb(norm);
    product = product * std::ldexp(1.0, -shift) * jacobians[t - 1];
    exponent += shift;
  }
  return log2;
}

ExponentsObstacle obstacleOf(const Scenario& scenario) {
  const NetworkSpec& network = scenario.network;
  if (network.bidirectional) {
    return ExponentsObstacle::TwoDirections;
  }
  const double size = network.hidden * network.layers * (hasCellState(network.cell) ? 2 : 1);
  return 10 * size * size * size * scenario.unroll.horizon > mostWork
             ? ExponentsObstacle::TooMuchWork
             : ExponentsObstacle::None;
}

} // namespace

Eigen::MatrixXd stepJacobian(const Experiment& experiment, int t) {
  if (t < 1 || t > experiment.scenario.unroll.horizon) {
    throw std::out_of_range("no step " + std::to_string(t));
  }
  const auto held = computedTrack(experiment);
  Track<double>& track = *held;
  return jacobianAt(track, t);
}

std::optional<Spectrum> stepSpectrum(const Experiment& experiment, int t) {
  const NetworkSpec& network = experiment.scenario.network;
  const int states = hasCellState(network.cell) ? 2 : 1;
  if (network.bidirectional || network.hidden * network.layers * states > largestForSpectrum) {
    return std::nullopt;
  }
  return spectrumOf(stepJacobian(experiment, t));
}

Analysis theoryOf(const Experiment& experiment) {
  const Scenario& scenario = experiment.scenario;
  const NetworkSpec& network = scenario.network;
  Analysis analysis;
  const bool isOnePlainLayer =
      network.cell == CellKind::Rnn && network.layers == 1 && !network.bidirectional;
  if (isOnePlainLayer && network.hidden <= largestForSpectrum) {
    analysis.recurrent = spectrumOf(parameter(experiment.weights, "W_h"));
    if (analysis.recurrent) {
      analysis.criteria = criteriaOf(analysis.recurrent->largestSingularValue(),
                                     analysis.recurrent->spectralRadius(), network.activation);
    }
  }
  if (scenario.weights.init == WeightInit::Gaussian) {
    analysis.criticalGain = criticalGain(scenario);
    analysis.isHalfOn = isCriticalHalfOn(network);
    if (isOnePlainLayer && network.activation == Activation::Tanh) {
      analysis.meanField = meanFieldOfTanh(scenario.weights.gain);
    }
  }
  analysis.obstacle = obstacleOf(scenario);
  return analysis;
}

bool measureJacobians(const Experiment& experiment, JacobianReadings readings,
                      const std::stop_token& stop, Analysis& analysis) {
  const auto held = computedTrack(experiment);
  Track<double>& track = *held;
  const Eigen::Index size = track.program().stateSize;
  LyapunovExponents lyapunov(size, size);
  std::vector<Eigen::MatrixXd> jacobians;
  for (int t = 1; t <= track.horizon(); ++t) {
    if (stop.stop_requested()) {
      return false;
    }
    Eigen::MatrixXd jacobian = jacobianAt(track, t);
    if (!jacobian.allFinite()) {
      analysis.obstacle = ExponentsObstacle::NotFinite;
      return true;
    }
    // Step 1 comes from the initial state, and no gradient of h_1 passes through it.
    if (t > 1 || track.horizon() == 1) {
      lyapunov.add(jacobian);
    }
    if (readings == JacobianReadings::ExponentsAndNorms) {
      jacobians.push_back(std::move(jacobian));
    }
  }
  const Eigen::VectorXd exponents = lyapunov.exponents();
  analysis.lyapunovExponents.assign(exponents.begin(), exponents.end());
  if (readings == JacobianReadings::ExponentsAndNorms) {
    analysis.jacobianLog2 = normsOfProducts(jacobians, stop);
  }
  return !stop.stop_requested();
}

std::optional<Analysis> analyse(const Experiment& experiment, const std::stop_token& stop) {
  Analysis analysis = theoryOf(experiment);
  if (analysis.obstacle == ExponentsObstacle::None &&
      !measureJacobians(experiment, JacobianReadings::ExponentsAndNorms, stop, analysis)) {
    return std::nullopt;
  }
  return stop.stop_requested() ? std::nullopt : std::optional(std::move(analysis));
}

} // namespace backflow
