// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCPAxis;
class QCustomPlot;
class QFont;

namespace backflow {

/// What an upright axis measures, and the same in brief; either may be empty.
struct AxisLabel {
  QString whole;
  QString brief;
};

/// Labels an upright axis as its length allows: whole, else in brief, each in smaller type as far
/// as it can be read, else not at all. Returns whether anything has changed; then the margins have
/// to follow with layOutAgain().
bool fitAxisLabel(QCPAxis& axis, const AxisLabel& label, const QFont& font);

/// Lays out within a replot, where something has become larger or smaller since its layout: or the
/// margins would follow with the next picture.
void layOutAgain(const QCustomPlot& plot);

} // namespace backflow
