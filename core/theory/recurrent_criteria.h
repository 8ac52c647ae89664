// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/criteria.h"
#include "core/unroll/experiment.h"

#include <Eigen/Core>

#include <optional>

namespace backflow {

/// The criteria of one experiment after the other. σ₁ and ρ scale with a matrix, so a gain that is
/// dragged costs one decomposition in all: the last one is kept. Not for two threads at once.
class RecurrentCriteria {
 public:
  /// Of W_h; one plain layer in one direction only, and not of more units than 512.
  std::optional<Criteria> of(const Experiment& experiment);

 private:
  struct Known {
    Eigen::MatrixXd direction; ///< W_h divided by its largest entry
    double largestSingularValue;
    double spectralRadius;
  };
  std::optional<Known> m_known;
};

} // namespace backflow
