// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"

class QCPAxis;

namespace backflow {

/// Gives an axis, its numbers, label and grid the theme's colours and type.
void dressAxis(QCPAxis& axis, const Theme& theme);

} // namespace backflow
