// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/spectrum.h"

#include <Eigen/Eigenvalues>
#include <Eigen/SVD>

#include <algorithm>

namespace backflow {

std::optional<Spectrum> spectrumOf(const Eigen::MatrixXd& matrix) {
  if (matrix.size() == 0 || !matrix.allFinite()) {
    return std::nullopt;
  }
  const Eigen::EigenSolver<Eigen::MatrixXd> eigen(matrix, false);
  if (eigen.info() != Eigen::Success) {
    return std::nullopt;
  }
  Spectrum spectrum;
  spectrum.eigenvalues.assign(eigen.eigenvalues().begin(), eigen.eigenvalues().end());
  std::stable_sort(spectrum.eigenvalues.begin(), spectrum.eigenvalues.end(),
                   [](const auto& a, const auto& b) { return std::abs(a) > std::abs(b); });
  const Eigen::VectorXd singularValues = singularValuesOf(matrix);
  spectrum.singularValues.assign(singularValues.begin(), singularValues.end());
  return spectrum;
}

Eigen::VectorXd singularValuesOf(const Eigen::MatrixXd& matrix) {
  return Eigen::BDCSVD<Eigen::MatrixXd>(matrix).singularValues();
}

} // namespace backflow
