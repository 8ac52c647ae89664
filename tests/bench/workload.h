// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unroll/experiment.h"
#include "core/unroll/sweep_spec.h"

#include <string>
#include <vector>

namespace backflow::bench {

inline constexpr int inputSize = 8; ///< D
inline constexpr CellKind allCells[] = {CellKind::Rnn, CellKind::Gru, CellKind::Lstm};
inline constexpr int allSizes[] = {16, 64, 128, 256, 512, 1024}; ///< H

/// "rnn", "gru", "lstm".
std::string nameOf(CellKind cell);
/// "float32", "float64".
template <class Scalar> std::string nameOfPrecision();
/// "kind/cell/H/precision"
template <class Scalar> std::string nameOf(const char* kind, CellKind cell, int hidden);

/// T of a benchmark of one sequence: 500, or 200 in wide networks.
int horizonFor(int hidden);

/// One layer (the gated cells in PyTorch's form) at the edge where gradients neither vanish nor
/// explode: orthogonal recurrent weights, scaled so that the Jacobian's spectral radius is 1 where
/// the gates are half open; little noise as input; the loss at the last step alone.
Scenario healthyScenario(CellKind cell, int hidden, int horizon);
/// That scenario's, of the horizon that belongs to the width: prepared once for all who ask.
const Experiment& healthyExperiment(CellKind cell, int hidden);
/// The same whose gradient is subnormal from its beginning on, and stays so.
Experiment subnormalExperiment(CellKind cell, int hidden, int horizon, Precision precision);
/// With PyTorch's default weights, where the gradient soon is exactly zero; in float64 with far
/// smaller ones, or the sequence would be too short for it.
Scenario vanishingScenario(CellKind cell, int hidden, int horizon, Precision precision);

/// 64 gains from ½ to 2 with 8 seeds each: a plain layer, H = 64, T = 256, in float32.
SweepSpec sweepSpec();

/// prepare(). @throws std::invalid_argument if the scenario is wrong.
Experiment experimentOf(const Scenario& scenario);

/// Whether every ‖∂L/∂h_t‖ is far from the limits of the numbers, within [10⁻¹², 10¹²].
bool areHealthy(const std::vector<double>& norms);

} // namespace backflow::bench
