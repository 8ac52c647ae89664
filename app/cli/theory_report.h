// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/analysis.h"

#include <ostream>

namespace backflow {

/// What theory says, as text for a terminal.
void writeTheory(const Analysis& analysis, std::ostream& out);

} // namespace backflow
