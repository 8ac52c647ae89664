// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/kernels/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <vector>

namespace backflow {
namespace {

constexpr KernelSet allSets[] = {KernelSet::Baseline, KernelSet::Avx2, KernelSet::Avx512};

long double logisticOf(long double x) {
  return 1 / (1 + std::exp(-x));
}

/// |found − exact| in units of the last digit of exact, or of the smallest subnormal number.
template <class Scalar> long double errorInUnits(Scalar found, long double exact) {
  const int exponent = std::max(exact == 0 ? std::numeric_limits<int>::min() : std::ilogb(exact),
                                std::numeric_limits<Scalar>::min_exponent - 1);
  const long double unit = std::scalbn(1.0L, exponent + 1 - std::numeric_limits<Scalar>::digits);
  return std::abs(static_cast<long double>(found) - exact) / unit;
}

template <class Scalar> class ElementaryFunctions : public testing::Test {
 protected:
  using Function = void (*)(const Scalar*, Scalar*, std::ptrdiff_t);

  /// Every kernel of this processor.
  template <class Test> static void forEachKernel(Test test) {
    for (const KernelSet set : allSets) {
      if (isAvailable(set)) {
        SCOPED_TRACE(std::string(nameOf(set)));
        test(kernelsOf<Scalar>(set));
      }
    }
  }

  static Scalar valueAt(Function function, Scalar x) {
    Scalar y = 0;
    function(&x, &y, 1);
    return y;
  }

  /// Numbers of every size, of both signs, densest where the functions bend.
  static std::vector<Scalar> samples() {
    std::vector<Scalar> result;
    for (int exponent = std::numeric_limits<Scalar>::min_exponent - 12; exponent <= 10;
         ++exponent) {
      for (int k = 0; k < (exponent > -30 ? 2000 : 20); ++k) {
        const double fraction = 1 + (k + 0.37) / (exponent > -30 ? 2000.0 : 20.0);
        const auto x = static_cast<Scalar>(std::scalbn(fraction, exponent));
        result.push_back(x);
        result.push_back(-x);
      }
    }
    return result;
  }

  static void expectAccurate(Function function, long double (*exact)(long double),
                             long double most) {
    const std::vector<Scalar> x = samples();
    std::vector<Scalar> y(x.size());
    function(x.data(), y.data(), static_cast<std::ptrdiff_t>(x.size()));
    long double largest = 0;
    Scalar where = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const long double error = errorInUnits(y[i], exact(static_cast<long double>(x[i])));
      if (!(error <= largest)) {
        largest = error;
        where = x[i];
      }
    }
    EXPECT_LE(largest, most) << "at " << where;
  }

