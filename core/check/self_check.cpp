// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/self_check.h"

#include "core/check/exact_counts.h"
#include "core/check/gradient_check.h"
#include "core/check/kernel_check.h"
#include "core/check/thread_check.h"

#include <algorithm>

namespace backflow {

int SelfCheck::failures() const {
  return static_cast<int>(
      std::count_if(checks.begin(), checks.end(), [](const Check& one) { return !passed(one); }));
}

std::optional<SelfCheck> checkThisComputer(const std::stop_token& stop) {
  SelfCheck result;
  result.chosen = chosenKernelSet();
  const auto take = [&](const std::vector<Check>& checks) {
    result.checks.insert(result.checks.end(), checks.begin(), checks.end());
    return !stop.stop_requested();
  };
  for (const Precision precision :
       {Precision::Float64, Precision::Float32, Precision::BFloat16, Precision::Float16}) {
    if (!take(checkExactCounts(precision))) {
      return std::nullopt;
    }
  }
  take({checkSubnormalsOfThreads()});
  for (const NetworkSpec& network : checkedNetworks()) {
    for (const Precision precision : {Precision::Float64, Precision::Float32}) {
      if (!take({checkGradient(network, precision)})) {
        return std::nullopt;
      }
    }
  }
  for (const KernelSet set : {KernelSet::Baseline, KernelSet::Avx2, KernelSet::Avx512}) {
    if (!isAvailable(set)) {
      continue;
    }
    if (!take(checkKernels(kernelsOf<double>(set), set)) ||
        !take(checkKernels(kernelsOf<float>(set), set))) {
      return std::nullopt;
    }
  }
  return result;
}

} // namespace backflow
