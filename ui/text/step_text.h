// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/step_by_hand.h"

#include <QString>
#include <QStringList>

namespace backflow {

/// "[0.999988, 0]": up to six digits each.
QString exactText(const HandVector& vector);
/// "[1, 0]": as the sheet rounds, to two decimals.
QString roundedText(const HandVector& vector);

/// The equation of each entry with its numbers put in, as equationRuns() reads it:
/// "Γ_u[1] = σ(9) = 0.999877".
QStringList workedLines(const NetworkSpec& network, const HandVector& vector);

} // namespace backflow
