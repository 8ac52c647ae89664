// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/precision.h"

#include <limits>
#include <stdexcept>

namespace backflow {

namespace {

template <class Scalar> constexpr FormatLimits limitsOfType() {
  using Limits = std::numeric_limits<Scalar>;
  return {static_cast<double>(Limits::max()), static_cast<double>(Limits::min()),
          static_cast<double>(Limits::denorm_min()), static_cast<int>(sizeof(Scalar))};
}

template <class Scalar> bool halfOfSmallestNormalIsKept() {
  // volatile: the division has to happen at run time, under the flags of this thread.
  volatile Scalar value = std::numeric_limits<Scalar>::min();
  value = value / 2;
  return value != 0 && value * 2 == std::numeric_limits<Scalar>::min();
}

} // namespace

FormatLimits limitsOf(Precision precision) {
  return precision == Precision::Float64 ? limitsOfType<double>() : limitsOfType<float>();
}

std::string_view nameOf(Precision precision) {
  return precision == Precision::Float64 ? "float64" : "float32";
}

bool subnormalsSurvive() {
  return halfOfSmallestNormalIsKept<float>() && halfOfSmallestNormalIsKept<double>();
}

void requireSubnormals() {
  if (!subnormalsSurvive()) {
    throw std::runtime_error("this process flushes subnormal numbers to zero, so underflow cannot "
                             "be shown truly; start it without flush-to-zero");
  }
}

} // namespace backflow
