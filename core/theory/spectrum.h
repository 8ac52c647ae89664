// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <complex>
#include <optional>
#include <vector>

namespace backflow {

/// Eigenvalues and singular values of a square matrix, each by falling size.
struct Spectrum {
  std::vector<std::complex<double>> eigenvalues;
  std::vector<double> singularValues;

  double spectralRadius() const { return std::abs(eigenvalues.front()); } ///< ρ
  double largestSingularValue() const { return singularValues.front(); }  ///< σ₁
};

/// Nothing if the matrix is empty or an entry is not finite, or if the iteration does not converge.
std::optional<Spectrum> spectrumOf(const Eigen::MatrixXd& matrix);

/// Singular values of a matrix whose entries are finite, the largest first.
Eigen::VectorXd singularValuesOf(const Eigen::MatrixXd& matrix);

} // namespace backflow
