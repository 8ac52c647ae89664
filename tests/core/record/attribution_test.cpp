// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/attribution.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace backflow {
namespace {

template <class Scalar> class AttributionTest : public testing::Test {
 protected:
  using Terms = std::vector<Term<Scalar>>;
  static constexpr Scalar inf = std::numeric_limits<Scalar>::infinity();
  static constexpr Scalar nan = std::numeric_limits<Scalar>::quiet_NaN();
  static constexpr Scalar largest = std::numeric_limits<Scalar>::max();

  static void expectCause(const Terms& terms, Wanted wanted, CauseKind kind, std::size_t term) {
    const auto found = firstOperation(terms, wanted);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->cause.kind, kind);
    EXPECT_EQ(found->term, term);
    EXPECT_TRUE(wanted == Wanted::Nan ? std::isnan(found->cause.result)
                                      : std::isinf(found->cause.result));
  }
};

using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(AttributionTest, Scalars);

TYPED_TEST(AttributionTest, FiniteSumsHaveNoCause) {
  const typename TestFixture::Terms terms{{"a", 2, "b", 3}, {"c", 4, {}, {}}};
  EXPECT_FALSE(firstOperation(terms, Wanted::Inf));
  EXPECT_FALSE(firstOperation(terms, Wanted::Nan));
  EXPECT_FALSE(firstOperation(typename TestFixture::Terms{}, Wanted::Nan));
}

TYPED_TEST(AttributionTest, ProductOverflow) {
  this->expectCause({{"a", 1, "b", 1}, {"c", this->largest, "d", 2}}, Wanted::Inf,
                    CauseKind::ProductOverflow, 1);
}

TYPED_TEST(AttributionTest, SumOverflow) {
  const typename TestFixture::Terms terms{{"a", this->largest, "b", 1},
                                          {"c", this->largest, "d", 1}};
  this->expectCause(terms, Wanted::Inf, CauseKind::SumOverflow, 1);
  const Cause cause = firstOperation(terms, Wanted::Inf)->cause;
  EXPECT_EQ(cause.leftName, "partial sum");
  EXPECT_EQ(cause.left, static_cast<double>(this->largest));
  EXPECT_EQ(cause.rightName, "c*d");
}

// Four addends of one product over two partial sums.
TYPED_TEST(AttributionTest, PartialSumsAreFollowedAndThenJoined) {
  const TypeParam half = this->largest / 2;
  const typename TestFixture::Terms terms{{"start", half, {}, {}},
                                          {"a", 1, "b", half / 2, 0, 0},
                                          {"c", 1, "d", half / 2, 0, 1},
                                          {"e", -1, "f", half / 8, 0, 0},
                                          {"g", 1, "h", half / 2, 0, 1}};
  this->expectCause(inOneSum(terms), Wanted::Inf, CauseKind::SumOverflow, 4);
  this->expectCause(terms, Wanted::Inf, CauseKind::SumOverflow, 4);
  const Cause cause = firstOperation(terms, Wanted::Inf)->cause;
  EXPECT_EQ(cause.leftName, "partial sum");
  EXPECT_EQ(cause.left, static_cast<double>(half + half / 2 - half / 8));
  EXPECT_EQ(cause.rightName, "another partial sum");
  EXPECT_EQ(cause.right, static_cast<double>(half));
  EXPECT_EQ(firstOperation(inOneSum(terms), Wanted::Inf)->cause.rightName, "g*h");
}

TYPED_TEST(AttributionTest, APartialSumOfOneTermHasItsName) {
  const typename TestFixture::Terms terms{{"a", this->inf, {}, {}},
                                          {"b", 1, "c", 1, 0, 0},
                                          {"d", -1, "e", this->inf, 0, 1},
                                          {"f", 1, {}, {}}};
  this->expectCause(terms, Wanted::Nan, CauseKind::InfMinusInf, 2);
  EXPECT_EQ(firstOperation(terms, Wanted::Nan)->cause.rightName, "d*e");
}

