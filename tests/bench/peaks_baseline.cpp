// SPDX-License-Identifier: GPL-3.0-or-later
#define BACKFLOW_KERNEL_BYTES 16
#define BACKFLOW_KERNEL_FUSES 0
#include "tests/bench/peak_source.h"

namespace backflow::bench {

const PeakKernels baselinePeaks = peakKernels;

} // namespace backflow::bench
