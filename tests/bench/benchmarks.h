// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
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

/// Of one time step.
struct StepSeconds {
  double median = 0;
  double shortest = 0;
};

/// Runs `work`, which keeps to this thread, as often as Google Benchmark asks for, and counts
/// `us_step`: microseconds a time step, the median. It is the processor's time, so that who else
/// works on the machine counts little; hence ->UseManualTime().
template <class Work> StepSeconds timeSteps(benchmark::State& state, int steps, Work work) {
  std::vector<double> times;
  for (auto unused : state) {
    static_cast<void>(unused);
    const std::clock_t start = std::clock();
    work();
    times.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    state.SetIterationTime(times.back());
  }
  if (times.empty()) {
    return {};
  }
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  const StepSeconds seconds{*middle / steps, *std::min_element(times.begin(), times.end()) / steps};
  state.counters["us_step"] = seconds.median * 1e6;
  return seconds;
}

/// Counts `of_limit`, the share of a step's time that the machine needs at least, and what it comes
/// from: that limit and the shortest step in microseconds, each the best of several looks.
inline void countOfLimit(benchmark::State& state, double leastSeconds, const StepSeconds& step) {
  state.counters["of_limit"] = leastSeconds / step.shortest;
  state.counters["limit_us"] = leastSeconds * 1e6;
  state.counters["shortest_us"] = step.shortest * 1e6;
}

} // namespace backflow::bench
