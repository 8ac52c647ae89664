// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/text/equation_markup.h"

#include <QString>
#include <QStringList>

#include <string>

namespace backflow {

/// The equations of a cell as equationRuns() reads them, in the order of computation.
QStringList cellEquations(CellKind cell, Variant variant);

/// What a vector of the step is called in these equations: "Γ_u", "ĉ", "c_1". `name` is that of
/// its register; `isPrevious` tells the state of before, c_0, from the new one.
QString vectorMarkup(const NetworkSpec& network, const std::string& name, bool isPrevious = false);

/// The right side of the equation of that vector: "Γ_u ⊙ ĉ + (1 − Γ_u) ⊙ c_0".
QString rightSideMarkup(const NetworkSpec& network, const std::string& name);

} // namespace backflow
