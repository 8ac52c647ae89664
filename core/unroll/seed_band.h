// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace backflow {

/// What a curve looks like for most draws of the weights: by t = 1..T, entry t − 1, log₂ of
/// ‖∂L/∂h_t‖₂ with an unbounded exponent, −inf for exactly zero.
struct SeedBand {
  int seeds = 0;
  std::vector<double> lowerLog2;  ///< first quartile
  std::vector<double> medianLog2; ///< second
  std::vector<double> upperLog2;  ///< third
};

/// Nothing if stopped.
using SeedBandOrProblems = std::variant<std::optional<SeedBand>, std::vector<FieldProblem>>;

/// The median and the quartiles of the reference curve over `seeds` draws of the weights: those of
/// `weights.seed`, `weights.seed` + 1, …, `weights.seed` + `seeds` − 1 (modulo 2⁶⁴). Nothing else
/// changes: input, initial state and the loss's vector stay those of the scenario. In float64, and
/// without the gradients of the parameters, so that it costs less than as many runs.
///
/// `folder` is what the scenario's file names are relative to. `progress` hears how many of how
/// many seeds are done.
/// @pre seeds ≥ 1, and the weights are drawn, not given.
SeedBandOrProblems seedBandOf(const Scenario& scenario, const std::filesystem::path& folder,
                              int seeds, const std::stop_token& stop = {},
                              const std::function<void(int done, int all)>& progress = {});

/// The quantile `share` in 0..1 of numbers in any order, between two of them by linear
/// interpolation (definition 7 of Hyndman & Fan 1996). −inf sorts lowest, and what lies between
/// −inf and a number is −inf. NaN sorts highest: it comes of a state that has overflown.
/// @pre there are numbers
double quantile(std::vector<double> numbers, double share);

} // namespace backflow
