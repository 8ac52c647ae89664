// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/map_picture.h"
#include "ui/plot/plot_view.h"

#include <QString>

namespace backflow {

/// The sentence in the place of a map that there is not; empty where there is one.
QString absenceText(MapKind kind, MapAbsence absence);

/// Why a view of these findings would be an empty frame; empty where it would not.
QString emptyViewText(const Findings& findings, ViewKind view);

} // namespace backflow
