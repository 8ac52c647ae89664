// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/machine_peaks.h"

#include "core/numeric/aligned_array.h"
#include "core/numeric/kernels/kernels.h"
#include "tests/bench/peak_kernels.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>

namespace backflow::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int looks = 15;

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

const PeakKernels& chosenPeaks() {
#ifdef BACKFLOW_X86_KERNELS
  switch (chosenKernelSet()) {
  case KernelSet::Avx2:
    return avx2Peaks;
  case KernelSet::Avx512:
    return avx512Peaks;
  case KernelSet::Baseline:
    break;
  }
#endif
  return baselinePeaks;
}

/// The shortest of several calls, in seconds.
template <class Work> double shortest(Work work) {
  work(); // the processor reaches its speed, the caches are filled
  double best = 1e300;
  for (int look = 0; look < looks; ++look) {
    const Clock::time_point start = Clock::now();
    work();
    best = std::min(best, secondsSince(start));
  }
  return best;
}

template <class Scalar, class Function>
double measuredOperations(Function multiplyAdd, long operationsARound) {
  constexpr long rounds = 400'000;
  const double seconds = shortest([multiplyAdd] {
    benchmark::DoNotOptimize(multiplyAdd(rounds, Scalar(0.999), Scalar(0.001)));
  });
  return static_cast<double>(rounds) * static_cast<double>(operationsARound) / seconds;
}

} // namespace

template <> double peakOperations<float>() {
  return measuredOperations<float>(chosenPeaks().multiplyAdd32, chosenPeaks().operationsARound32);
}

template <> double peakOperations<double>() {
  return measuredOperations<double>(chosenPeaks().multiplyAdd64, chosenPeaks().operationsARound64);
}

double readBandwidth(std::size_t bytes) {
  constexpr std::size_t unit = 512;
  const std::size_t whole = (bytes + unit - 1) / unit * unit;
  const AlignedArray<float> numbers(static_cast<std::ptrdiff_t>(whole / sizeof(float)));
  const auto size = static_cast<std::ptrdiff_t>(whole);
  const auto read = chosenPeaks().read;
  // About a millisecond a look.
  const auto repetitions = std::max<std::size_t>(1, 60'000'000 / whole);
  const double seconds = shortest([&] {
    for (std::size_t i = 0; i < repetitions; ++i) {
      benchmark::DoNotOptimize(read(numbers.data(), size));
    }
  });
  return static_cast<double>(whole) * static_cast<double>(repetitions) / seconds;
}

} // namespace backflow::bench
