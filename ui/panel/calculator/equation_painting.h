// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/equation_markup.h"

#include <QColor>
#include <QFont>
#include <QPen>
#include <QPointF>
#include <QSizeF>

class QPainter;

namespace backflow {

/// How one role stands out from the rest of an equation: by colour, by a tint behind it, and by the
/// pattern of a line under it.
struct RoleMark {
  GateRole role = GateRole::WriteNew;
  QPen line;
  QColor tint;
};

/// What an equation in one line takes, lowered letters included; the line of a mark is under it.
QSizeF equationSize(const std::vector<EquationRun>& runs, const QFont& font);

/// Draws it from its left upper corner on, in the painter's pen; `mark` may be null.
void paintEquation(QPainter& painter, const QPointF& corner, const std::vector<EquationRun>& runs,
                   const QFont& font, const RoleMark* mark = nullptr);

} // namespace backflow
