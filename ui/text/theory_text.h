// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/findings.h"

#include <QString>
#include <QStringList>

namespace backflow {

/// Which of Pascanu's criteria hold, in one sentence that says what is sufficient and what is only
/// necessary.
QString criteriaText(const Criteria& criteria);

/// What theory says of an experiment, a line for each: the criteria, the step Jacobian, mean field,
/// Lyapunov exponents.
QStringList theoryLines(const SpectrumStudy& study);

} // namespace backflow
