// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace backflow {

/// The colour of 10^log10 on a scale from 10^−decades (blue) over 1 (the paper's own grey) to
/// 10^decades (orange). Blue and orange are told apart by every kind of colour vision, and either
/// side goes evenly away from the paper's lightness: darker on white, lighter on black.
QColor magnitudeColor(double log10, double decades, bool onDark);

} // namespace backflow
