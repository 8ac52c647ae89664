// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/lyapunov.h"

#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <functional>

namespace backflow {

LyapunovExponents::LyapunovExponents(Eigen::Index size, Eigen::Index count)
    : m_directions(Eigen::MatrixXd::Identity(size, count)), m_sums(Eigen::VectorXd::Zero(count)) {}

void LyapunovExponents::add(const Eigen::MatrixXd& jacobian) {
  const Eigen::MatrixXd moved = jacobian * m_directions;
  const Eigen::HouseholderQR<Eigen::MatrixXd> qr(moved);
  for (Eigen::Index i = 0; i < m_sums.size(); ++i) {
    m_sums[i] += std::log(std::abs(qr.matrixQR()(i, i)));
  }
  m_directions =
      qr.householderQ() * Eigen::MatrixXd::Identity(jacobian.rows(), m_directions.cols());
  ++m_steps;
}

void LyapunovExponents::restart() {
  m_sums.setZero();
  m_steps = 0;
}

Eigen::VectorXd LyapunovExponents::exponents() const {
  Eigen::VectorXd result = m_sums / std::max(m_steps, 1);
  std::sort(result.begin(), result.end(), std::greater<>());
  return result;
}

} // namespace backflow
