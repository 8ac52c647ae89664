// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/csv_cell.h"

#include <gtest/gtest.h>

namespace backflow {
namespace {

TEST(CsvCell, IsQuotedWhereItHoldsWhatWouldEndIt) {
  EXPECT_EQ(quotedCell("float32.gradient_norm"), "float32.gradient_norm");
  EXPECT_EQ(quotedCell(""), "");
  EXPECT_EQ(quotedCell("gain 1,5"), "\"gain 1,5\"");
  EXPECT_EQ(quotedCell("the \"best\" run"), "\"the \"\"best\"\" run\"");
  EXPECT_EQ(quotedCell("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(quotedCell("a return\r"), "\"a return\r\"");
}

TEST(CsvCell, HoldsANumberWithAPointOrWithACommaThatSeparatesNothing) {
  EXPECT_EQ(numberIn(" -1.5e3 ", ','), -1500);
  EXPECT_EQ(numberIn("+2", ','), 2);
  EXPECT_EQ(numberIn("0,5", ';'), 0.5);
  EXPECT_EQ(numberIn("0,5", ','), std::nullopt);
  EXPECT_EQ(numberIn("+-2", ','), std::nullopt);
  EXPECT_EQ(numberIn("1e999", ','), std::nullopt);
  EXPECT_EQ(numberIn("", ','), std::nullopt);
}

} // namespace
} // namespace backflow
