// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/emulated.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <type_traits>

namespace backflow {
namespace {

/// Eigen's own 16-bit formats, whose conversions are of other hands, as the scalar reference.
template <class Number>
using ReferenceOf =
    std::conditional_t<std::is_same_v<Number, Float16>, Eigen::half, Eigen::bfloat16>;

template <class Number> class EmulatedTest : public testing::Test {
 protected:
  using Reference = ReferenceOf<Number>;

  static float valueOfBits(std::uint16_t bits) {
    return static_cast<float>(Eigen::numext::bit_cast<Reference>(bits));
  }

  /// The reference rounds from float32: exact for a sum or product of two 16-bit numbers that
  /// float32 holds, and correctly rounded otherwise since 24 ≥ 2·11 + 2.
  static float rounded(float value) { return static_cast<float>(Reference(value)); }

  static void expectSame(float expected, float actual, float a, float b) {
    if (std::isnan(expected)) {
      EXPECT_TRUE(std::isnan(actual)) << a << ' ' << b;
    } else {
      EXPECT_EQ(Eigen::numext::bit_cast<std::uint32_t>(expected),
                Eigen::numext::bit_cast<std::uint32_t>(actual))
          << a << ' ' << b;
    }
  }
};

using Formats = testing::Types<Float16, BFloat16>;
TYPED_TEST_SUITE(EmulatedTest, Formats);

TYPED_TEST(EmulatedTest, EveryNumberIsItself) {
  for (std::uint32_t bits = 0; bits < 65536; ++bits) {
    const float value = this->valueOfBits(static_cast<std::uint16_t>(bits));
    this->expectSame(value, static_cast<float>(TypeParam(value)), value, value);
  }
}

TYPED_TEST(EmulatedTest, RoundsAsTheReferenceDoes) {
  std::mt19937 random(1);
  for (int i = 0; i < 1'000'000; ++i) {
    const auto value = Eigen::numext::bit_cast<float>(static_cast<std::uint32_t>(random()));
    this->expectSame(this->rounded(value), static_cast<float>(TypeParam(value)), value, value);
  }
}

TYPED_TEST(EmulatedTest, EveryOperationIsRoundedOnce) {
  std::mt19937 random(2);
  for (int i = 0; i < 300'000; ++i) {
    const std::uint32_t bits = static_cast<std::uint32_t>(random());
    const float a = this->valueOfBits(static_cast<std::uint16_t>(bits & 0xffff));
    const float b = this->valueOfBits(static_cast<std::uint16_t>(bits >> 16));
    const TypeParam x(a);
    const TypeParam y(b);
    this->expectSame(this->rounded(a + b), static_cast<float>(x + y), a, b);
    this->expectSame(this->rounded(a - b), static_cast<float>(x - y), a, b);
    this->expectSame(this->rounded(a * b), static_cast<float>(x * y), a, b);
    this->expectSame(this->rounded(a / b), static_cast<float>(x / y), a, b);
  }
}

} // namespace
} // namespace backflow
