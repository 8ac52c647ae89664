// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/check.h"

namespace backflow {

/// Whether subnormal numbers are kept in this thread and in as many new ones as the processor runs
/// at a time: flushing them to zero is a setting of each thread, which a library may have changed,
/// and runs, sweeps and trainings start threads of their own.
Check checkSubnormalsOfThreads();

} // namespace backflow
