// SPDX-License-Identifier: GPL-3.0-or-later
// What recording costs, and what a gradient that vanishes: to be held against run/….
#include "core/unroll/network_run.h"
#include "tests/bench/bare_run.h"
#include "tests/bench/benchmarks.h"
#include "tests/bench/workload.h"

#include <numeric>
#include <type_traits>

namespace backflow::bench {

namespace {

template <class Scalar> constexpr Precision precisionNamed() {
  return std::is_same_v<Scalar, float> ? Precision::Float32 : Precision::Float64;
}

template <class Scalar> RunTrace traceOf(const Experiment& experiment, RunOptions options = {}) {
  NetworkRun<Scalar> run(experiment, options);
  run.forward({});
  run.backward({});
  return std::move(run.trace);
}

/// Bit for bit.
template <class Scalar>
bool areEqual(const std::vector<MatrixOf<Scalar>>& bare, const Parameters& recorded) {
  for (std::size_t p = 0; p < recorded.size(); ++p) {
    if (bare[p].template cast<double>() != recorded[p].values) {
      return false;
    }
  }
  return bare.size() == recorded.size();
}

template <class Scalar> void measureBare(benchmark::State& state, CellKind cell, int hidden) {
  const Experiment& experiment = healthyExperiment(cell, hidden);
  const auto runOnce = [&experiment] {
    BareRun<Scalar> run(experiment);
    run.forward();
    run.backward();
    return std::move(run.gradients);
  };
  const RunTrace recorded = traceOf<Scalar>(experiment, {.keepParameterGradients = true});
  if (!areEqual<Scalar>(runOnce(), recorded.parameterGradients)) {
    state.SkipWithError("the bare passes do not give the gradients of the recorded ones");
    return;
  }
  timeSteps(state, horizonFor(hidden), [&runOnce] { benchmark::DoNotOptimize(runOnce().data()); });
}

template <class Scalar>
void measureRecorded(benchmark::State& state, const Experiment& experiment) {
  timeSteps(state, experiment.scenario.unroll.horizon,
            [&experiment] { benchmark::DoNotOptimize(traceOf<Scalar>(experiment).loss); });
}

/// How many of H·T entries of ∂L/∂h_t are counted in `counts`, as a share.
double shareOf(const std::vector<int>& counts, int hidden) {
  return std::accumulate(counts.begin(), counts.end(), 0.0) /
         (static_cast<double>(counts.size()) * hidden);
}

template <class Scalar> void measureVanishing(benchmark::State& state, CellKind cell, int hidden) {
  const Experiment experiment =
      experimentOf(vanishingScenario(cell, hidden, horizonFor(hidden), precisionNamed<Scalar>()));
  const double zeros = shareOf(traceOf<Scalar>(experiment).steps.zeros, hidden);
  if (zeros < 0.3) {
    state.SkipWithError("too few entries of the gradient are exactly zero");
    return;
  }
  measureRecorded<Scalar>(state, experiment);
  state.counters["zeros"] = zeros;
}

template <class Scalar> void measureSubnormal(benchmark::State& state, CellKind cell, int hidden) {
  const Experiment experiment =
      subnormalExperiment(cell, hidden, horizonFor(hidden), precisionNamed<Scalar>());
  const double subnormals = shareOf(traceOf<Scalar>(experiment).steps.subnormals, hidden);
  if (subnormals < 0.9) {
    state.SkipWithError("too few entries of the gradient are subnormal");
    return;
  }
  measureRecorded<Scalar>(state, experiment);
  state.counters["subnormals"] = subnormals;
}

template <class Scalar> void addBare(CellKind cell, int hidden) {
  benchmark::RegisterBenchmark(nameOf<Scalar>("bare", cell, hidden).c_str(), measureBare<Scalar>,
                               cell, hidden)
      ->Unit(benchmark::kMicrosecond)
      ->UseManualTime();
}

template <class Scalar> void addTiny(CellKind cell, int hidden) {
  benchmark::RegisterBenchmark(nameOf<Scalar>("vanishing", cell, hidden).c_str(),
                               measureVanishing<Scalar>, cell, hidden)
      ->Unit(benchmark::kMicrosecond)
      ->UseManualTime();
  benchmark::RegisterBenchmark(nameOf<Scalar>("subnormal", cell, hidden).c_str(),
                               measureSubnormal<Scalar>, cell, hidden)
      ->Unit(benchmark::kMicrosecond)
      ->UseManualTime();
}

} // namespace

void registerCostBenchmarks() {
  for (const CellKind cell : allCells) {
    for (const int hidden : allSizes) {
      addBare<float>(cell, hidden);
      addBare<double>(cell, hidden);
    }
    for (const int hidden : {64, 256}) {
      addTiny<float>(cell, hidden);
      addTiny<double>(cell, hidden);
    }
  }
}

} // namespace backflow::bench
