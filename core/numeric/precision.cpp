// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/precision.h"

#include "core/numeric/emulated.h"

#include <limits>
#include <stdexcept>

namespace backflow {

namespace {

template <class Scalar> constexpr FormatLimits limitsOfType() {
  using Limits = std::numeric_limits<Scalar>;
  return {static_cast<double>(Limits::max()), static_cast<double>(Limits::min()),
          static_cast<double>(Limits::denorm_min()), static_cast<int>(sizeof(Scalar))};
}

template <class Scalar> FormatLimits limitsOfEmulated() {
  using Limits = std::numeric_limits<Scalar>;
  return {static_cast<double>(Limits::max()), static_cast<double>(Limits::min()),
          static_cast<double>(Limits::denorm_min()), 2};
}

template <class Scalar> bool halfOfSmallestNormalIsKept() {
  // volatile: the division has to happen at run time, under the flags of this thread.
  volatile Scalar value = std::numeric_limits<Scalar>::min();
  value = value / 2;
  return value != 0 && value * 2 == std::numeric_limits<Scalar>::min();
}

} // namespace

FormatLimits limitsOf(Precision precision) {
  switch (precision) {
  case Precision::Float64:
    return limitsOfType<double>();
  case Precision::Float32:
    break;
  case Precision::BFloat16:
    return limitsOfEmulated<BFloat16>();
  case Precision::Float16:
    return limitsOfEmulated<Float16>();
  }
  return limitsOfType<float>();
}

double roundedTo(Precision precision, double value) {
  switch (precision) {
  case Precision::Float64:
    break;
  case Precision::Float32:
    return static_cast<double>(static_cast<float>(value));
  case Precision::BFloat16:
    return static_cast<double>(BFloat16(value));
  case Precision::Float16:
    return static_cast<double>(Float16(value));
  }
  return value;
}

std::string_view nameOf(Precision precision) {
  switch (precision) {
  case Precision::Float64:
    return "float64";
  case Precision::Float32:
    break;
  case Precision::BFloat16:
    return "bfloat16";
  case Precision::Float16:
    return "float16";
  }
  return "float32";
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
