// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/norm_picture.h"
#include "ui/plot/theme.h"

#include <QPen>
#include <QString>

namespace backflow {

/// How a curve of a norm plot looks, and what the legend calls it.
struct NormLine {
  QPen pen;
  QString name;
};

NormLine lineOf(const NormPicture& picture, const NormCurve& curve, const Theme& theme);

} // namespace backflow
