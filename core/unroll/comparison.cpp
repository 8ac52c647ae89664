// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/comparison.h"

#include "core/numeric/measure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace backflow {

namespace {

double normOf(const Parameters& gradient) {
  std::vector<double> norms;
  for (const NamedMatrix& matrix : gradient) {
    norms.push_back(scaledNorm(matrix.values.data(), matrix.values.size()));
  }
  return scaledNorm(norms.data(), static_cast<std::ptrdiff_t>(norms.size()));
}

} // namespace

GradientComparison compareGradients(const Parameters& gradient, const Parameters& full) {
  GradientComparison result;
  result.fullNorm = normOf(full);
  const double norm = normOf(gradient);
  result.ratio = norm / result.fullNorm;
  // The angle between unit vectors from their difference: exact near zero, where arccos is not.
  double difference = 0;
  double sum = 0;
  for (std::size_t p = 0; p < full.size(); ++p) {
    const auto one = gradient[p].values.reshaped();
    const auto other = full[p].values.reshaped();
    for (Eigen::Index i = 0; i < one.size(); ++i) {
      const double a = one[i] / norm;
      const double b = other[i] / result.fullNorm;
      difference += (a - b) * (a - b);
      sum += (a + b) * (a + b);
    }
  }
  result.angleDegrees =
      2 * std::atan2(std::sqrt(difference), std::sqrt(sum)) * 180 / std::numbers::pi;
  return result;
}

} // namespace backflow
