// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/ink_map.h"
#include "ui/plot/norm_picture.h"

#include <QLineF>

#include <vector>

class QCustomPlot;

namespace backflow {

class MarkSymbols;

/// What words in a norm plot had better not cover.
struct NormInk {
  InkMap all;    ///< curves, strokes and marks
  InkMap curves; ///< of the run itself, without what theory says and what it is compared with
};

/// As the plot is laid out. `strokes`: straight lines in its coordinates.
NormInk inkOf(const QCustomPlot& plot, const NormPicture& picture,
              const std::vector<QLineF>& strokes, const MarkSymbols& symbols);

} // namespace backflow
