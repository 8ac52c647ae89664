// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace backflow::bench {

/// What one set of instructions can do at best, as loops to be timed.
struct PeakKernels {
  /// `rounds` rounds of multiply-adds that do not wait for each other, all in registers. The result
  /// has to be used, or a compiler may leave them out.
  float (*multiplyAdd32)(long rounds, float factor, float addend);
  double (*multiplyAdd64)(long rounds, double factor, double addend);
  long operationsARound32; ///< a multiplication and an addition count as two
  long operationsARound64;
  /// Reads all bytes once. @pre a multiple of 512, from a cache line on.
  int (*read)(const float* numbers, std::ptrdiff_t bytes);
};

extern const PeakKernels baselinePeaks;
#ifdef BACKFLOW_X86_KERNELS
extern const PeakKernels avx2Peaks;
extern const PeakKernels avx512Peaks;
#endif

} // namespace backflow::bench
