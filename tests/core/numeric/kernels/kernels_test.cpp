// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/kernels/kernels.h"
#include "core/numeric/random.h"
#include "core/numeric/tile_product.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace backflow {
namespace {

constexpr KernelSet allSets[] = {KernelSet::Baseline, KernelSet::Avx2, KernelSet::Avx512};

template <class Scalar> class KernelsTest : public testing::Test {
 protected:
  template <class Test> static void forEachKernel(Test test) {
    for (const KernelSet set : allSets) {
      if (isAvailable(set)) {
        SCOPED_TRACE(std::string(nameOf(set)));
        test(kernelsOf<Scalar>(set));
      }
    }
  }

  std::vector<Scalar> random(std::size_t count) {
    std::vector<Scalar> result(count);
    for (Scalar& number : result) {
      number = static_cast<Scalar>(m_random.normal());
    }
    return result;
  }

  PortableRandom m_random{4, RandomStream::Input};
};

using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(KernelsTest, Scalars);

TYPED_TEST(KernelsTest, CountEveryClassAtEveryPlace) {
  using Limits = std::numeric_limits<TypeParam>;
  const TypeParam kinds[] = {TypeParam(0),        TypeParam(-0.0),    Limits::denorm_min(),
                             -Limits::min() / 2,  Limits::infinity(), -Limits::infinity(),
                             Limits::quiet_NaN(), Limits::min(),      Limits::max(),
                             TypeParam(1),        TypeParam(-1),      TypeParam(0.5)};
  this->forEachKernel([&](const Kernels<TypeParam>& kernel) {
    for (std::size_t count = 1; count <= 70; ++count) {
      std::vector<TypeParam> x = this->random(count);
      ClassCounts expected;
      int ones = 0;
      int zerosAndOnes = 0;
      for (std::size_t i = count % 3; i < count; i += 3) {
        const TypeParam kind = kinds[(i + count) % std::size(kinds)];
        x[i] = kind;
        expected.zeros += kind == 0 ? 1 : 0;
        expected.subnormals += std::fpclassify(kind) == FP_SUBNORMAL ? 1 : 0;
        expected.infinities += std::isinf(kind) ? 1 : 0;
        expected.nans += std::isnan(kind) ? 1 : 0;
        ones += std::abs(kind) == 1 ? 1 : 0;
        zerosAndOnes += kind == 0 || kind == 1 ? 1 : 0;
      }
      const auto size = static_cast<std::ptrdiff_t>(count);
      ClassCounts found;
      kernel.measure(x.data(), size, found);
      EXPECT_EQ(found.zeros, expected.zeros) << count;
      EXPECT_EQ(found.subnormals, expected.subnormals) << count;
      EXPECT_EQ(found.infinities, expected.infinities) << count;
      EXPECT_EQ(found.nans, expected.nans) << count;
      EXPECT_EQ(kernel.allFinite(x.data(), size), expected.infinities + expected.nans == 0);
      EXPECT_EQ(kernel.countOnes(x.data(), size), ones) << count;
      EXPECT_EQ(kernel.countZerosAndOnes(x.data(), size), zerosAndOnes) << count;
    }
  });
}

// δ + φ′·upstream and a·b + c, rounded once or twice as the kernel says; nothing beyond the end.
TYPED_TEST(KernelsTest, RoundProductsInSumsAsTheySay) {
  this->forEachKernel([&](const Kernels<TypeParam>& kernel) {
    const auto added = [&](TypeParam a, TypeParam b, TypeParam c) {
      const volatile TypeParam product = a * b;
      return kernel.fuses ? std::fma(a, b, c) : product + c;
    };
    for (std::size_t count = 1; count <= 40; ++count) {
      const auto size = static_cast<std::ptrdiff_t>(count);
      const auto a = this->random(count);
      const auto b = this->random(count);
      const auto c = this->random(count + 1);
      auto products = c;
      kernel.addProduct(a.data(), b.data(), c.data(), products.data(), size);
      auto tanhs = c;
      kernel.reverseTanh(a.data(), b.data(), tanhs.data(), tanhs.data(), size);
      auto logistics = c;
      kernel.reverseLogistic(a.data(), b.data(), logistics.data(), logistics.data(), size);
      auto lefts = c;
      auto rights = c;
      kernel.reverseMultiply({a.data(), b.data(), c.data(), c.data(), lefts.data(), rights.data(),
                              rights.data(), size});
      auto leftAlone = c;
      auto rightAlone = c;
      kernel.reverseMultiply({a.data(), b.data(), c.data(), nullptr, leftAlone.data(), c.data(),
                              rightAlone.data(), size});
      auto both = c;
      auto others = c;
      kernel.reverseMultiply(
          {a.data(), b.data(), c.data(), nullptr, both.data(), nullptr, others.data(), size});
      for (std::size_t i = 0; i < count; ++i) {
        EXPECT_EQ(products[i], added(a[i], b[i], c[i]));
        EXPECT_EQ(lefts[i], added(b[i], c[i], c[i]));
        EXPECT_EQ(rights[i], added(a[i], c[i], c[i]));
        EXPECT_EQ(leftAlone[i], added(b[i], c[i], 0));
        EXPECT_EQ(rightAlone[i], rights[i]);
        EXPECT_EQ(both[i], leftAlone[i]);
        EXPECT_EQ(others[i], added(a[i], c[i], 0));
        const volatile TypeParam square = a[i] * a[i];
        EXPECT_EQ(tanhs[i], added(1 - square, b[i], c[i]));
        EXPECT_EQ(logistics[i], added(a[i] * (1 - a[i]), b[i], c[i]));
      }
      EXPECT_EQ(products[count], c[count]);
      EXPECT_EQ(tanhs[count], c[count]);
      EXPECT_EQ(lefts[count], c[count]);
      EXPECT_EQ(rights[count], c[count]);
      EXPECT_EQ(logistics[count], c[count]);
    }
  });
}

// A unit of relu that is off is a mask: not even inf passes, and it makes no NaN.
TYPED_TEST(KernelsTest, ReluMasks) {
  this->forEachKernel([](const Kernels<TypeParam>& kernel) {
    constexpr TypeParam infinity = std::numeric_limits<TypeParam>::infinity();
    const TypeParam h[] = {0, 2};
    const TypeParam upstream[] = {infinity, infinity};
    TypeParam target[] = {3, 3};
    kernel.reverseRelu(h, upstream, target, target, 2);
    EXPECT_EQ(target[0], TypeParam(3));
    EXPECT_EQ(target[1], infinity);
  });
}

// One, two, three and four panels side by side, in each set of kernels: the partial sums begin with
// the start and with zeros, take the columns in turn, and are joined half with half.
TYPED_TEST(KernelsTest, PanelsGatherOverPartialSumsInOrder) {
  constexpr int panelRows = 64 / sizeof(TypeParam);
  this->forEachKernel([&](const Kernels<TypeParam>& kernel) {
    for (int panels = 1; panels <= kernel.panelGroup; ++panels) {
      const std::size_t parts = kernel.panelGroup < 4 || panels > 2 ? 1 : panels == 2 ? 2 : 4;
      const std::size_t rows = static_cast<std::size_t>(panels) * panelRows;
      for (std::size_t columns = 1; columns <= 11; ++columns) {
        const auto a = this->random(rows * columns);
        const auto x = this->random(columns);
        const auto start = this->random(rows);
        std::vector<TypeParam> found(rows);
        std::vector<PanelPlace> places;
        for (int panel = 0; panel < panels; ++panel) {
          places.push_back({0, panel * panelRows, panelRows});
        }
        const auto count = static_cast<std::ptrdiff_t>(columns);
        const ProductSegment<TypeParam> segment{x.data(), count};
        TypeParam* block = found.data();
        kernel.multiplyPanels({.panels = a.data(),
                               .places = places.data(),
                               .panelCount = panels,
                               .columns = count,
                               .skippedColumns = 0,
                               .segments = &segment,
                               .segmentCount = 1,
                               .initial = start.data(),
                               .starts = nullptr,
                               .blocks = &block});
        for (std::size_t i = 0; i < rows; ++i) {
          volatile TypeParam sums[] = {start[i], 0, 0, 0};
          for (std::size_t j = 0; j < columns; ++j) {
            const TypeParam factor = a[j * rows + i];
            const volatile TypeParam product = factor * x[j];
            volatile TypeParam& sum = sums[j % parts];
            sum = kernel.fuses ? std::fma(factor, x[j], sum) : sum + product;
          }
          sums[0] = sums[0] + sums[2];
          sums[1] = sums[1] + sums[3];
          ASSERT_EQ(found[i], sums[0] + sums[1]) << panels << " panels, row " << i;
        }
      }
    }
  });
}

TYPED_TEST(KernelsTest, TileProductsAddStepByStepInOrder) {
  const auto& kernel = kernels<TypeParam>();
  for (const std::ptrdiff_t rows : {1, 7, 32, 33, 40, 65}) {
    for (const std::ptrdiff_t columns : {1, 5, 8, 19}) {
      constexpr std::ptrdiff_t steps = 1103; // more than are multiplied at once
      constexpr std::ptrdiff_t firstPart = 900;
      constexpr std::ptrdiff_t secondPart = steps - firstPart;
      const auto a = this->random(static_cast<std::size_t>(rows * steps));
      const auto b = this->random(static_cast<std::size_t>(columns * steps));
      PackedFactor<TypeParam> left(FactorSide::Left, rows, steps);
      PackedFactor<TypeParam> right(FactorSide::Right, columns, steps);
      // Two portions, the second with its steps a row apart.
      left.append({a.data(), 1, rows}, steps);
      right.append({b.data(), 1, columns}, firstPart);
      std::vector<TypeParam> turned(static_cast<std::size_t>(columns * secondPart));
      for (std::ptrdiff_t k = 0; k < secondPart; ++k) {
        for (std::ptrdiff_t j = 0; j < columns; ++j) {
          turned[static_cast<std::size_t>(j * secondPart + k)] =
              b[static_cast<std::size_t>((firstPart + k) * columns + j)];
        }
      }
      right.append({turned.data(), secondPart, 1}, secondPart);
      const std::ptrdiff_t stride = rows + 3;
      const auto before = this->random(static_cast<std::size_t>(stride * columns));
      auto found = before;
      addTileProduct(left, right, found.data(), stride);
      for (std::ptrdiff_t j = 0; j < columns; ++j) {
        for (std::ptrdiff_t i = 0; i < stride; ++i) {
          const auto place = static_cast<std::size_t>(j * stride + i);
          TypeParam sum = before[place];
          for (std::ptrdiff_t k = 0; k < steps && i < rows; ++k) {
            const TypeParam x = a[static_cast<std::size_t>(k * rows + i)];
            const TypeParam y = b[static_cast<std::size_t>(k * columns + j)];
            const volatile TypeParam product = x * y;
            sum = kernel.fuses ? std::fma(x, y, sum) : sum + product;
          }
          ASSERT_EQ(found[place], sum) << i << "," << j;
        }
      }
    }
  }
}

} // namespace
} // namespace backflow