  /// The first number between the two for which `holds`, which then holds for all larger ones.
  static Scalar firstWhere(const std::function<bool(Scalar)>& holds, Scalar low, Scalar high) {
    while (std::nextafter(low, high) < high) {
      const Scalar middle = low + (high - low) / 2;
      (holds(middle) ? high : low) = middle;
    }
    return high;
  }
};

using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(ElementaryFunctions, Scalars);

TYPED_TEST(ElementaryFunctions, AreAccurateToTwoAndAHalfUnits) {
  this->forEachKernel([](const Kernels<TypeParam>& kernel) {
    TestFixture::expectAccurate(
        kernel.tanh, [](long double x) { return std::tanh(x); }, 2.5L);
    TestFixture::expectAccurate(kernel.logistic, logisticOf, 2.5L);
  });
}

// Saturation is recorded, so it may not set in before the rounded function is 1.
TYPED_TEST(ElementaryFunctions, SaturateExactlyWhereTheRoundedFunctionDoes) {
  this->forEachKernel([this](const Kernels<TypeParam>& kernel) {
    // A number rounds to 1 from half a unit below it on; what is missing from 1 is
    // 2/(e²ˣ + 1) for tanh and 1/(eˣ + 1) for the logistic function.
    const long double halfUnit = std::scalbn(1.0L, -std::numeric_limits<TypeParam>::digits - 1);
    const TypeParam low(5);
    const TypeParam high(80);
    const TypeParam tanhPoint = this->firstWhere(
        [&](TypeParam x) { return this->valueAt(kernel.tanh, x) == TypeParam(1); }, low, high);
    EXPECT_EQ(tanhPoint, this->firstWhere(
                             [&](TypeParam x) {
                               return 2 / (std::exp(2 * static_cast<long double>(x)) + 1) <=
                                      halfUnit;
                             },
                             low, high));
    EXPECT_EQ(this->valueAt(kernel.tanh, -tanhPoint), TypeParam(-1));
    EXPECT_EQ(this->firstWhere(
                  [&](TypeParam x) { return this->valueAt(kernel.logistic, x) == TypeParam(1); },
                  low, high),
              this->firstWhere(
                  [&](TypeParam x) {
                    return 1 / (std::exp(static_cast<long double>(x)) + 1) <= halfUnit;
                  },
                  low, high));
    EXPECT_LT(this->valueAt(kernel.tanh, TypeParam(8)), TypeParam(1));
  });
}

TYPED_TEST(ElementaryFunctions, KnowTheirLimits) {
  constexpr TypeParam infinity = std::numeric_limits<TypeParam>::infinity();
  constexpr TypeParam nan = std::numeric_limits<TypeParam>::quiet_NaN();
  this->forEachKernel([&](const Kernels<TypeParam>& kernel) {
    EXPECT_EQ(this->valueAt(kernel.tanh, infinity), TypeParam(1));
    EXPECT_EQ(this->valueAt(kernel.tanh, -infinity), TypeParam(-1));
    EXPECT_TRUE(std::isnan(this->valueAt(kernel.tanh, nan)));
    EXPECT_TRUE(std::isnan(this->valueAt(kernel.tanh, -nan)));
    EXPECT_EQ(this->valueAt(kernel.logistic, infinity), TypeParam(1));
    EXPECT_EQ(this->valueAt(kernel.logistic, -infinity), TypeParam(0));
    EXPECT_TRUE(std::isnan(this->valueAt(kernel.logistic, nan)));
    EXPECT_EQ(this->valueAt(kernel.logistic, TypeParam(0)), TypeParam(0.5));
    EXPECT_EQ(this->valueAt(kernel.tanh, TypeParam(0)), TypeParam(0));
    EXPECT_TRUE(std::signbit(this->valueAt(kernel.tanh, TypeParam(-0.0))));
    const TypeParam smallest = std::numeric_limits<TypeParam>::denorm_min();
    EXPECT_EQ(this->valueAt(kernel.tanh, smallest), smallest);
    EXPECT_TRUE(std::isnan(this->valueAt(kernel.relu, nan)));
    EXPECT_EQ(this->valueAt(kernel.relu, -infinity), TypeParam(0));
  });
}

TYPED_TEST(ElementaryFunctions, TanhIsOddBitForBit) {
  this->forEachKernel([this](const Kernels<TypeParam>& kernel) {
    for (const TypeParam x : this->samples()) {
      ASSERT_EQ(this->valueAt(kernel.tanh, -x), -this->valueAt(kernel.tanh, x)) << x;
    }
  });
}

// Not a bit may depend on where in a vector a number stands.
TYPED_TEST(ElementaryFunctions, GiveTheSameBitsAtEveryPlace) {
  const std::vector<TypeParam> x = this->samples();
  this->forEachKernel([&](const Kernels<TypeParam>& kernel) {
    for (const auto function : {kernel.tanh, kernel.logistic}) {
      for (std::ptrdiff_t count = 1; count <= 70; ++count) {
        std::vector<TypeParam> y(static_cast<std::size_t>(count));
        function(x.data() + 40000, y.data(), count);
        for (std::size_t i = 0; i < y.size(); ++i) {
          const TypeParam alone = this->valueAt(function, x[40000 + i]);
          ASSERT_EQ(std::memcmp(&alone, &y[i], sizeof alone), 0) << i << " of " << count;
        }
      }
    }
  });
}

} // namespace
} // namespace backflow
