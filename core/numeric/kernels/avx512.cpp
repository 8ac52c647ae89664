// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for AVX-512 (F, DQ, VL). Empty on other machines than x86-64.
#ifdef __AVX512F__
#define BACKFLOW_KERNEL_BYTES 64
#define BACKFLOW_KERNEL_FUSES 1
#include "core/numeric/kernels/kernel_source.h"

namespace backflow {

const Kernels<float> avx512KernelsFloat = tableOf<float>();
const Kernels<double> avx512KernelsDouble = tableOf<double>();

} // namespace backflow
#endif
