// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/layer_site.h"

namespace backflow {

/// Appends the plain recurrent layer (Elman 1990) and returns the register of h_t:
///
///   a_t = b + W_x x_t + W_h h_{t−1},   h_t = φ(a_t).
///
/// W_h: H×H, W_x: H×D, b: H.
int addRnnLayer(StepBuilder& builder, const LayerSite& site, Activation activation);

} // namespace backflow
