// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace backflow {

/// Lyapunov exponents of a sequence of step Jacobians by repeated QR (Benettin et al. 1980; Eckmann
/// & Ruelle 1985, section V): Q_t R_t = J_t Q_{t−1}, λ_i = mean of ln |R_t(i, i)|, natural
/// logarithm a step. −inf where a direction dies exactly.
class LyapunovExponents {
 public:
  /// The `count` largest of `size` exponents.
  LyapunovExponents(Eigen::Index size, Eigen::Index count);

  /// J_t = ∂h_t/∂h_{t−1}, size×size, t going up.
  void add(const Eigen::MatrixXd& jacobian);
  /// Forgets the sums, not the directions: for the end of a transient.
  void restart();

  /// By falling size.
  Eigen::VectorXd exponents() const;

 private:
  Eigen::MatrixXd m_directions;
  Eigen::VectorXd m_sums;
  int m_steps = 0;
};

} // namespace backflow
