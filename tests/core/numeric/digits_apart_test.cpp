// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/digits_apart.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace backflow::test {
namespace {

TEST(DigitsApart, AreTheUsualOnesWhereTheyTellTheNumbersApart) {
  EXPECT_EQ(digitsApart(1, 2, 4), 4);
  EXPECT_EQ(digitsApart(1.234, -1.234, 4), 4);
  EXPECT_EQ(digitsApart(1e300, std::numeric_limits<double>::infinity(), 4), 4);
}

TEST(DigitsApart, AreAsManyMoreAsItTakes) {
  EXPECT_EQ(digitsApart(1.00001, 1.00002, 4), 6);
  EXPECT_EQ(digitsApart(1, std::nextafter(1.0, 2.0), 4), 17);
}

TEST(DigitsApart, EndWhereNumbersAreTheSame) {
  EXPECT_EQ(digitsApart(0.1, 0.1, 4), 17);
  EXPECT_EQ(digitsApart(std::nan(""), -std::nan(""), 4), 17);
}

} // namespace
} // namespace backflow::test
