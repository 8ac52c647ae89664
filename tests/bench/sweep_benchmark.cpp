// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/sweep.h"
#include "tests/bench/benchmarks.h"
#include "tests/bench/workload.h"

#include <numeric>

namespace backflow::bench {

namespace {

/// All 512 configurations: float32, and float64 for the curve without bounds that the fate of a
/// cell is told by.
void measureSweep(benchmark::State& state, int threads) {
  const SweepSpec spec = sweepSpec();
  std::vector<std::int64_t> cells(static_cast<std::size_t>(cellCount(spec)));
  std::iota(cells.begin(), cells.end(), std::int64_t{0});
  for (auto unused : state) {
    static_cast<void>(unused);
    std::size_t done = 0;
    runSweep(spec, cells, threads, [&done](const CellResult&) { ++done; });
    if (done != cells.size()) {
      state.SkipWithError("some configuration could not be run");
      return;
    }
  }
}

} // namespace

void registerSweepBenchmarks() {
  benchmark::RegisterBenchmark("sweep/one_thread", measureSweep, 1)
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();
  benchmark::RegisterBenchmark("sweep/all_cores", measureSweep, 0)
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();
}

} // namespace backflow::bench
