// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/describe.h"

#include "core/numeric/digits_apart.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

namespace backflow {

namespace {

constexpr int usualDigits = 4;

std::string text(double number, int digits = usualDigits) {
  if (std::isnan(number)) {
    return "nan"; // printf would show its sign, which means nothing
  }
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*g", digits, number);
  return buffer.data();
}

/// With as many digits as tell the two numbers apart.
std::string compared(const Cause& cause, const std::string& sign) {
  const int digits = digitsApart(cause.left, cause.right, usualDigits);
  return cause.leftName + " " + text(cause.left, digits) + sign + cause.rightName + " " +
         text(cause.right, digits);
}

std::string operand(double number) {
  return std::signbit(number) && !std::isnan(number) ? "(" + text(number) + ")" : text(number);
}

/// "W_h[1,2] × dL/da_9[2] = 7 × inf = inf".
std::string operation(const Cause& cause, const std::string& sign, double result) {
  return cause.leftName + " " + sign + " " + cause.rightName + " = " + text(cause.left) + " " +
         sign + " " + operand(cause.right) + " = " + text(result);
}

/// left × right as the format gives it: the product of two narrower numbers is exact in float64.
double product(const Cause& cause, Precision precision) {
  return roundedTo(precision, cause.left * cause.right);
}

bool same(double a, double b) {
  return a == b || (std::isnan(a) && std::isnan(b));
}

std::string nameOfFormat(Precision precision) {
  return std::string(nameOf(precision));
}

std::string beyondLargest(Precision precision) {
  return "beyond " + nameOfFormat(precision) + "'s largest number " +
         text(limitsOf(precision).largest);
}

std::string roundsToZero(Precision precision) {
  return "rounds to zero: at most half of " + nameOfFormat(precision) + "'s smallest number " +
         text(limitsOf(precision).smallestSubnormal);
}

std::string isSubnormal(Precision precision) {
  return "subnormal, with fewer digits: below " + nameOfFormat(precision) +
         "'s smallest normal number " + text(limitsOf(precision).smallestNormal);
}

std::string productUnderflow(const Cause& cause, Precision precision) {
  const double value = product(cause, precision);
  const std::string line = operation(cause, "×", value);
  const std::string meaning = cause.result == 0 ? roundsToZero(precision) : isSubnormal(precision);
  return same(value, cause.result) ? line + ", " + meaning
                                   : line + " is the largest term of a sum that is " +
                                         text(cause.result) + ", " + meaning;
}

std::string cancellation(const Cause& cause) {
  if (cause.left + cause.right == 0) {
    return operation(cause, "+", cause.result) + ": the terms cancel exactly";
  }
  return cause.leftName + " × " + cause.rightName + " = " + text(cause.left) + " × " +
         operand(cause.right) + " is not zero, but the terms of the sum cancel exactly";
}

std::string inherited(const Cause& cause, Precision precision) {
  const auto already = [](const std::string& name, double value) {
    return name + " was already " + text(value);
  };
  if (cause.rightName.empty()) {
    return cause.leftName.empty() ? "an operand was already " + text(cause.result)
                                  : already(cause.leftName, cause.left);
  }
  const std::string which = std::isfinite(cause.right) ? already(cause.leftName, cause.left)
                                                       : already(cause.rightName, cause.right);
  // A threshold and a norm are compared or divided, not multiplied.
  const bool isProduct =
      cause.leftName != "threshold" && same(product(cause, precision), cause.result);
  return isProduct ? operation(cause, "×", cause.result) + ": " + which : which;
}

std::string given(const Cause& cause) {
  if (cause.leftName.empty()) {
    return "it is so from the loss, the input or the weights on";
  }
  return cause.leftName + " was already " + text(cause.left);
}

std::string trueNorm(const Cause& cause) {
  return cause.rightName.empty() ? ""
                                 : "; the true " + cause.rightName + " is " + text(cause.right);
}

std::string squareOverflow(const Cause& cause, Precision precision) {
  const bool alone = std::isinf(roundedTo(precision, cause.left * cause.left));
  return (alone ? "the square of the " + cause.leftName + " " + text(cause.left)
                : "the sum of the squares, the " + cause.leftName + " being " + text(cause.left) +
                      ",") +
         " is " + beyondLargest(precision) + trueNorm(cause);
}

std::string squareUnderflow(const Cause& cause, Precision precision) {
  return "the square of the " + cause.leftName + " " + text(cause.left) + " " +
         roundsToZero(precision) + trueNorm(cause);
}

std::string sentenceName(const std::string& quantity) {
  if (quantity == "dL/dh" || quantity == "dL/da") {
    return "∂L/∂" + quantity.substr(4) + "_t";
  }
  if (quantity.rfind("dL/d", 0) == 0) {
    return "∂L/∂" + quantity.substr(4);
  }
  const bool isWord = quantity == "norm" || quantity == "gradient" || quantity == "loss" ||
                      quantity == "attention score";
  return isWord ? "the " + quantity : quantity + "_t";
}

/// "at t = 8 (152 steps back, value 153)"; the value is counted along the way back only.
std::string timeOf(const Event& event) {
  const bool stays = event.kind == EventKind::UnderflowZero;
  std::string result = stays ? "from t = " : "at t = ";
  result += std::to_string(event.t) + (stays ? " back (" : " (") + std::to_string(event.stepsBack) +
            (event.stepsBack == 1 ? " step back" : " steps back");
  if (event.phase == Phase::Backward) {
    result += ", value " + std::to_string(event.stepsBack + 1);
  }
  return result + ")";
}

/// What happened, without the time and the cause.
std::string happening(const Event& event) {
  const std::string whole = sentenceName(event.quantity);
  std::string part = whole;
  if (event.element) {
    const bool isUnit = event.phase == Phase::Forward;
    part = (isUnit ? "unit " : "entry ") + std::to_string(*event.element) + " of " + whole;
  }
  switch (event.kind) {
  case EventKind::ThresholdVanish:
    return "the norm of " + whole + " is below the threshold for the first time";
  case EventKind::ThresholdExplode:
    return "the norm of " + whole + " is above the threshold for the first time";
  case EventKind::UnderflowSubnormal:
    return part + " is subnormal";
  case EventKind::UnderflowZero:
    return whole + " is exactly zero";
  case EventKind::OverflowInf:
    return part + " is infinite";
  case EventKind::NanOnset:
    return part + " is NaN";
  case EventKind::NormOverflow:
    return "the norm that clips is infinite, though every entry is finite";
  case EventKind::NormUnderflow:
    return "the norm that clips is zero, though some entry is not";
  case EventKind::ClipNonfinite:
    return "the gradient is already inf or NaN when it comes to be clipped";
  case EventKind::Saturation:
    return part + " is saturated";
  }
  return {};
}

} // namespace

std::string describe(const Cause& cause, Precision precision) {
  switch (cause.kind) {
  case CauseKind::BelowThreshold:
    return compared(cause, " < ");
  case CauseKind::AboveThreshold:
    return compared(cause, " > ");
  case CauseKind::Given:
    return given(cause);
  case CauseKind::ProductUnderflow:
    return productUnderflow(cause, precision);
  case CauseKind::ZeroFactor:
    return operation(cause, "×", cause.result) + ": every product has an exactly zero factor";
  case CauseKind::ZeroDerivative:
    return operation(cause, "×", cause.result) +
           ": φ′ is exactly 0 in every unit that still had a gradient";
  case CauseKind::Cancellation:
    return cancellation(cause);
  case CauseKind::ProductOverflow:
    return operation(cause, "×", cause.result) + ", " + beyondLargest(precision);
  case CauseKind::SumOverflow:
    return operation(cause, "+", cause.result) + ", " + beyondLargest(precision);
  case CauseKind::InfMinusInf:
    return operation(cause, "+", cause.result) + ": opposite infinities have no sum";
  case CauseKind::ZeroTimesInf:
    return operation(cause, "×", cause.result) + ": zero times infinity has no value";
  case CauseKind::InfOverInf:
    return operation(cause, "÷", cause.result) + ": infinity over infinity has no value";
  case CauseKind::Inherited:
    return inherited(cause, precision);
  case CauseKind::SquareOverflow:
    return squareOverflow(cause, precision);
  case CauseKind::SquareUnderflow:
    return squareUnderflow(cause, precision);
  case CauseKind::SaturatedUnit:
    return cause.rightName + " = " + text(cause.right) + " at " + cause.leftName + " = " +
           text(cause.left) + ": φ′ is exactly 0 there";
  }
  return {};
}

std::string describe(const Event& event) {
  const std::string time = event.t > 0 ? " " + timeOf(event) : "";
  return nameOfFormat(event.precision) + ": " + happening(event) + time + ": " +
         describe(event.cause, event.precision) + ".";
}

} // namespace backflow
