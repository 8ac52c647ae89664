// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/precision.h"

#include <Eigen/Core>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace backflow {

/// The layout of a binary number format: a sign, exponent bits, and a fraction.
struct BFloat16Layout {
  static constexpr int fractionBits = 7;
  static constexpr int smallestExponent = -126; ///< of a normal number
  static constexpr int largestExponent = 127;
  static constexpr Precision precision = Precision::BFloat16;
};
struct Float16Layout {
  static constexpr int fractionBits = 10;
  static constexpr int smallestExponent = -14;
  static constexpr int largestExponent = 15;
  static constexpr Precision precision = Precision::Float16;
};

/// `value` rounded once to the format: to nearest, ties to even (IEEE 754-2019, section 4.3.1),
/// with gradual underflow and overflow to inf. NaN stays NaN. The result is exact in float32.
template <class Layout> inline float roundedTo(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const int exponent = static_cast<int>((bits >> 52) & 0x7ff) - 1023;
  if (exponent < Layout::smallestExponent) [[unlikely]] {
    // Below the normal numbers the spacing no longer shrinks; adding and taking away a number
    // whose own spacing it is rounds to it.
    constexpr int biased = Layout::smallestExponent - Layout::fractionBits + 1023;
    constexpr double shift = static_cast<double>(3ULL << 51);
    const double unit = std::bit_cast<double>(std::uint64_t{biased} << 52);
    const double offset = shift * unit;
    const double rounded = (std::abs(value) + offset) - offset;
    return static_cast<float>(std::copysign(rounded, value));
  }
  constexpr int dropped = 52 - Layout::fractionBits;
  constexpr std::uint64_t half = (std::uint64_t{1} << (dropped - 1)) - 1;
  const std::uint64_t odd = (bits >> dropped) & 1;
  const std::uint64_t kept = (bits + half + odd) & ~((std::uint64_t{1} << dropped) - 1);
  constexpr auto topExponent = static_cast<std::uint64_t>(Layout::largestExponent) + 1023;
  const double rounded = std::bit_cast<double>(kept);
  if (exponent > Layout::largestExponent || ((kept >> 52) & 0x7ff) > topExponent) [[unlikely]] {
    return std::isnan(value)
               ? std::numeric_limits<float>::quiet_NaN()
               : std::copysign(std::numeric_limits<float>::infinity(), value < 0 ? -1.0F : 1.0F);
  }
  return static_cast<float>(rounded);
}

/// A number of a 16-bit format. Every operation is computed in float64 and rounded once to the
/// format, and is then the correctly rounded one: float64 has 53 ≥ 2p + 2 digits for p = 8 and 11
/// (Figueroa 1995), and room for every exponent that can come up. The elementary functions are
/// those of the system's library in float64, rounded.
template <class Layout> class Emulated {
 public:
  constexpr Emulated() = default;
  Emulated(double value) : m_value(roundedTo<Layout>(value)) {} // NOLINT: as a built-in number
  Emulated(float value) : m_value(roundedTo<Layout>(static_cast<double>(value))) {}
  Emulated(int value) : m_value(roundedTo<Layout>(value)) {}

  /// Exact. What is computed with a float or a double afterwards is computed in that format.
  operator float() const { return m_value; }
  explicit operator double() const { return static_cast<double>(m_value); }

  static Emulated exactly(float value) {
    Emulated result;
    result.m_value = value;
    return result;
  }

  Emulated operator-() const { return exactly(-m_value); }
  friend Emulated operator+(Emulated a, Emulated b) { return {a.wide() + b.wide()}; }
  friend Emulated operator-(Emulated a, Emulated b) { return {a.wide() - b.wide()}; }
  friend Emulated operator*(Emulated a, Emulated b) { return {a.wide() * b.wide()}; }
  friend Emulated operator/(Emulated a, Emulated b) { return {a.wide() / b.wide()}; }
  Emulated& operator+=(Emulated other) { return *this = *this + other; }
  Emulated& operator-=(Emulated other) { return *this = *this - other; }
  Emulated& operator*=(Emulated other) { return *this = *this * other; }
  Emulated& operator/=(Emulated other) { return *this = *this / other; }
  friend bool operator==(Emulated a, Emulated b) { return a.m_value == b.m_value; }
  friend bool operator!=(Emulated a, Emulated b) { return a.m_value != b.m_value; }
  friend bool operator<(Emulated a, Emulated b) { return a.m_value < b.m_value; }
  friend bool operator>(Emulated a, Emulated b) { return a.m_value > b.m_value; }
  friend bool operator<=(Emulated a, Emulated b) { return a.m_value <= b.m_value; }
  friend bool operator>=(Emulated a, Emulated b) { return a.m_value >= b.m_value; }

  friend Emulated abs(Emulated x) { return exactly(std::abs(x.m_value)); }
  friend Emulated sqrt(Emulated x) { return {std::sqrt(x.wide())}; }
  friend Emulated exp(Emulated x) { return {std::exp(x.wide())}; }
  friend Emulated log(Emulated x) { return {std::log(x.wide())}; }
  friend Emulated tanh(Emulated x) { return {std::tanh(x.wide())}; }

 private:
  double wide() const { return static_cast<double>(m_value); }

  float m_value = 0;
};

using BFloat16 = Emulated<BFloat16Layout>;
using Float16 = Emulated<Float16Layout>;

template <> constexpr Precision precisionOf<BFloat16>() {
  return Precision::BFloat16;
}
template <> constexpr Precision precisionOf<Float16>() {
  return Precision::Float16;
}

} // namespace backflow

/// @cond
// Doxygen knows no specialisation of what it has not read.

template <class Layout> struct std::numeric_limits<backflow::Emulated<Layout>> {
  using Number = backflow::Emulated<Layout>;
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = true;
  static constexpr bool is_integer = false;
  static constexpr bool is_exact = false;
  static constexpr bool has_infinity = true;
  static constexpr bool has_quiet_NaN = true;
  static constexpr int radix = 2;
  static constexpr int digits = Layout::fractionBits + 1;
  static constexpr int digits10 = digits * 3 / 10;
  static constexpr int max_digits10 = 2 + digits * 3 / 10;
  static constexpr int min_exponent = Layout::smallestExponent + 1;
  static constexpr int max_exponent = Layout::largestExponent + 1;
  static Number min() { return Number(std::ldexp(1.0, Layout::smallestExponent)); }
  static Number max() {
    return Number(
        std::ldexp(2.0 - std::ldexp(1.0, -Layout::fractionBits), Layout::largestExponent));
  }
  static Number lowest() { return -max(); }
  static Number denorm_min() {
    return Number(std::ldexp(1.0, Layout::smallestExponent - Layout::fractionBits));
  }
  static Number epsilon() { return Number(std::ldexp(1.0, -Layout::fractionBits)); }
  static Number infinity() { return Number(std::numeric_limits<double>::infinity()); }
  static Number quiet_NaN() { return Number(std::numeric_limits<double>::quiet_NaN()); }
};

template <class Layout>
struct Eigen::NumTraits<backflow::Emulated<Layout>>
    : Eigen::GenericNumTraits<backflow::Emulated<Layout>> {
  using Real = backflow::Emulated<Layout>;
  using NonInteger = Real;
  using Nested = Real;
  using Literal = Real;
  enum {
    IsComplex = 0,
    IsInteger = 0,
    IsSigned = 1,
    RequireInitialization = 1,
    ReadCost = 1,
    AddCost = 4,
    MulCost = 4
  };
};

/// @endcond
