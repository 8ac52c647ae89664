// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/theory/analysis.h"

#include <ostream>

namespace backflow {

/// Writes for people to read: the settings, how each precision ended, the norms at about 25 time
/// steps and at every step where something happened, clipping, and the events as sentences.
void writeReport(const Trace& trace, const Analysis& analysis, std::ostream& out);

} // namespace backflow
