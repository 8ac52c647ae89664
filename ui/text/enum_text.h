// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QString>

namespace backflow {

/// The words that the window shows for the values of the scenario's enumerations.
QString displayText(CellKind kind);
QString displayText(Variant variant);
QString displayText(Readout readout);
QString displayText(Gate gate);
QString displayText(Activation activation);
QString displayText(WeightInit init);
QString displayText(InputKind kind);
QString displayText(InitialStateKind kind);
QString displayText(LossKind kind);
QString displayText(LossPlace place);
QString displayText(TruncationMode mode);
QString displayText(ClipMode mode);
QString displayText(Precision precision);
QString displayText(TaskKind kind);
QString displayText(OptimiserKind kind);

} // namespace backflow
