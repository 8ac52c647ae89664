// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/number_anatomy.h"

#include <gtest/gtest.h>

#include <bit>
#include <bitset>
#include <cmath>
#include <cstdint>
#include <limits>

namespace backflow::test {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr Precision allPrecisions[] = {Precision::Float64, Precision::Float32, Precision::BFloat16,
                                       Precision::Float16};

std::string allBits(const NumberAnatomy& anatomy) {
  return anatomy.sign + anatomy.exponent + anatomy.fraction;
}

/// What the bits mean, by the definition of the formats.
double valueOfBits(const NumberAnatomy& anatomy) {
  const int bias = (1 << (anatomy.exponent.size() - 1)) - 1;
  const int exponent = std::stoi(anatomy.exponent, nullptr, 2);
  const auto fraction = static_cast<double>(std::stoull(anatomy.fraction, nullptr, 2));
  const int digits = static_cast<int>(anatomy.fraction.size());
  const double sign = anatomy.sign == "1" ? -1 : 1;
  if (exponent == 2 * bias + 1) {
    return fraction == 0 ? sign * inf : nan;
  }
  return exponent == 0 ? sign * std::ldexp(fraction, 1 - bias - digits)
                       : sign * std::ldexp(1 + std::ldexp(fraction, -digits), exponent - bias);
}

TEST(NumberAnatomy, KnownNumbersHaveTheirKnownBits) {
  EXPECT_EQ(anatomyOf(1, Precision::Float32).hex, "0x3F800000");
  EXPECT_EQ(anatomyOf(1, Precision::Float64).hex, "0x3FF0000000000000");
  EXPECT_EQ(anatomyOf(1, Precision::Float16).hex, "0x3C00");
  EXPECT_EQ(anatomyOf(1, Precision::BFloat16).hex, "0x3F80");
  EXPECT_EQ(anatomyOf(-2.5, Precision::Float16).hex, "0xC100");
  EXPECT_EQ(anatomyOf(65504, Precision::Float16).hex, "0x7BFF");
  EXPECT_EQ(anatomyOf(65520, Precision::Float16).hex, "0x7C00");
  EXPECT_EQ(anatomyOf(-inf, Precision::BFloat16).hex, "0xFF80");
  EXPECT_EQ(anatomyOf(nan, Precision::Float16).hex, "0x7E00");
  const NumberAnatomy half = anatomyOf(0.5, Precision::Float32);
  EXPECT_EQ(half.sign, "0");
  EXPECT_EQ(half.exponent, "01111110");
  EXPECT_EQ(half.fraction, std::string(23, '0'));
  EXPECT_EQ(half.exponentValue, -1);
  EXPECT_EQ(half.ulp, 0x1p-24);
}

TEST(NumberAnatomy, BitsAreThoseOfTheMachine) {
  for (const double value : {0.0, -0.0, 1.0, -3.7, 1e-40, -1e-45, 3.4e38, 1e300, 5e-324, inf, -inf,
                             0.1, 2.2250738585072014e-308}) {
    EXPECT_EQ(allBits(anatomyOf(value, Precision::Float64)),
              std::bitset<64>(std::bit_cast<std::uint64_t>(value)).to_string());
    EXPECT_EQ(allBits(anatomyOf(value, Precision::Float32)),
              std::bitset<32>(std::bit_cast<std::uint32_t>(static_cast<float>(value))).to_string());
  }
}

TEST(NumberAnatomy, EveryFormatsBitsGiveTheNumberBack) {
  for (const Precision precision : allPrecisions) {
    const FormatLimits limits = limitsOf(precision);
    for (const double value : {limits.largest, limits.smallestNormal, limits.smallestSubnormal,
                               limits.smallestNormal - limits.smallestSubnormal,
                               7 * limits.smallestSubnormal, 0.1, -1.7, 1234.5, 0.0, inf, -inf}) {
      const NumberAnatomy anatomy = anatomyOf(value, precision);
      EXPECT_EQ(anatomy.value, roundedTo(precision, value));
      EXPECT_EQ(valueOfBits(anatomy), anatomy.value) << nameOf(precision) << " " << value;
    }
    EXPECT_TRUE(std::isnan(valueOfBits(anatomyOf(nan, precision))));
  }
}

TEST(NumberAnatomy, ClassesAreDrawnAtTheFormatsLimits) {
  for (const Precision precision : allPrecisions) {
    const FormatLimits limits = limitsOf(precision);
    EXPECT_EQ(anatomyOf(limits.smallestNormal, precision).kind, NumberClass::Normal);
    EXPECT_EQ(anatomyOf(limits.smallestNormal / 2, precision).kind, NumberClass::Subnormal);
    EXPECT_EQ(anatomyOf(limits.smallestSubnormal, precision).kind, NumberClass::Subnormal);
    EXPECT_EQ(anatomyOf(0, precision).kind, NumberClass::Zero);
    EXPECT_EQ(anatomyOf(limits.largest, precision).kind, NumberClass::Normal);
    EXPECT_EQ(anatomyOf(inf, precision).kind, NumberClass::Infinite);
    EXPECT_EQ(anatomyOf(nan, precision).kind, NumberClass::NotANumber);
    EXPECT_EQ(anatomyOf(limits.smallestSubnormal, precision).ulp, limits.smallestSubnormal);
    EXPECT_EQ(anatomyOf(0, precision).ulp, limits.smallestSubnormal);
    EXPECT_FALSE(anatomyOf(inf, precision).ulp);
    EXPECT_FALSE(anatomyOf(0, precision).exponentValue);
  }
  EXPECT_EQ(anatomyOf(1e-46, Precision::Float32).kind, NumberClass::Zero);
  EXPECT_EQ(anatomyOf(1e39, Precision::Float32).kind, NumberClass::Infinite);
}

TEST(NumberAnatomy, DecimalsAreTheFewestThatGiveTheNumberBack) {
  EXPECT_EQ(anatomyOf(0.1, Precision::Float64).decimal, "0.1");
  EXPECT_EQ(anatomyOf(0.1, Precision::Float32).decimal, "0.1");
  EXPECT_EQ(anatomyOf(0.1, Precision::Float16).decimal, "0.1");
  EXPECT_EQ(anatomyOf(0.1, Precision::BFloat16).decimal, "0.1");
  EXPECT_EQ(anatomyOf(1e-45, Precision::Float32).decimal, "1e-45");
  EXPECT_EQ(anatomyOf(5e-324, Precision::Float64).decimal, "5e-324");
  EXPECT_EQ(anatomyOf(0x1p-24, Precision::Float16).decimal, "6e-08");
  EXPECT_EQ(anatomyOf(1.0 / 3, Precision::BFloat16).decimal, "0.334");
  for (int k = 1; k < 2000; ++k) {
    const NumberAnatomy anatomy = anatomyOf(0.37 * k, Precision::Float16);
    EXPECT_EQ(roundedTo(Precision::Float16, std::stod(anatomy.decimal)), anatomy.value);
  }
}

/// Multiplications, each rounded, until `reached`.
template <class Reached>
int counted(double value, double factor, Precision precision, const Reached& reached) {
  int steps = 0;
  while (!reached(value)) {
    value = roundedTo(precision, value * factor);
    ++steps;
  }
  return steps;
}

TEST(StepsLeft, HalvingFromThreeAgreesWithTheSheet) {
  const StepsLeft single = stepsLeft(3, 0.5, Precision::Float32);
  EXPECT_EQ(single.toSubnormal, 128);
  EXPECT_EQ(single.toZero, 152);
  EXPECT_FALSE(single.toInfinity);
  const StepsLeft wide = stepsLeft(3, 0.5, Precision::Float64);
  EXPECT_EQ(wide.toSubnormal, 1024);
  EXPECT_EQ(wide.toZero, 1077);
  const StepsLeft half = stepsLeft(3, 0.5, Precision::Float16);
  EXPECT_EQ(half.toSubnormal, 16);
  EXPECT_EQ(half.toZero, 27);
  // 127 steps on, one is left, and it is so from either side of the last normal number.
  EXPECT_EQ(stepsLeft(std::ldexp(3, -127), 0.5, Precision::Float32).toSubnormal, 1);
  EXPECT_EQ(stepsLeft(std::ldexp(3, -128), 0.5, Precision::Float32).toSubnormal, 0);
  EXPECT_EQ(stepsLeft(0x1p-126, 0.5, Precision::Float32).toSubnormal, 1);
}

TEST(StepsLeft, DoublingFromThreeAgreesWithTheSheet) {
  EXPECT_EQ(stepsLeft(3, 2, Precision::Float32).toInfinity, 127);
  EXPECT_EQ(stepsLeft(3, 2, Precision::Float64).toInfinity, 1023);
  EXPECT_EQ(stepsLeft(3, 2, Precision::Float16).toInfinity, 15);
  EXPECT_FALSE(stepsLeft(3, 2, Precision::Float32).toZero);
}

TEST(StepsLeft, AgreesWithMultiplyingStepByStep) {
  for (const Precision precision : allPrecisions) {
    const FormatLimits limits = limitsOf(precision);
    for (const double start : {1.0, 3.0, 0.7, 1000.0}) {
      EXPECT_EQ(stepsLeft(start, 0.5, precision).toZero,
                counted(start == 0.7 ? roundedTo(precision, start) : start, 0.5, precision,
                        [](double v) { return v == 0; }))
          << nameOf(precision) << " " << start;
      EXPECT_EQ(
          stepsLeft(start, 0.25, precision).toSubnormal,
          counted(start, 0.25, precision, [&](double v) { return v < limits.smallestNormal; }));
      EXPECT_EQ(stepsLeft(start, 2, precision).toInfinity,
                counted(start, 2, precision, [](double v) { return std::isinf(v); }));
    }
  }
}

TEST(StepsLeft, ThereIsNoneWithoutARate) {
  for (const double factor : {1.0, 0.0, -0.5, inf, nan}) {
    const StepsLeft none = stepsLeft(3, factor, Precision::Float32);
    EXPECT_FALSE(none.toSubnormal || none.toZero || none.toInfinity) << factor;
  }
  for (const double value : {0.0, inf, nan}) {
    const StepsLeft none = stepsLeft(value, 0.5, Precision::Float32);
    EXPECT_FALSE(none.toSubnormal || none.toZero || none.toInfinity) << value;
  }
}

} // namespace
} // namespace backflow::test
