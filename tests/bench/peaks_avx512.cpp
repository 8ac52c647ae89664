// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for AVX-512. Empty on other machines than x86-64.
#ifdef __AVX512F__
#define BACKFLOW_KERNEL_BYTES 64
#define BACKFLOW_KERNEL_FUSES 1
#include "tests/bench/peak_source.h"

namespace backflow::bench {

const PeakKernels avx512Peaks = peakKernels;

} // namespace backflow::bench
#endif
