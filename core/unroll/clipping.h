// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/dense.h"
#include "core/record/trace.h"

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace backflow {

/// A gradient over all parameters, as one list of matrices in the simulated precision.
template <class Scalar> using GradientList = std::vector<MatrixOf<Scalar>>;

/// What clipping did to a gradient.
struct ClipResult {
  ClipRecord record;
  std::vector<Event> events; ///< norm.overflow, norm.underflow, clip.nonfinite, nan.onset
};

/// ‖x‖₂ of one tensor as frameworks compute it: squares and sums in `Scalar`, so that it over- and
/// underflows where theirs does (float32: inf from entries of about 1.8e19, 0 below about 1e−23).
template <class Scalar> Scalar tensorNorm(const Eigen::Ref<const MatrixOf<Scalar>>& tensor);

/// min(1, θ/norm), rounded to `Scalar`: 0 if the norm is inf, NaN if it is NaN.
template <class Scalar> Scalar clipCoefficient(double threshold, Scalar norm);

/// ‖g‖₂ over all parameters as frameworks compute it: squares and sums in `Scalar`, the norm of
/// each tensor first, then the norm of these. It over- and underflows as theirs does.
template <class Scalar> Scalar frameworkNorm(const GradientList<Scalar>& gradient);

/// Clips `gradient` in place.
/// - `Norm` (Pascanu et al. 2013, algorithm 1): g ← g·min(1, θ/‖g‖) with frameworkNorm. Where that
///   is inf the coefficient is 0: finite entries become 0 and infinite ones NaN. Where it is NaN
///   every entry becomes NaN. (PyTorch adds 1e−6 to the norm; this does not.)
/// - `Value`: each entry is clamped to ±θ; NaN stays NaN.
/// - `StateNorm` has acted during the backward pass already, and none: only the norm is recorded.
template <class Scalar>
ClipResult clipGradient(const std::optional<ClipSpec>& clip, GradientList<Scalar>& gradient);

} // namespace backflow
