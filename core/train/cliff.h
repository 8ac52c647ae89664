// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace backflow {

/// The smallest network whose error has a cliff (Pascanu, Mikolov & Bengio 2013, section 2.2 and
/// figure 6): one sigmoid unit without input, h_t = σ(w h_{t−1} + b), started at `initial` and
/// unrolled over `horizon` steps, with the error E = (h_T − target)².
struct CliffModel {
  int horizon = 50;
  double initial = 0.5;
  double target = 0.7;
  bool operator==(const CliffModel&) const = default;
};

/// Where in the plane of its two parameters.
struct CliffPoint {
  double w = 0;
  double b = 0;
  bool operator==(const CliffPoint&) const = default;
};

/// E and ∂E/∂(w, b) at a point, by back-propagation through all steps, in double.
struct CliffSlope {
  double error = 0;
  double byW = 0;
  double byB = 0;
  double norm() const;
};

CliffSlope slopeAt(const CliffModel& model, CliffPoint point);

/// A rectangle of the plane.
struct CliffFrame {
  CliffPoint least;
  CliffPoint most;
  bool operator==(const CliffFrame&) const = default;
};

/// E over a frame: entry (i, j) is at the i-th of `rows` values of b and the j-th of `columns`
/// values of w, evenly spaced with the frame's borders among them. rows, columns ≥ 2.
Eigen::MatrixXd cliffSurface(const CliffModel& model, const CliffFrame& frame, int rows,
                             int columns);

/// One stop of a descent.
struct CliffStep {
  CliffPoint point;
  CliffSlope slope;
  double coefficient = 1; ///< by which clipping multiplied the slope here
};

/// Gradient descent from `start`: p ← p − rate · min(1, threshold / ‖∂E/∂p‖) · ∂E/∂p. It holds
/// `updates` + 1 stops, fewer where a parameter is no longer finite.
std::vector<CliffStep> descend(const CliffModel& model, CliffPoint start, double rate,
                               std::optional<double> threshold, int updates);

} // namespace backflow
