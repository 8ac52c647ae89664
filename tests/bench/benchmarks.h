// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <vector>

namespace backflow::bench {

/// Each registers the benchmarks of one source file.
void registerMachineBenchmarks(); ///< machine/…: the peaks
void registerRunBenchmarks();     ///< run/…: one sequence, everything recorded
void registerCostBenchmarks();    ///< bare/…, vanishing/…, subnormal/…
void registerBatchBenchmarks();   ///< batch/…: 32 sequences at once
void registerSweepBenchmarks();   ///< sweep/…
void registerMemoryBenchmarks();  ///< memory/…: long sequences

/// Runs `work`, which keeps to this thread, as often as Google Benchmark asks for, and counts
/// `us_step`: microseconds a time step, the median. It is the processor's time, so that who else
/// works on the machine counts little; hence ->UseManualTime(). Returns it in seconds.
template <class Work> double timeSteps(benchmark::State& state, int steps, Work work) {
  std::vector<double> times;
  for (auto unused : state) {
    static_cast<void>(unused);
    const std::clock_t start = std::clock();
    work();
    times.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    state.SetIterationTime(times.back());
  }
  if (times.empty()) {
    return 0;
  }
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  const double seconds = *middle / steps;
  state.counters["us_step"] = seconds * 1e6;
  return seconds;
}

} // namespace backflow::bench
