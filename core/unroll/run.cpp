// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/run.h"

#include "core/numeric/emulated.h"
#include "core/unroll/network_run.h"

#include <algorithm>
#include <future>

namespace backflow {

namespace {

/// One precision's way through both passes. The reference curve rides on the float64 states.
template <class Scalar>
std::optional<RunTrace> runIn(const Experiment& experiment, RunOptions options,
                              const std::stop_token& stop, std::vector<double>* reference) {
  NetworkRun<Scalar> run(experiment, options);
  if (!run.forward(stop) || !run.backward(stop)) {
    return std::nullopt;
  }
  if (reference != nullptr) {
    *reference = std::move(run.referenceLog2);
  }
  return std::move(run.trace);
}

std::optional<RunTrace> runNarrow(Precision precision, const Experiment& experiment,
                                  RunOptions options, const std::stop_token& stop) {
  switch (precision) {
  case Precision::Float64:
  case Precision::Float32:
    break;
  case Precision::BFloat16:
    return runIn<BFloat16>(experiment, options, stop, nullptr);
  case Precision::Float16:
    return runIn<Float16>(experiment, options, stop, nullptr);
  }
  return runIn<float>(experiment, options, stop, nullptr);
}

} // namespace

std::optional<Trace> run(const Experiment& experiment, RunOptions options, std::stop_token stop) {
  requireSubnormals();
  Trace trace;
  trace.scenario = experiment.scenario;
  std::vector<std::future<std::optional<RunTrace>>> narrow;
  for (const Precision precision : experiment.scenario.precisions) {
    narrow.push_back(std::async(
        precision == Precision::Float64 ? std::launch::deferred : std::launch::async,
        [&, precision]() -> std::optional<RunTrace> {
          return precision == Precision::Float64 ? std::nullopt
                                                 : runNarrow(precision, experiment, options, stop);
        }));
  }
  auto float64 = runIn<double>(experiment, options, stop, &trace.referenceLog2);
  bool complete = float64.has_value();
  for (std::size_t i = 0; i < narrow.size(); ++i) {
    const bool isFloat64 = experiment.scenario.precisions[i] == Precision::Float64;
    auto one = isFloat64 ? std::move(float64) : narrow[i].get();
    complete = complete && one.has_value();
    if (one) {
      trace.runs.push_back(std::move(*one));
    }
  }
  return complete ? std::optional(std::move(trace)) : std::nullopt;
}

} // namespace backflow
