// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/run.h"

namespace backflow {

/// As run(). Where that takes more than a second, says on a terminal how far it is.
Trace watchedRun(const Experiment& experiment, RunOptions options);

} // namespace backflow
