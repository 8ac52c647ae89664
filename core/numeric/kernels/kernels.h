// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/emulated.h"
#include "core/numeric/kernels/kernel_table.h"

#include <string>
#include <string_view>

namespace backflow {

/// The instructions that a set of kernels is compiled for.
enum class KernelSet { Baseline, Avx2, Avx512 };

/// Whether this processor, and this build, have them.
bool isAvailable(KernelSet set);
/// The kernels of one set. @pre isAvailable(set). Instantiated for float and double.
template <class Scalar> const Kernels<Scalar>& kernelsOf(KernelSet set);
template <> const Kernels<float>& kernelsOf(KernelSet set);
template <> const Kernels<double>& kernelsOf(KernelSet set);
/// "baseline", "AVX2", "AVX-512".
std::string_view nameOf(KernelSet set);

/// The set that this process computes with: the widest that the processor has, or the one that the
/// environment variable BACKFLOW_KERNEL names (baseline, avx2, avx512) if that is available. Chosen
/// once, at the first call.
KernelSet chosenKernelSet();
/// One sentence if BACKFLOW_KERNEL names a set that there is not, or not here: the best one is then
/// computed with. Empty if it does not.
std::string kernelComplaint();
/// nameOf(chosenKernelSet()).
std::string_view kernelName();

/// Looks up what kernels() gives.
template <class Scalar> const Kernels<Scalar>& chosenKernels();
template <> const Kernels<float>& chosenKernels();
template <> const Kernels<double>& chosenKernels();
template <> const Kernels<BFloat16>& chosenKernels();
template <> const Kernels<Float16>& chosenKernels();

/// The kernels to compute with. Those of the emulated formats round every operation by itself.
template <class Scalar> inline const Kernels<Scalar>& kernels() {
  static const Kernels<Scalar>& chosen = chosenKernels<Scalar>();
  return chosen;
}

/// Whether products are added to sums with one rounding (see Kernels): a replay has to know.
template <class Scalar> bool kernelFuses() {
  return kernels<Scalar>().fuses;
}

} // namespace backflow
