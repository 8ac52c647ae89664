// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <optional>

namespace backflow {

/// Mean-field theory of a wide tanh layer with W_h ~ N(0, g²/H) and without input (Sompolinsky et
/// al. 1988; Poole et al. 2016, equations 4 and 7; Schoenholz et al. 2017).
struct MeanField {
  double variance = 0; ///< q*: of a pre-activation, from q = g² E[tanh²(√q z)], z ~ N(0, 1)
  double gain = 0;     ///< χ = g² E[(1 − tanh²(√q* z))²]: mean square growth of a gradient
  double lyapunovExponent = 0; ///< λ = ½ ln χ a step
};

/// g ≥ 0. For g ≤ 1 the only fixed point is q* = 0, where χ = g².
MeanField meanFieldOfTanh(double gain);

/// The gain at which a wide gaussian network at zero state and bias neither fades nor grows: 1 for
/// tanh and the identity, 2 for GRU and LSTM, whose gates are then one half. For relu √2, with half
/// of the units on: at a state that is zero none is, and nothing comes back at any gain. Nothing
/// for sigmoid, whose states are not zero.
std::optional<double> criticalGain(const NetworkSpec& network);
/// Whether that is the gain of relu units half of which are on.
bool isCriticalHalfOn(const NetworkSpec& network);

/// The same with the biases that the scenario gives the gates, and the gates that it pins at all
/// steps: for LSTM (1 − Γf)/(Γu Γo), where the step Jacobian Γf + Γu Γo W_c of a wide network has
/// the spectral radius 1 (circular law); for GRU 1/Γr whatever Γu is. Nothing for other than
/// gaussian weights, for chrono biases, and where a gate is pinned at some steps only, or so that
/// the recurrent matrix has no part in the state.
std::optional<double> criticalGain(const Scenario& scenario);

} // namespace backflow
