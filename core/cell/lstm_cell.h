// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/layer_site.h"

namespace backflow {

/// Appends a long short-term memory layer (Hochreiter & Schmidhuber 1997, with the forget gate of
/// Gers et al. 2000) and returns the register of h_t. H units, D inputs, σ logistic, ⊙ elementwise.
///
/// `Course`, each weight H×(H + D) with columns [a, x], h_t = a_t (no tanh on the way out):
///
///   c̃ = tanh(W_c[a_{t−1}, x_t] + b_c),   Γu, Γf, Γo = σ(W[a_{t−1}, x_t] + b),
///   c_t = Γu ⊙ c̃ + Γf ⊙ c_{t−1},   a_t = Γo ⊙ c_t.
///
/// `PyTorch`, weights 4H×D and 4H×H in blocks i, f, g, o:
///
///   i, f, o = σ(W_i x_t + b_i + W_h h_{t−1} + b_h),   g = tanh(…),
///   c_t = f ⊙ c_{t−1} + i ⊙ g,   h_t = o ⊙ tanh(c_t).
int addLstmLayer(StepBuilder& builder, const LayerSite& site, Variant variant);

} // namespace backflow
