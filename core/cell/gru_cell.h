// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/layer_site.h"

namespace backflow {

/// Appends a gated recurrent unit (Cho et al. 2014) and returns the register of h_t. H units,
/// D inputs, σ logistic, ⊙ elementwise.
///
/// `Course`, h_t = c_t, each weight H×(H + D) with columns [state, input]:
///
///   Γr = σ(W_r[c_{t−1}, x_t] + b_r),   Γu = σ(W_u[c_{t−1}, x_t] + b_u),
///   c̃ = tanh(W_c[Γr ⊙ c_{t−1}, x_t] + b_c),   c_t = Γu ⊙ c̃ + (1 − Γu) ⊙ c_{t−1}.
///
/// `PyTorch`, the reset acting after the product, weights 3H×D and 3H×H in blocks r, z, n:
///
///   r, z = σ(W_i x_t + b_i + W_h h_{t−1} + b_h),
///   n = tanh(W_in x_t + b_in + r ⊙ (W_hn h_{t−1} + b_hn)),   h_t = (1 − z) ⊙ n + z ⊙ h_{t−1}.
int addGruLayer(StepBuilder& builder, const LayerSite& site, Variant variant);

} // namespace backflow
