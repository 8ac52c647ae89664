// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/packed_matrix.h"

#include "core/numeric/kernels/kernels.h"
#include "core/numeric/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

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

  /// The vector x in segments.
  struct Segment {
    Eigen::Index size;
    bool isSplit;
  };

  /// Over how many partial sums a row of one block of so many rows is gathered: four or two, where
  /// so few panels stand side by side that a full group has room for as many.
  static Eigen::Index partialSums(Eigen::Index rows, Eigen::Index row) {
    const Eigen::Index group = kernels<Scalar>().panelGroup;
    constexpr Eigen::Index panelRows = 64 / sizeof(Scalar);
    const Eigen::Index panels = (rows + panelRows - 1) / panelRows;
    const Eigen::Index first = row / panelRows / group * group;
    const Eigen::Index panelsOfGroup = std::min(group, panels - first);
    return group < 4 ? 1 : panelsOfGroup * 4 <= group ? 4 : panelsOfGroup * 2 <= group ? 2 : 1;
  }

  /// y + a·x in the order that PackedMatrix tells, each operation rounded as the kernel says.
  static Vector inOrder(const Matrix& a, const Vector& x, Vector y,
                        const std::vector<Segment>& segments) {
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
      y[i] = inOrder(a.row(i), x, y[i], segments, partialSums(a.rows(), i));
    }
    return y;
  }

  /// One entry of it, over so many partial sums.
  static Scalar inOrder(const Vector& row, const Vector& x, Scalar start,
                        const std::vector<Segment>& segments, Eigen::Index parts) {
    std::array<volatile Scalar, 4> sums{start, Scalar(-0.0), Scalar(-0.0), Scalar(-0.0)};
    Eigen::Index j = 0;
    for (const Segment& segment : segments) {
      for (Eigen::Index k = 0; k < segment.size; ++k, ++j) {
        volatile Scalar& sum = sums[static_cast<std::size_t>(segment.isSplit ? k % parts : 0)];
        const volatile Scalar product = row[j] * x[j];
        sum = kernelFuses<Scalar>() ? std::fma(row[j], x[j], sum) : sum + product;
      }
    }
    sums[0] = sums[0] + sums[2];
    sums[1] = sums[1] + sums[3];
    return sums[0] + sums[1];
  }

  static Vector inOrder(const Matrix& a, const Vector& x, Vector y) {
    return inOrder(a, x, std::move(y), {{a.cols(), true}});
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

TYPED_TEST(PackedMatrixTest, AddsInTheOrderOfItsShapeBitForBit) {
  for (const Eigen::Index rows :
       {1, 2, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 40, 48, 64, 65, 80, 100}) {
    for (Eigen::Index columns = 1; columns <= 40; ++columns) {
      const auto a = this->random(rows, columns);
      const typename TestFixture::Vector x = this->random(columns, 1);
      const typename TestFixture::Vector y = this->random(rows, 1);
      const PackedMatrix<TypeParam> packed(a);
      ASSERT_EQ(packed.rows(), rows);
      ASSERT_EQ(packed.columns(), columns);
      typename TestFixture::Vector found = y;
      packed.addProduct(x.data(), found.data());
      this->expectSameBits(found, this->inOrder(a, x, y));
    }
  }
}

// Large ones are asked for ahead of time.
TYPED_TEST(PackedMatrixTest, AddsLargeOnesInTheSameOrder) {
  const auto a = this->random(520, 300);
  const typename TestFixture::Vector x = this->random(300, 1);
  const typename TestFixture::Vector y = this->random(520, 1);
  typename TestFixture::Vector found = y;
  PackedMatrix<TypeParam>(a).addProduct(x.data(), found.data());
  this->expectSameBits(found, this->inOrder(a, x, y));
}

// Panels of several blocks come together in a group, full ones and one that is not.
TYPED_TEST(PackedMatrixTest, PutsTheRowsOfEachBlockWhereTheyGo) {
  constexpr Eigen::Index panel = PackedMatrix<TypeParam>::panelRows;
  constexpr Eigen::Index columns = 21;
  const std::vector<Eigen::Index> rows{2 * panel, 2 * panel, 3, 4 * panel, panel};
  PackedMatrix<TypeParam> packed(rows, columns);
  const typename TestFixture::Vector x = this->random(columns, 1);
  std::vector<typename TestFixture::Matrix> matrices;
  std::vector<typename TestFixture::Vector> starts;
  for (std::size_t block = 0; block < rows.size(); ++block) {
    matrices.push_back(this->random(rows[block], columns));
    packed.set(block, 0, matrices.back().template cast<double>());
    starts.push_back(this->random(rows[block], 1));
  }
  const AlignedArray<TypeParam> initial = packed.startingAt(starts);
  const ProductSegment<TypeParam> segment{x.data(), columns};
  const TypeParam untouched(4711);
  enum class From { Blocks, Elsewhere, Initial };
  for (const From from : {From::Blocks, From::Elsewhere, From::Initial}) {
    SCOPED_TRACE(static_cast<int>(from));
    std::vector<typename TestFixture::Vector> found;
    std::vector<TypeParam*> blocks;
    std::vector<const TypeParam*> startsOfBlocks;
    for (std::size_t block = 0; block < rows.size(); ++block) {
      found.push_back(TestFixture::Vector::Constant(rows[block] + 1, untouched));
      if (from == From::Blocks) {
        found.back().head(rows[block]) = starts[block];
      }
      blocks.push_back(found.back().data());
      startsOfBlocks.push_back(from == From::Blocks ? blocks.back() : starts[block].data());
    }
    PanelProduct<TypeParam> product = packed.product(&segment, 1);
    product.initial = from == From::Initial ? initial.data() : nullptr;
    product.starts = startsOfBlocks.data();
    product.blocks = blocks.data();
    kernels<TypeParam>().multiplyPanels(product);
    for (std::size_t block = 0; block < rows.size(); ++block) {
      SCOPED_TRACE(block);
      typename TestFixture::Vector expected(rows[block] + 1);
      for (Eigen::Index i = 0; i < rows[block]; ++i) {
        expected[i] = this->inOrder(matrices[block].row(i), x, starts[block][i], {{columns, true}},
                                    packed.partialSums(block, i));
      }
      expected[rows[block]] = untouched;
      this->expectSameBits(found[block], expected);
    }
  }
}

// The columns of several vectors, of which those of the first are not spread.
TYPED_TEST(PackedMatrixTest, CountsTheColumnsOfEachSegmentAnew) {
  const std::vector<typename TestFixture::Segment> sizes{
      {5, false}, {7, true}, {1, true}, {6, true}};
  for (const Eigen::Index rows : {3, 16, 20, 33, 70}) {
    const auto a = this->random(rows, 19);
    const typename TestFixture::Vector x = this->random(19, 1);
    const typename TestFixture::Vector y = this->random(rows, 1);
    std::vector<ProductSegment<TypeParam>> segments;
    const TypeParam* next = x.data();
    for (const auto& segment : sizes) {
      segments.push_back({next, segment.size, segment.isSplit});
      next += segment.size;
    }
    const PackedMatrix<TypeParam> packed(a);
    typename TestFixture::Vector found = y;
    TypeParam* block = found.data();
    packed.addProduct(segments.data(), std::ssize(segments), nullptr, &block);
    this->expectSameBits(found, this->inOrder(a, x, y, sizes));

    // Once the sum has taken the first segment, the others may be added later.
    PanelProduct<TypeParam> rest = packed.product(segments.data() + 1, std::ssize(segments) - 1);
    rest.skippedColumns = 5;
    found = this->inOrder(a.leftCols(5), x.head(5), y, {{5, false}});
    block = found.data();
    rest.starts = &block;
    rest.blocks = &block;
    kernels<TypeParam>().multiplyPanels(rest);
    this->expectSameBits(found, this->inOrder(a, x, y, sizes));
  }
}

// What no product is added to stays as it is, as where a step has computed it beforehand.
TYPED_TEST(PackedMatrixTest, KeepsTheSignOfAZero) {
  for (const Eigen::Index rows : {3, 20, 70}) {
    const PackedMatrix<TypeParam> packed(this->random(rows, 2));
    const typename TestFixture::Vector y = TestFixture::Vector::Constant(rows, TypeParam(-0.0));
    typename TestFixture::Vector found = y;
    TypeParam* block = found.data();
    packed.addProduct(nullptr, 0, nullptr, &block);
    this->expectSameBits(found, y);
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
    this->expectSameBits(found, this->inOrder(a, x, zero));
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
