// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/batch_workload.h"
#include "tests/bench/benchmarks.h"
#include "tests/bench/speed_limit.h"

namespace backflow::bench {

namespace {

/// Forwards and backwards over a batch, with ‖∂L/∂h_t‖ of every step.
template <class Scalar> void measureBatch(benchmark::State& state, CellKind cell, int hidden) {
  const BatchWorkload workload = batchWorkload(cell, hidden);
  const WeightList<Scalar> weights = weightsOf<Scalar>(workload);
  BatchNetwork<Scalar> network = networkOf<Scalar>(workload);
  const auto runOnce = [&] {
    network.forward(weights, workload.batch);
    benchmark::DoNotOptimize(network.backward(weights, workload.batch, 0).data());
  };
  runOnce();
  if (!areHealthy(network.profile())) {
    state.SkipWithError("a gradient vanishes or explodes: that would be another work");
    return;
  }
  const StepSeconds step = timeSteps(state, batchHorizonFor(hidden), runOnce);
  countOfLimit(state, leastSecondsAStep<Scalar>(cell, hidden, inputSize, batchSize), step);
}

template <class Scalar> void add(CellKind cell, int hidden) {
  benchmark::RegisterBenchmark(nameOf<Scalar>("batch", cell, hidden).c_str(), measureBatch<Scalar>,
                               cell, hidden)
      ->Unit(benchmark::kMicrosecond)
      ->UseManualTime();
}

} // namespace

void registerBatchBenchmarks() {
  for (const CellKind cell : allCells) {
    for (const int hidden : allSizes) {
      add<float>(cell, hidden);
      add<double>(cell, hidden);
    }
  }
}

} // namespace backflow::bench
