// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/network_run.h"
#include "tests/bench/benchmarks.h"
#include "tests/bench/speed_limit.h"
#include "tests/bench/workload.h"

#include <vector>

namespace backflow::bench {

namespace {

template <class Scalar> std::vector<double> runOnce(const Experiment& experiment) {
  NetworkRun<Scalar> run(experiment, {});
  run.forward({});
  run.backward({});
  return std::move(run.trace.steps.gradientNorm);
}

/// Forwards and backwards over one sequence, everything recorded, from packing the weights on.
template <class Scalar> void measureRun(benchmark::State& state, CellKind cell, int hidden) {
  const Experiment& experiment = healthyExperiment(cell, hidden);
  if (!areHealthy(runOnce<Scalar>(experiment))) {
    state.SkipWithError("a gradient vanishes or explodes: that would be another work");
    return;
  }
  const StepSeconds step = timeSteps(state, horizonFor(hidden), [&experiment] {
    benchmark::DoNotOptimize(runOnce<Scalar>(experiment).data());
  });
  countOfLimit(state, leastSecondsAStep<Scalar>(cell, hidden, inputSize, 1), step);
}

template <class Scalar> void add(CellKind cell, int hidden) {
  benchmark::RegisterBenchmark(nameOf<Scalar>("run", cell, hidden).c_str(), measureRun<Scalar>,
                               cell, hidden)
      ->Unit(benchmark::kMicrosecond)
      ->UseManualTime();
}

} // namespace

void registerRunBenchmarks() {
  for (const CellKind cell : allCells) {
    for (const int hidden : allSizes) {
      add<float>(cell, hidden);
      add<double>(cell, hidden);
    }
  }
}

} // namespace backflow::bench
