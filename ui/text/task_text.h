// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QString>

namespace backflow {

/// What a task shows the network, what it asks, and which loss judges the answer.
QString taskHelp(TaskKind task);
/// The update of an optimiser as a formula.
QString optimiserHelp(OptimiserKind optimiser);

} // namespace backflow
