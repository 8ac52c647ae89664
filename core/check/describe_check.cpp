// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/describe_check.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace backflow {

namespace {

std::string text(double number, const char* format) {
  if (std::isnan(number)) {
    return "nan"; // printf would show its sign, which means nothing
  }
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, number);
  return buffer.data();
}

std::string count(double number) {
  return std::to_string(static_cast<long>(number));
}

/// "a gradient of 3 that halves … is zero after 152 multiplications", with what it must be if not.
std::string countedFrom(const Check& check, const std::string& what, const std::string& becomes) {
  const std::string subject =
      std::string(nameOf(check.precision)) + ": a gradient of 3 that " + what + " at every step ";
  const std::string must = "after " + count(check.bound) + " multiplications";
  if (passed(check)) {
    return subject + "is " + becomes + " " + must + ", as it must be.";
  }
  const std::string found = std::isnan(check.measured)
                                ? "never is " + becomes
                                : "is " + becomes + " after " + count(check.measured);
  return subject + found + "; it must be " + must + ".";
}

std::string threads(const Check& check) {
  if (passed(check)) {
    return "All " + count(check.bound) + " threads that were asked keep subnormal numbers.";
  }
  return "Only " + count(check.measured) + " of " + count(check.bound) +
         " threads that were asked keep subnormal numbers; the others flush them to zero.";
}

std::string nameOfNetwork(const NetworkSpec& network) {
  const std::string form = network.variant == Variant::Course ? "the course's " : "PyTorch's ";
  switch (network.cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
    return form + "GRU";
  case CellKind::Lstm:
    return form + "LSTM";
  }
  return "RNN";
}

std::string ofKernels(const Check& check) {
  return std::string(nameOf(check.kernels)) + ", " + std::string(nameOf(check.precision)) + ": ";
}

} // namespace

std::string describe(const Check& check) {
  switch (check.kind) {
  case CheckKind::FirstSubnormal:
    break;
  case CheckKind::ExactZero:
    return countedFrom(check, "halves", "exactly zero");
  case CheckKind::Infinity:
    return countedFrom(check, "doubles", "infinite");
  case CheckKind::ThreadSubnormals:
    return threads(check);
  case CheckKind::GradientDifference:
    return nameOfNetwork(check.network) + ", " + std::string(nameOf(check.precision)) +
           ": the gradient differs from finite differences in a wider format by " +
           text(check.measured, "%.1e") + " of its largest entry; " + text(check.bound, "%.0e") +
           " is allowed.";
  case CheckKind::KernelSubnormals:
    return ofKernels(check) + count(check.measured) + " of " + count(check.bound) +
           " numbers come back from below the smallest normal number without loss.";
  case CheckKind::KernelFunctions:
    return ofKernels(check) + "tanh and the logistic function are within " +
           text(check.measured, "%.2f") + " units of the last digit; " + text(check.bound, "%.1f") +
           " are allowed.";
  case CheckKind::KernelSums:
    return ofKernels(check) + "sums of products are off by " + text(check.measured, "%.1f") +
           " roundings at most; " + text(check.bound, "%.0f") + " are allowed.";
  }
  return countedFrom(check, "halves", "subnormal");
}

std::string describe(const SelfCheck& check) {
  const std::string all = std::to_string(check.checks.size());
  const std::string kernels = " (kernels: " + std::string(nameOf(check.chosen)) + ").";
  const int failures = check.failures();
  if (failures == 0) {
    return "This computer computes as it should: " + all + " checks passed" + kernels;
  }
  return "This computer does not compute as it should: " + std::to_string(failures) + " of " + all +
         " checks failed" + kernels;
}

} // namespace backflow
