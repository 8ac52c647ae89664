// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/haar_orthogonal.h"

#include "core/numeric/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <vector>

namespace backflow {
namespace {

Eigen::MatrixXd gaussian(Eigen::Index size) {
  PortableRandom random{11, RandomStream::RecurrentWeights};
  Eigen::MatrixXd result(size, size);
  for (double& entry : result.reshaped()) {
    entry = random.normal();
  }
  return result;
}

/// rows first… of the matrix ← (I − scale·v·vᵀ) rows
void reflectWhole(Eigen::MatrixXd& matrix, const Eigen::VectorXd& v, double scale,
                  Eigen::Index first) {
  for (Eigen::Index j = 0; j < matrix.cols(); ++j) {
    double projection = 0;
    for (Eigen::Index i = first; i < matrix.rows(); ++i) {
      projection += v[i] * matrix(i, j);
    }
    for (Eigen::Index i = first; i < matrix.rows(); ++i) {
      matrix(i, j) -= (scale * v[i]) * projection;
    }
  }
}

/// Householder's reflections as textbooks have them: each for the whole matrix, one after another.
Eigen::MatrixXd reflectionByReflection(Eigen::MatrixXd r) {
  const Eigen::Index size = r.rows();
  std::vector<Eigen::VectorXd> vectors;
  std::vector<double> scales;
  Eigen::VectorXd signs(size);
  for (Eigen::Index k = 0; k + 1 < size; ++k) {
    Eigen::VectorXd v = Eigen::VectorXd::Zero(size);
    double squares = 0;
    for (Eigen::Index i = k; i < size; ++i) {
      v[i] = r(i, k);
      squares += v[i] * v[i];
    }
    const double diagonal = v[k] > 0 ? -std::sqrt(squares) : std::sqrt(squares);
    signs[k] = diagonal < 0 ? -1 : 1;
    const double length = 2 * (squares - v[k] * diagonal);
    v[k] -= diagonal;
    scales.push_back(length > 0 ? 2 / length : 0);
    reflectWhole(r, v, scales.back(), k);
    vectors.push_back(v);
  }
  signs[size - 1] = r(size - 1, size - 1) < 0 ? -1 : 1;
  Eigen::MatrixXd q = Eigen::MatrixXd::Identity(size, size);
  for (Eigen::Index k = size - 2; k >= 0; --k) {
    const auto index = static_cast<std::size_t>(k);
    reflectWhole(q, vectors[index], scales[index], k);
  }
  return q * signs.asDiagonal();
}

// Whatever makes this quicker, no bit of it changes.
TEST(HaarOrthogonal, HasTheBitsOfTheTextbook) {
  for (const int size : {1, 2, 3, 15, 16, 17, 31, 32, 33, 50, 64, 100}) {
    const Eigen::MatrixXd start = gaussian(size);
    const Eigen::MatrixXd expected = reflectionByReflection(start);
    const Eigen::MatrixXd found = haarOrthogonal(start);
    ASSERT_EQ(found.rows(), size);
    ASSERT_EQ(found.cols(), size);
    EXPECT_EQ(std::memcmp(found.data(), expected.data(),
                          sizeof(double) * static_cast<std::size_t>(found.size())),
              0)
        << size;
  }
}

// Q·R = the matrix that was given, R upper triangular with a positive diagonal.
TEST(HaarOrthogonal, IsTheQOfItsMatrix) {
  for (const int size : {1, 2, 7, 16, 40}) {
    const Eigen::MatrixXd start = gaussian(size);
    const Eigen::MatrixXd r = haarOrthogonal(start).transpose() * start;
    for (Eigen::Index j = 0; j < size; ++j) {
      EXPECT_GT(r(j, j), 0) << size << ", " << j;
      EXPECT_LT(r.col(j).tail(size - j - 1).norm(), 1e-12 * start.norm()) << size << ", " << j;
    }
  }
}

} // namespace
} // namespace backflow
