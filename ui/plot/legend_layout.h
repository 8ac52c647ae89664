// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/legend_fit.h"

class QCPLegend;
class QFont;
class QString;

namespace backflow {

/// What an entry of that name takes of a legend's width, in pixels.
int legendEntryWidth(const QCPLegend& legend, const QFont& font, const QString& name);

/// Puts the entries into the lines and columns of the fit.
void arrangeEntries(QCPLegend& legend, const LegendFit& fit);

} // namespace backflow
