// SPDX-License-Identifier: GPL-3.0-or-later
// core_benchmark [--benchmark_filter=REGEX …]: Google Benchmark's program.
// core_benchmark export WORKLOAD FILE: writes the numbers of a workload, see exports.h.
#include "core/numeric/freed_memory.h"
#include "core/numeric/kernels/kernels.h"
#include "tests/bench/benchmarks.h"
#include "tests/bench/exports.h"

#include <exception>
#include <iostream>
#include <string>

namespace {

int exportTo(const std::string& workload, const std::string& file) {
  try {
    backflow::bench::exportWorkload(workload, file);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  backflow::keepFreedMemory(); // as the programs do
  if (argc == 4 && std::string(argv[1]) == "export") {
    return exportTo(argv[2], argv[3]);
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
    return 1;
  }
  benchmark::AddCustomContext("kernels", std::string(backflow::kernelName()));
  backflow::bench::registerMachineBenchmarks();
  backflow::bench::registerRunBenchmarks();
  backflow::bench::registerCostBenchmarks();
  backflow::bench::registerBatchBenchmarks();
  backflow::bench::registerSweepBenchmarks();
  backflow::bench::registerMemoryBenchmarks();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
