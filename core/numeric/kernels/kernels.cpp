// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/kernels/kernels.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace backflow {

namespace {

constexpr KernelSet allSets[] = {KernelSet::Avx512, KernelSet::Avx2, KernelSet::Baseline};

std::string_view keyOf(KernelSet set) {
  switch (set) {
  case KernelSet::Avx2:
    return "avx2";
  case KernelSet::Avx512:
    return "avx512";
  case KernelSet::Baseline:
    break;
  }
  return "baseline";
}

/// Empty if nobody asks for a set.
std::string_view wantedKernels() {
  const char* wanted = std::getenv("BACKFLOW_KERNEL");
  return wanted == nullptr ? "" : wanted;
}

KernelSet chooseKernelSet() {
  for (const KernelSet set : allSets) {
    if (keyOf(set) == wantedKernels() && isAvailable(set)) {
      return set;
    }
  }
  for (const KernelSet set : allSets) {
    if (isAvailable(set)) {
      return set;
    }
  }
  return KernelSet::Baseline;
}

} // namespace

bool isAvailable(KernelSet set) {
#ifdef BACKFLOW_X86_KERNELS
  switch (set) {
  case KernelSet::Avx2:
    return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  case KernelSet::Avx512:
    return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
           __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
           __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  case KernelSet::Baseline:
    break;
  }
#endif
  return set == KernelSet::Baseline;
}

template <> const Kernels<float>& kernelsOf(KernelSet set) {
#ifdef BACKFLOW_X86_KERNELS
  switch (set) {
  case KernelSet::Avx2:
    return avx2KernelsFloat;
  case KernelSet::Avx512:
    return avx512KernelsFloat;
  case KernelSet::Baseline:
    break;
  }
#else
  static_cast<void>(set);
#endif
  return baselineKernelsFloat;
}

template <> const Kernels<double>& kernelsOf(KernelSet set) {
#ifdef BACKFLOW_X86_KERNELS
  switch (set) {
  case KernelSet::Avx2:
    return avx2KernelsDouble;
  case KernelSet::Avx512:
    return avx512KernelsDouble;
  case KernelSet::Baseline:
    break;
  }
#else
  static_cast<void>(set);
#endif
  return baselineKernelsDouble;
}

std::string_view nameOf(KernelSet set) {
  switch (set) {
  case KernelSet::Avx2:
    return "AVX2";
  case KernelSet::Avx512:
    return "AVX-512";
  case KernelSet::Baseline:
    break;
  }
  return "baseline";
}

KernelSet chosenKernelSet() {
  static const KernelSet chosen = chooseKernelSet();
  return chosen;
}

std::string kernelComplaint() {
  const std::string_view wanted = wantedKernels();
  const auto known = std::ranges::find(allSets, wanted, keyOf);
  if (wanted.empty() || (known != std::end(allSets) && isAvailable(*known))) {
    return {};
  }
  std::string choices;
  for (const KernelSet set : allSets) {
    if (isAvailable(set)) {
      choices += (choices.empty() ? "" : set == KernelSet::Baseline ? " or " : ", ");
      choices += keyOf(set);
    }
  }
  return "BACKFLOW_KERNEL: \"" + std::string(wanted) + "\" " +
         (known == std::end(allSets) ? "is no set of kernels" : "is not for this processor") +
         "; give " + choices + ", now " + std::string(keyOf(chosenKernelSet())) + " computes";
}

std::string_view kernelName() {
  return nameOf(chosenKernelSet());
}

template <> const Kernels<float>& chosenKernels() {
  return kernelsOf<float>(chosenKernelSet());
}

template <> const Kernels<double>& chosenKernels() {
  return kernelsOf<double>(chosenKernelSet());
}

} // namespace backflow
