// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/theme.h"

#include <QColor>

#include <cstddef>

namespace backflow {

/// Of the first or the second training.
inline QColor colorOfTraining(std::size_t run, const Theme& theme) {
  return run == 0 ? theme.float64 : theme.float32;
}

/// Of what stands behind its strong curves.
inline QColor faintColorOf(std::size_t run, const Theme& theme) {
  constexpr int faint = 110; // of 255
  QColor color = colorOfTraining(run, theme);
  color.setAlpha(faint);
  return color;
}

/// Of its ρ(W_h), which has an axis of its own beside that of the strong curves.
inline QColor radiusColorOf(std::size_t run, const Theme& theme) {
  return run == 0 ? theme.bfloat16 : theme.float16;
}

} // namespace backflow
