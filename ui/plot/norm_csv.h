// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"
#include "ui/plot/plot_view.h"

#include <QSet>
#include <QString>

#include <ostream>

namespace backflow {

/// The norms over time that a plot of them shows, the curves in `hidden` left out, as
/// writeShownCsv() has them.
void writeNormCsv(const Findings& findings, PlotKind kind, const QSet<QString>& hidden,
                  std::ostream& out);

} // namespace backflow
