// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/digits_apart.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

namespace backflow {

namespace {

std::string written(double number, int digits) {
  if (std::isnan(number)) {
    return "nan"; // its sign, which printf shows, means nothing
  }
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*g", digits, number);
  return buffer.data();
}

} // namespace

int digitsApart(double one, double other, int usual) {
  int digits = usual;
  while (digits < std::numeric_limits<double>::max_digits10 &&
         written(one, digits) == written(other, digits)) {
    ++digits;
  }
  return digits;
}

} // namespace backflow
