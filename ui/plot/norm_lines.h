// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"
#include "ui/plot/theme.h"

#include <QPen>
#include <QString>

namespace backflow {

/// How a curve of a norm plot looks, and what the legend calls it. Pinned curves go by their
/// letter, since the row of pinned runs has their names; pictures that leave the window need the
/// detail.
struct NormLine {
  QPen pen;
  QString name;
  QString detail{}; ///< where the name is short: the whole of it
};

/// In the legend; the brief one where the whole would cost a line.
QString referenceName();
QString briefReferenceName();

NormLine lineOf(const NormPicture& picture, const NormCurve& curve, const Theme& theme);

} // namespace backflow
