// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/color_maps.h"

#include <qcustomplot.h>

namespace backflow {

QCPColorGradient cividis() {
  QCPColorGradient gradient;
  gradient.clearColorStops();
  gradient.setLevelCount(256);
  const QColor stops[] = {{0x00, 0x22, 0x4e}, {0x35, 0x45, 0x6c}, {0x66, 0x69, 0x70},
                          {0x94, 0x8e, 0x77}, {0xc8, 0xb8, 0x66}, {0xfe, 0xe8, 0x38}};
  for (int k = 0; k < 6; ++k) {
    gradient.setColorStopAt(k / 5.0, stops[k]);
  }
  return gradient;
}

} // namespace backflow
