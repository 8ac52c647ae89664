// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for AVX2 and FMA. Empty on other machines than x86-64.
#ifdef __AVX2__
#define BACKFLOW_KERNEL_BYTES 32
#define BACKFLOW_KERNEL_FUSES 1
#include "tests/bench/peak_source.h"

namespace backflow::bench {

const PeakKernels avx2Peaks = peakKernels;

} // namespace backflow::bench
#endif
