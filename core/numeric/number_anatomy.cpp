// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/number_anatomy.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace backflow {

namespace {

struct Layout {
  int exponentBits;
  int fractionBits;

  int bits() const { return 1 + exponentBits + fractionBits; }
  int bias() const { return (1 << (exponentBits - 1)) - 1; }
  int smallestExponent() const { return 1 - bias(); }
};

Layout layoutOf(Precision precision) {
  switch (precision) {
  case Precision::Float64:
    return {11, 52};
  case Precision::Float32:
    break;
  case Precision::BFloat16:
    return {8, 7};
  case Precision::Float16:
    return {5, 10};
  }
  return {8, 23};
}

/// float16 is no type of the language: its bits are put together from the number's parts.
std::uint64_t bitsOfFloat16(double value) {
  const Layout layout = layoutOf(Precision::Float16);
  const std::uint64_t sign = std::signbit(value) ? 0x8000U : 0U;
  if (std::isnan(value)) {
    return sign | 0x7E00U;
  }
  if (std::isinf(value)) {
    return sign | 0x7C00U;
  }
  const double size = std::abs(value);
  if (size < limitsOf(Precision::Float16).smallestNormal) {
    // In units of the smallest subnormal number.
    return sign | static_cast<std::uint64_t>(
                      std::ldexp(size, layout.fractionBits - layout.smallestExponent()));
  }
  const int exponent = std::ilogb(size);
  const auto fraction =
      static_cast<std::uint64_t>(std::ldexp(std::ldexp(size, -exponent) - 1, layout.fractionBits));
  const auto biased = static_cast<std::uint64_t>(exponent + layout.bias());
  return sign | biased << static_cast<unsigned>(layout.fractionBits) | fraction;
}

std::uint64_t bitsOf(double value, Precision precision) {
  switch (precision) {
  case Precision::Float64:
    return std::bit_cast<std::uint64_t>(value);
  case Precision::Float32:
    break;
  case Precision::BFloat16:
    // The upper half of float32, in which it is exact.
    return std::bit_cast<std::uint32_t>(static_cast<float>(value)) >> 16U;
  case Precision::Float16:
    return bitsOfFloat16(value);
  }
  return std::bit_cast<std::uint32_t>(static_cast<float>(value));
}

std::string binaryDigits(std::uint64_t bits, int lowest, int count) {
  std::string result;
  for (int k = lowest + count - 1; k >= lowest; --k) {
    result += ((bits >> static_cast<unsigned>(k)) & 1U) != 0 ? '1' : '0';
  }
  return result;
}

std::string hexDigits(std::uint64_t bits, int bitCount) {
  std::string result = "0x";
  for (int k = bitCount - 4; k >= 0; k -= 4) {
    result += "0123456789ABCDEF"[(bits >> static_cast<unsigned>(k)) & 15U];
  }
  return result;
}

template <class Number> std::string shortest(Number value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

/// The fewest significant digits that round to `value` in a 16-bit format.
std::string shortestIn(Precision precision, double value) {
  constexpr int enough = 5; // 2 + ⌊11·log₁₀2⌋
  std::array<char, 32> text{};
  for (int digits = 1; digits <= enough; ++digits) {
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::general, digits)
                         .ptr;
    double read = 0;
    std::from_chars(text.data(), end, read);
    if (roundedTo(precision, read) == value) {
      return {text.data(), end};
    }
  }
  return shortest(value);
}

std::string decimalOf(double value, Precision precision) {
  if (std::isnan(value)) {
    return "nan";
  }
  switch (precision) {
  case Precision::Float64:
    return shortest(value);
  case Precision::Float32:
    break;
  case Precision::BFloat16:
  case Precision::Float16:
    return std::isinf(value) ? shortest(value) : shortestIn(precision, value);
  }
  return shortest(static_cast<float>(value));
}

NumberClass classOf(double value, Precision precision) {
  if (std::isnan(value)) {
    return NumberClass::NotANumber;
  }
  if (std::isinf(value)) {
    return NumberClass::Infinite;
  }
  if (value == 0) {
    return NumberClass::Zero;
  }
  return std::abs(value) < limitsOf(precision).smallestNormal ? NumberClass::Subnormal
                                                              : NumberClass::Normal;
}

} // namespace

NumberAnatomy anatomyOf(double value, Precision precision) {
  const Layout layout = layoutOf(precision);
  NumberAnatomy result;
  result.precision = precision;
  result.value = roundedTo(precision, value);
  result.kind = classOf(result.value, precision);
  const std::uint64_t bits = bitsOf(result.value, precision);
  result.sign = binaryDigits(bits, layout.bits() - 1, 1);
  result.exponent = binaryDigits(bits, layout.fractionBits, layout.exponentBits);
  result.fraction = binaryDigits(bits, 0, layout.fractionBits);
  result.hex = hexDigits(bits, layout.bits());
  result.decimal = decimalOf(result.value, precision);
  if (std::isfinite(result.value)) {
    const int exponent =
        result.kind == NumberClass::Normal ? std::ilogb(result.value) : layout.smallestExponent();
    if (result.kind != NumberClass::Zero) {
      result.exponentValue = exponent;
    }
    result.ulp = std::ldexp(1.0, exponent - layout.fractionBits);
  }
  return result;
}

StepsLeft stepsLeft(double value, double factor, Precision precision) {
  StepsLeft result;
  const double size = std::log2(std::abs(value));
  const double rate = std::log2(factor);
  if (!std::isfinite(size) || !std::isfinite(rate) || rate == 0) {
    return result;
  }
  const FormatLimits limits = limitsOf(precision);
  const auto steps = [](double count) -> std::optional<int> {
    constexpr double most = std::numeric_limits<int>::max();
    return count <= most ? std::optional(static_cast<int>(std::max(0.0, count))) : std::nullopt;
  };
  if (rate < 0) {
    const double normal = (size - std::log2(limits.smallestNormal)) / -rate;
    // The smallest normal number itself is none below it.
    result.toSubnormal =
        steps(size < std::log2(limits.smallestNormal) ? 0 : std::floor(normal) + 1);
    // Half of the smallest subnormal number is a tie, and rounds to the even one: to zero.
    result.toZero = steps(std::ceil((size - std::log2(limits.smallestSubnormal) + 1) / -rate));
  } else {
    // A number that is half a unit above the largest one is a tie, and rounds to infinity; log₂ of
    // that sum is the exponent of infinity for float64, whose digits do not reach so far.
    const double beyond =
        std::ilogb(limits.largest) + 1 +
        std::log1p(-std::ldexp(1.0, -layoutOf(precision).fractionBits - 2)) / std::log(2.0);
    result.toInfinity = steps(std::ceil((beyond - size) / rate));
  }
  return result;
}

} // namespace backflow
