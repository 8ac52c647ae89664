// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/app_state.h"

namespace backflow::test {

inline Document documentWithGain(double gain) {
  Document document;
  document.scenario.title = "left behind";
  document.scenario.weights.gain = gain;
  return document;
}

} // namespace backflow::test
