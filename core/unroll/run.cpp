// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/run.h"

#include "core/unroll/backward.h"
#include "core/unroll/forward.h"
#include "core/unroll/reference.h"

#include <algorithm>
#include <cmath>
#include <future>

namespace backflow {

namespace {

/// One precision's way through both passes. The reference curve rides on the float64 states.
template <class Scalar>
std::optional<RunTrace> runIn(const Experiment& experiment, RunOptions options,
                              const std::stop_token& stop, std::vector<double>* reference) {
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;
  const RnnCell<Scalar> cell(experiment.weights, experiment.scenario.network.activation);
  const Matrix input = experiment.input.cast<Scalar>();
  const Vector initialState = experiment.initialState.cast<Scalar>();
  const Loss<Scalar> loss(experiment);
  auto pass = forward(cell, input, initialState, stop);
  if (!pass) {
    return std::nullopt;
  }
  RunTrace trace;
  trace.precision = precisionOf<Scalar>();
  trace.loss = static_cast<double>(loss.value(pass->states));
  trace.events = pass->events;
  if (auto event = std::isfinite(trace.loss) ? std::nullopt : loss.firstNonfinite(pass->states)) {
    trace.events.push_back(std::move(*event));
  }
  trace.steps.stateNorm = std::move(pass->stateNorm);
  if (!backward(experiment, cell, input, loss, *pass, options, stop, trace)) {
    return std::nullopt;
  }
  if constexpr (precisionOf<Scalar>() == Precision::Float64) {
    if (reference != nullptr) {
      *reference = referenceLog2(experiment, cell, loss, pass->states, stop);
      if (reference->empty()) {
        return std::nullopt;
      }
    }
  }
  return trace;
}

} // namespace

std::optional<Trace> run(const Experiment& experiment, RunOptions options, std::stop_token stop) {
  requireSubnormals();
  Trace trace;
  trace.scenario = experiment.scenario;
  auto float32 = std::async(std::launch::deferred, [] { return std::optional<RunTrace>(); });
  const auto& wanted = experiment.scenario.precisions;
  const bool wantsFloat32 =
      std::find(wanted.begin(), wanted.end(), Precision::Float32) != wanted.end();
  if (wantsFloat32) {
    float32 = std::async(std::launch::async,
                         [&] { return runIn<float>(experiment, options, stop, nullptr); });
  }
  auto float64 = runIn<double>(experiment, options, stop, &trace.referenceLog2);
  auto narrow = float32.get();
  if (!float64 || (wantsFloat32 && !narrow)) {
    return std::nullopt;
  }
  for (const Precision precision : wanted) {
    trace.runs.push_back(std::move(precision == Precision::Float64 ? *float64 : *narrow));
  }
  return trace;
}

} // namespace backflow
