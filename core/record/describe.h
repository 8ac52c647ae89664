// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/event.h"

#include <string>

namespace backflow {

/// The cause as an English clause with its operation, operands and result:
/// "W_h[1,2] × dL/da[2] = 7 × inf = inf". `precision` is the format that it happened in.
std::string describe(const Cause& cause, Precision precision);

/// The whole event as one English sentence, with precision, time step, steps back and cause.
std::string describe(const Event& event);

} // namespace backflow
