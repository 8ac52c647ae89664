// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/precision.h"

#include <gtest/gtest.h>

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace backflow {
namespace {

TEST(Precision, LimitsAreThoseOfIeee754) {
  const FormatLimits wide = limitsOf(Precision::Float64);
  EXPECT_EQ(wide.largest, 0x1.fffffffffffffp1023);
  EXPECT_EQ(wide.smallestNormal, 0x1p-1022);
  EXPECT_EQ(wide.smallestSubnormal, 0x1p-1074);
  EXPECT_EQ(wide.bytes, 8);
  const FormatLimits narrow = limitsOf(Precision::Float32);
  EXPECT_EQ(narrow.largest, 0x1.fffffep127);
  EXPECT_EQ(narrow.smallestNormal, 0x1p-126);
  EXPECT_EQ(narrow.smallestSubnormal, 0x1p-149);
  EXPECT_EQ(narrow.bytes, 4);
}

TEST(Precision, NamesAreThoseOfTheFiles) {
  EXPECT_EQ(nameOf(Precision::Float64), "float64");
  EXPECT_EQ(nameOf(Precision::Float32), "float32");
}

TEST(Subnormals, SurviveHere) {
  EXPECT_TRUE(subnormalsSurvive());
  EXPECT_NO_THROW(requireSubnormals());
}

#if defined(__SSE2__)
TEST(Subnormals, FlushingThemIsNoticed) {
  const unsigned kept = _mm_getcsr();
  _mm_setcsr(kept | 0x8000U);
  const bool survive = subnormalsSurvive();
  _mm_setcsr(kept);
  EXPECT_FALSE(survive);
}
#endif

} // namespace
} // namespace backflow
