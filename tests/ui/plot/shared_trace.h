// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/experiments.h"
#include "ui/state/findings.h"

#include <memory>
#include <utility>

namespace backflow::test {

/// What a worker would hand to the window.
inline std::shared_ptr<const Trace> sharedTrace(const Scenario& scenario) {
  return std::make_shared<const Trace>(traceOf(scenario));
}

inline Findings findingsWith(std::shared_ptr<const Trace> trace) {
  Findings findings;
  findings.trace = std::move(trace);
  return findings;
}

} // namespace backflow::test
