// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/run_progress.h"

#include <algorithm>

namespace backflow {

double PassProgress::share() const {
  const auto all = static_cast<double>(m_all.load(std::memory_order_relaxed));
  return all > 0 ? static_cast<double>(m_done.load(std::memory_order_relaxed)) / all : 0;
}

double RunProgress::share() const {
  double least = 1;
  bool hasBegun = false;
  for (const PassProgress& pass : m_passes) {
    if (pass.isExpected()) {
      hasBegun = true;
      least = std::min(least, pass.share());
    }
  }
  return hasBegun ? least : 0;
}

} // namespace backflow
