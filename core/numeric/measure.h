// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>

namespace backflow {

/// What a vector holds, counted by class of number, and how long it is.
struct Measure {
  /// ‖x‖₂ as a double, gathered with scaling: NaN if an entry is NaN, else inf if one is infinite,
  /// else finite (at most the largest double); zero only if every entry is zero.
  double norm = 0;
  int zeros = 0;
  int subnormals = 0;
  int infinities = 0;
  int nans = 0;

  bool isFinite() const { return infinities == 0 && nans == 0; }
};

/// Measures `count` numbers. Instantiated for all formats.
template <class Scalar> Measure measure(const Scalar* numbers, std::ptrdiff_t count);

/// Only the norm of measure().
template <class Scalar> double scaledNorm(const Scalar* numbers, std::ptrdiff_t count);

/// Whether a number is not zero, but smaller than the smallest normal one of its format.
template <class Scalar> bool isSubnormal(Scalar number) {
  return number != Scalar(0) && std::abs(static_cast<double>(number)) <
                                    static_cast<double>(std::numeric_limits<Scalar>::min());
}

/// √(a² + b²) without over- or underflow on the way: the norm of what two parts have together.
double hypotenuse(double a, double b);

/// factor · norm for finite, non-negative numbers, without overflow: at most the largest double.
double boundedProduct(double factor, double norm);

} // namespace backflow
