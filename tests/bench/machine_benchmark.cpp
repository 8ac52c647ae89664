// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmarks.h"
#include "tests/bench/machine_peaks.h"

#include <string>

namespace backflow::bench {

namespace {

template <class Scalar> void measureOperations(benchmark::State& state) {
  double peak = 0;
  for (auto unused : state) {
    static_cast<void>(unused);
    peak = peakOperations<Scalar>();
  }
  state.counters["gflops"] = peak * 1e-9;
}

void measureReading(benchmark::State& state, std::size_t bytes) {
  double bandwidth = 0;
  for (auto unused : state) {
    static_cast<void>(unused);
    bandwidth = readBandwidth(bytes);
  }
  state.counters["gbytes"] = bandwidth * 1e-9;
}

} // namespace

void registerMachineBenchmarks() {
  benchmark::RegisterBenchmark("machine/multiply_add/float32", measureOperations<float>)
      ->Iterations(1);
  benchmark::RegisterBenchmark("machine/multiply_add/float64", measureOperations<double>)
      ->Iterations(1);
  for (const int kib : {16, 64, 256, 1024, 4096, 16384, 65536}) {
    benchmark::RegisterBenchmark(("machine/read/" + std::to_string(kib) + "KiB").c_str(),
                                 measureReading, std::size_t{1024} * static_cast<std::size_t>(kib))
        ->Iterations(1);
  }
}

} // namespace backflow::bench
