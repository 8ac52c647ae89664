// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for AVX2 and FMA. Empty on other machines than x86-64.
#ifdef __AVX2__
#define BACKFLOW_KERNEL_BYTES 32
#define BACKFLOW_KERNEL_FUSES 1
#include "core/numeric/kernels/kernel_source.h"

namespace backflow {

const Kernels<float> avx2KernelsFloat = tableOf<float>();
const Kernels<double> avx2KernelsDouble = tableOf<double>();

} // namespace backflow
#endif