// What the sum has after a product is whole again: the next product begins with it.
TYPED_TEST(AttributionTest, EachProductBeginsWithWhatTheLastOneLeft) {
  const TypeParam half = this->largest / 2;
  const typename TestFixture::Terms terms{{"a", 1, "b", half, 0, 0},
                                          {"c", 1, "d", half / 2, 0, 1},
                                          {"e", 1, "f", half, 1, 0},
                                          {"g", -1, "h", half, 1, 1}};
  this->expectCause(terms, Wanted::Inf, CauseKind::SumOverflow, 2);
  EXPECT_EQ(firstOperation(terms, Wanted::Inf)->cause.left, static_cast<double>(half + half / 2));
}

TYPED_TEST(AttributionTest, ZeroTimesInf) {
  this->expectCause({{"a", 1, "b", 1}, {"c", 0, "d", this->inf}}, Wanted::Nan,
                    CauseKind::ZeroTimesInf, 1);
  this->expectCause({{"c", -this->inf, "d", 0}}, Wanted::Nan, CauseKind::ZeroTimesInf, 0);
}

TYPED_TEST(AttributionTest, InfMinusInf) {
  this->expectCause({{"a", this->inf, "b", 1}, {"c", this->inf, "d", -1}}, Wanted::Nan,
                    CauseKind::InfMinusInf, 1);
}

TYPED_TEST(AttributionTest, WhatAnOperandWasAlreadyIsInherited) {
  this->expectCause({{"a", this->nan, "b", 1}}, Wanted::Nan, CauseKind::Inherited, 0);
  this->expectCause({{"a", this->nan, {}, {}}}, Wanted::Nan, CauseKind::Inherited, 0);
  this->expectCause({{"a", this->inf, "b", 2}}, Wanted::Inf, CauseKind::Inherited, 0);
}

TYPED_TEST(AttributionTest, TheFirstOfSeveralCounts) {
  this->expectCause({{"a", 0, "b", this->inf}, {"c", this->nan, "d", 1}}, Wanted::Nan,
                    CauseKind::ZeroTimesInf, 0);
}

TYPED_TEST(AttributionTest, DominantProductIsTheLargestInExactArithmetic) {
  const auto least = std::numeric_limits<TypeParam>::denorm_min();
  const typename TestFixture::Terms terms{
      {"a", least, "b", TypeParam(0.125)}, {"c", least, "d", TypeParam(-0.25)}, {"e", 0, "f", 1}};
  const Cause cause = causeOfDominant(terms[dominantTerm(terms)]);
  EXPECT_EQ(cause.kind, CauseKind::ProductUnderflow);
  EXPECT_EQ(cause.leftName, "c");
  EXPECT_EQ(cause.result, 0);
}

TEST(ExactSize, IsComparedWhereEveryFormatHasRunOutOfRange) {
  const double least = std::numeric_limits<double>::denorm_min();
  const double most = std::numeric_limits<double>::max();
  const double inf = std::numeric_limits<double>::infinity();
  const std::vector<ExactSize> ascending{
      ExactSize(0, 5),       ExactSize(least, least), ExactSize(least, -0.25),
      ExactSize(0.5, least), ExactSize(least),        ExactSize(-0.75),
      ExactSize(1),          ExactSize(3, 0.5),       ExactSize(most, 0.99),
      ExactSize(most, most), ExactSize(inf, least)};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_EQ(ascending[i] > ascending[j], i > j) << i << ", " << j;
    }
    EXPECT_EQ(ascending[i].isZero(), i == 0);
  }
  EXPECT_TRUE(ExactSize(0, inf).isZero()) << "a NaN is as zero";
  EXPECT_EQ(ExactSize(2, 3), ExactSize(-6));
}

TYPED_TEST(AttributionTest, DominantProductOfZerosIsAZeroFactor) {
  const typename TestFixture::Terms terms{{"a", 0, "b", 1}, {"c", 0, "d", 2}};
  EXPECT_EQ(dominantTerm(terms), 0U);
  EXPECT_EQ(causeOfDominant(terms[0]).kind, CauseKind::ZeroFactor);
  EXPECT_EQ(causeOfDominant(Term<TypeParam>{"e", TypeParam(3), {}, {}}).kind, CauseKind::Given);
}

TEST(EntryNames, CountFromOne) {
  EXPECT_EQ(entryName("W_h", 2, 4), "W_h[3,5]");
  EXPECT_EQ(entryNameAt("dL/da", 84, 4), "dL/da_84[5]");
}

} // namespace
} // namespace backflow
