// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameter_count.h"

#include <QString>
#include <QStringList>

namespace backflow {

/// The sum with its numbers put in: "4·(100·(100 + 10,000) + 100) = 4,040,400".
QString countFormula(const NetworkSpec& network, const ParameterCount& count);

/// How many numbers the vectors of a layer have, as equationRuns() reads it: "ĉ, Γ_u, Γ_f, Γ_o, c,
/// a: 100 numbers each", and the input's.
QStringList vectorSizes(const NetworkSpec& network, const ParameterCount& count);

} // namespace backflow
