// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace backflow {

/// What a norm plot reads out at step index + 1: "float32: 1.2e-5", a line for each precision, then
/// the parts of the gradient, the cells that are compared and the pinned runs. Curves in `hidden`,
/// by curveId(), are left out.
QStringList normReadings(const Trace& trace, const NormPicture& picture, PlotKind kind,
                         const QSet<QString>& hidden, std::size_t index);

} // namespace backflow
