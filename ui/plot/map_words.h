// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/map_picture.h"

#include <QString>
#include <QStringList>

namespace backflow {

/// The title of such a map, the whole one first, then what is left of it where there is less room:
/// without the precision, then without the axes, which have their names.
QStringList mapTitles(MapKind kind, Precision precision);

/// What counts along the time axis, and upwards.
QString mapTimeLabel(MapKind kind);
QString mapRowLabel(MapKind kind);

/// As the equations write it: records keep to plain letters.
QString gateName(const MapBand& band);

/// Beside the single row of an influence whose loss acts at T alone; else empty.
QString singleRowText(const MapPicture& picture);

/// What the cursor reads at time t (from 1) in a row (from 1): where it is, and the number there.
QStringList mapReading(const MapPicture& picture, MapKind kind, int t, int row);

} // namespace backflow
