// SPDX-License-Identifier: GPL-3.0-or-later
#define BACKFLOW_KERNEL_BYTES 16
#define BACKFLOW_KERNEL_FUSES 0
#include "core/numeric/kernels/kernel_source.h"

namespace backflow {

const Kernels<float> baselineKernelsFloat = tableOf<float>();
const Kernels<double> baselineKernelsDouble = tableOf<double>();

} // namespace backflow
