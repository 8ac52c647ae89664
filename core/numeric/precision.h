// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace backflow {

/// A number format in which a network is simulated.
enum class Precision { Float64, Float32, BFloat16, Float16 };

/// The limits of a number format (IEEE 754-2019, table 3.5), each exact as a double.
struct FormatLimits {
  double largest;           ///< the largest finite number; one rounding step above it is inf
  double smallestNormal;    ///< below it numbers are subnormal and lose digits
  double smallestSubnormal; ///< below half of it a result rounds to exactly zero
  int bytes;                ///< storage of one number, in bytes
};

FormatLimits limitsOf(Precision precision);

/// The number of that format nearest to `value`, ties to even.
double roundedTo(Precision precision, double value);

/// The name used in files and on the command line: "float64", "float32", "bfloat16", "float16".
std::string_view nameOf(Precision precision);

/// The precision that a C++ type computes in.
template <class Scalar> constexpr Precision precisionOf();
template <> constexpr Precision precisionOf<double>() {
  return Precision::Float64;
}
template <> constexpr Precision precisionOf<float>() {
  return Precision::Float32;
}

/// Whether this process keeps subnormal numbers in float32 and float64, and does not flush them
/// to zero. Where it does not, every underflow point that Backflow reports would be wrong.
bool subnormalsSurvive();

/// @throws std::runtime_error if subnormalsSurvive() is false.
void requireSubnormals();

} // namespace backflow
