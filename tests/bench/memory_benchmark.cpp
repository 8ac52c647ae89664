// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/network_run.h"
#include "tests/bench/benchmarks.h"
#include "tests/bench/workload.h"

#include <string>
#ifndef _WIN32
#include <sys/resource.h>
#endif

namespace backflow::bench {

namespace {

/// The most memory that the process has had so far, in bytes; 0 where the system does not tell.
double peakMemory() {
#if defined(__linux__)
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024;
#else
  return 0;
#endif
}

/// A long sequence. `mb` is what the process's peak grew by, so each needs a process of its own.
void measureMemory(benchmark::State& state, int horizon, bool checkpointing) {
  Scenario scenario = healthyScenario(CellKind::Rnn, 64, horizon);
  scenario.unroll.checkpointing = checkpointing;
  scenario.input.std = 0.0001; // so that the gradient lives as long
  const Experiment experiment = experimentOf(scenario);
  const double before = peakMemory();
  timeSteps(state, horizon, [&] {
    NetworkRun<float> run(experiment, {});
    run.forward({});
    run.backward({});
    benchmark::DoNotOptimize(run.trace.loss);
    state.counters["held_mb"] =
        (checkpointing ? run.trace.memory.checkpointed : run.trace.memory.full) * 1e-6;
  });
  state.counters["mb"] = (peakMemory() - before) * 1e-6;
}

} // namespace

void registerMemoryBenchmarks() {
  for (const int horizon : {100'000, 1'000'000}) {
    for (const bool checkpointing : {false, true}) {
      const std::string name =
          std::string(checkpointing ? "memory/checkpointed/" : "memory/held/") +
          std::to_string(horizon);
      benchmark::RegisterBenchmark(name.c_str(), measureMemory, horizon, checkpointing)
          ->Unit(benchmark::kMillisecond)
          ->UseManualTime()
          ->Iterations(1);
    }
  }
}

} // namespace backflow::bench
