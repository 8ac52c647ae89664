// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/packed_matrix.h"

#include "core/numeric/kernels/kernels.h"
#include "core/numeric/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>

namespace backflow {
namespace {

template <class Scalar> class PackedMatrixTest : public testing::Test {
 protected:
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

  Matrix random(Eigen::Index rows, Eigen::Index columns) {
    Matrix result(rows, columns);
    for (Scalar& entry : result.reshaped()) {
      entry = static_cast<Scalar>(m_random.normal());
    }
    return result;
  }

  /// y_i ← (((y_i + a_i1·x_1) + a_i2·x_2) + …), each operation rounded as the kernel says.
  static Vector naive(const Matrix& a, const Vector& x, Vector y) {
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
      for (Eigen::Index j = 0; j < a.cols(); ++j) {
        const volatile Scalar product = a(i, j) * x[j];
        y[i] = kernelFuses<Scalar>() ? std::fma(a(i, j), x[j], y[i]) : y[i] + product;
      }
    }
    return y;
  }

  static void expectSameBits(const Vector& found, const Vector& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (Eigen::Index i = 0; i < found.size(); ++i) {
      if (std::isnan(expected[i])) {
        EXPECT_TRUE(std::isnan(found[i])) << i;
      } else {
        EXPECT_EQ(std::memcmp(&found[i], &expected[i], sizeof(Scalar)), 0)
            << i << ": " << found[i] << " for " << expected[i];
      }
    }
  }

  PortableRandom m_random{9, RandomStream::Input};
};

using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(PackedMatrixTest, Scalars);

TYPED_TEST(PackedMatrixTest, AddsInTheNaiveOrderBitForBit) {
  for (Eigen::Index rows = 1; rows <= 40; ++rows) {
    for (Eigen::Index columns = 1; columns <= 40; ++columns) {
      const auto a = this->random(rows, columns);
      const typename TestFixture::Vector x = this->random(columns, 1);
      const typename TestFixture::Vector y = this->random(rows, 1);
      const PackedMatrix<TypeParam> packed(a);
      ASSERT_EQ(packed.rows(), rows);
      ASSERT_EQ(packed.columns(), columns);
      typename TestFixture::Vector found = y;
      packed.addProduct(x.data(), found.data());
      this->expectSameBits(found, this->naive(a, x, y));
    }
  }
}

TYPED_TEST(PackedMatrixTest, PassesInfAndNanOn) {
  for (const Eigen::Index size : {2, 7, 8, 16, 17, 33}) {
    auto a = this->random(size, size);
    typename TestFixture::Vector x = this->random(size, 1);
    a(0, 0) = 0;
    x[0] = std::numeric_limits<TypeParam>::infinity();
    a(size - 1, size - 1) = std::numeric_limits<TypeParam>::max();
    const typename TestFixture::Vector zero = TestFixture::Vector::Zero(size);
    typename TestFixture::Vector found = zero;
    PackedMatrix<TypeParam>(a).addProduct(x.data(), found.data());
    this->expectSameBits(found, this->naive(a, x, zero));
    EXPECT_TRUE(std::isnan(found[0]));
  }
}

// The panels are padded with zeros; nothing of that may be written beyond the rows.
TYPED_TEST(PackedMatrixTest, WritesNothingBeyondItsRows) {
  const PackedMatrix<TypeParam> packed(this->random(5, 3));
  const typename TestFixture::Vector x = this->random(3, 1);
  typename TestFixture::Vector y = TestFixture::Vector::Constant(32, TypeParam(7));
  packed.addProduct(x.data(), y.data());
  EXPECT_TRUE((y.tail(27).array() == TypeParam(7)).all());
}

} // namespace
} // namespace backflow
