// SPDX-License-Identifier: GPL-3.0-or-later
// For the peak files alone, as kernel_source.h is for those of the kernels.
#pragma once

#include "core/numeric/kernels/wide_vector.h"
#include "tests/bench/peak_kernels.h"

namespace backflow::bench {
namespace {

/// Enough to hide how long one takes, and all fit into sixteen registers.
constexpr int chains = 12;

template <class Scalar> Scalar multiplyAdds(long rounds, Scalar factor, Scalar addend) {
  const VectorIn<Scalar> m = broadcast(factor);
  const VectorIn<Scalar> b = broadcast(addend);
  VectorIn<Scalar> sums[chains];
#pragma GCC unroll 12
  for (int k = 0; k < chains; ++k) {
    sums[k] = broadcast(static_cast<Scalar>(k));
  }
  for (long i = 0; i < rounds; ++i) {
#pragma GCC unroll 12
    for (int k = 0; k < chains; ++k) {
      sums[k] = multiplyAdd<Scalar>(sums[k], m, b);
    }
  }
  VectorIn<Scalar> all{};
#pragma GCC unroll 12
  for (int k = 0; k < chains; ++k) {
    all += sums[k];
  }
  return all[0];
}

int readAll(const float* numbers, std::ptrdiff_t bytes) {
  constexpr std::ptrdiff_t lanes = Wide<float>::lanes;
  constexpr int streams = 8;
  const std::ptrdiff_t count = bytes / static_cast<std::ptrdiff_t>(sizeof(float));
  BitsIn<float> seen[streams] = {};
  for (std::ptrdiff_t i = 0; i < count; i += streams * lanes) {
#pragma GCC unroll 8
    for (int k = 0; k < streams; ++k) {
      seen[k] |= bitsOf<float>(load(numbers + i + k * lanes));
    }
  }
  for (int k = 1; k < streams; ++k) {
    seen[0] |= seen[k];
  }
  return seen[0][0];
}

constexpr PeakKernels peakKernels{multiplyAdds<float>, multiplyAdds<double>,
                                  2L * chains* Wide<float>::lanes, 2L * chains* Wide<double>::lanes,
                                  readAll};

} // namespace
} // namespace backflow::bench
