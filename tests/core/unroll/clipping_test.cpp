// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unroll/clipping.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace backflow {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

template <class Scalar> GradientList<Scalar> gradientOf(std::initializer_list<double> numbers) {
  GradientList<Scalar> gradient;
  for (const double number : numbers) {
    gradient.push_back(Eigen::Matrix<Scalar, 1, 1>(static_cast<Scalar>(number)));
  }
  return gradient;
}

ClipSpec by(ClipMode mode, double threshold) {
  return {mode, threshold};
}

template <class Scalar> class Clipping : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(Clipping, Scalars);

TYPED_TEST(Clipping, NormIsScaledToTheThreshold) {
  auto gradient = gradientOf<TypeParam>({3, -4});
  const ClipResult result = clipGradient<TypeParam>(by(ClipMode::Norm, 2.5), gradient);
  EXPECT_EQ(gradient[0](0, 0), TypeParam(1.5));
  EXPECT_EQ(gradient[1](0, 0), TypeParam(-2));
  EXPECT_EQ(result.record.normBefore, 5);
  EXPECT_EQ(result.record.normAfter, 2.5);
  EXPECT_EQ(result.record.coefficient, 0.5);
  EXPECT_TRUE(result.events.empty());
}

TYPED_TEST(Clipping, NormBelowOrAtTheThresholdChangesNothing) {
  for (const double threshold : {5.0, 6.0, inf}) {
    auto gradient = gradientOf<TypeParam>({3, -4});
    const ClipResult result = clipGradient<TypeParam>(by(ClipMode::Norm, threshold), gradient);
    EXPECT_EQ(gradient, gradientOf<TypeParam>({3, -4}));
    EXPECT_EQ(result.record.coefficient, 1);
    EXPECT_EQ(result.record.normAfter, 5);
  }
}

TYPED_TEST(Clipping, ZeroGradientStaysZero) {
  auto gradient = gradientOf<TypeParam>({0, 0});
  const ClipResult result = clipGradient<TypeParam>(by(ClipMode::Norm, 1), gradient);
  EXPECT_EQ(gradient, gradientOf<TypeParam>({0, 0}));
  EXPECT_EQ(result.record.coefficient, 1);
  EXPECT_TRUE(result.events.empty());
}

TYPED_TEST(Clipping, ValueClampsEachEntry) {
  auto gradient = gradientOf<TypeParam>({3, -4, 0.25, inf, -inf, std::nan("")});
  clipGradient<TypeParam>(by(ClipMode::Value, 0.5), gradient);
  for (const auto& [index, expected] :
       {std::pair{0, 0.5}, {1, -0.5}, {2, 0.25}, {3, 0.5}, {4, -0.5}}) {
    EXPECT_EQ(gradient[static_cast<std::size_t>(index)](0, 0), TypeParam(expected)) << index;
  }
  EXPECT_TRUE(std::isnan(gradient[5](0, 0)));
}

TYPED_TEST(Clipping, ValueRecordsTheNorms) {
  auto gradient = gradientOf<TypeParam>({3, -4});
  const ClipResult result = clipGradient<TypeParam>(by(ClipMode::Value, 0.5), gradient);
  EXPECT_EQ(result.record.normBefore, 5);
  EXPECT_NEAR(result.record.normAfter, std::sqrt(0.5), 1e-15);
  EXPECT_NEAR(result.record.coefficient, std::sqrt(0.5) / 5, 1e-15);
}

TYPED_TEST(Clipping, NoneOnlyRecordsTheNorm) {
  auto gradient = gradientOf<TypeParam>({3, -4});
  const ClipResult result = clipGradient<TypeParam>(std::nullopt, gradient);
  EXPECT_EQ(gradient, gradientOf<TypeParam>({3, -4}));
  EXPECT_EQ(result.record.normBefore, 5);
  EXPECT_EQ(result.record.normAfter, 5);
  EXPECT_EQ(result.record.coefficient, 1);
}

TYPED_TEST(Clipping, InfiniteEntriesBecomeNanAndAreTold) {
  auto gradient = gradientOf<TypeParam>({inf, 1, 0});
  const ClipResult result = clipGradient<TypeParam>(by(ClipMode::Norm, 1), gradient);
  EXPECT_TRUE(std::isnan(gradient[0](0, 0)));
  EXPECT_EQ(gradient[1](0, 0), 0);
  EXPECT_EQ(gradient[2](0, 0), 0);
  EXPECT_EQ(result.record.coefficient, 0);
  EXPECT_EQ(result.record.normBefore, inf);
  ASSERT_EQ(result.events.size(), 2U);
  EXPECT_EQ(result.events[0].kind, EventKind::ClipNonfinite);
  EXPECT_EQ(result.events[0].phase, Phase::Clip);
  EXPECT_EQ(result.events[1].kind, EventKind::NanOnset);
  EXPECT_EQ(result.events[1].cause.kind, CauseKind::ZeroTimesInf);
}

TYPED_TEST(Clipping, NanMakesEveryEntryNan) {
  auto gradient = gradientOf<TypeParam>({std::nan(""), 1});
  const ClipResult result = clipGradient<TypeParam>(by(ClipMode::Norm, 1), gradient);
  EXPECT_TRUE(std::isnan(gradient[0](0, 0)));
  EXPECT_TRUE(std::isnan(gradient[1](0, 0)));
  EXPECT_TRUE(std::isnan(result.record.coefficient));
  ASSERT_EQ(result.events.size(), 1U);
  EXPECT_EQ(result.events[0].kind, EventKind::ClipNonfinite);
}

struct Format {
  double huge; ///< finite, but its square is not
  double tiny; ///< not zero, but its square is
};
template <class Scalar> constexpr Format format();
template <> constexpr Format format<float>() {
  return {1e20, 1e-23};
}
template <> constexpr Format format<double>() {
  return {1e155, 1e-163};
}

TYPED_TEST(Clipping, NormThatOverflowsMakesFiniteGradientsZero) {
  const auto huge = static_cast<double>(static_cast<TypeParam>(format<TypeParam>().huge));
  auto gradient = gradientOf<TypeParam>({huge, -huge});
  const ClipResult result = clipGradient<TypeParam>(by(ClipMode::Norm, 1), gradient);
  EXPECT_EQ(gradient, gradientOf<TypeParam>({0, 0}));
  EXPECT_EQ(result.record.normBefore, inf);
  EXPECT_EQ(result.record.normAfter, 0);
  EXPECT_EQ(result.record.coefficient, 0);
  ASSERT_EQ(result.events.size(), 1U);
  EXPECT_EQ(result.events[0].kind, EventKind::NormOverflow);
  EXPECT_EQ(result.events[0].precision, precisionOf<TypeParam>());
  EXPECT_EQ(result.events[0].cause.kind, CauseKind::SquareOverflow);
  EXPECT_EQ(result.events[0].cause.left, huge);
  EXPECT_NEAR(result.events[0].cause.right / huge, std::sqrt(2), 1e-14);
  EXPECT_EQ(result.events[0].cause.result, inf);
}

TYPED_TEST(Clipping, NormThatUnderflowsLetsTheGradientPass) {
  const auto tiny = static_cast<double>(static_cast<TypeParam>(format<TypeParam>().tiny));
  auto gradient = gradientOf<TypeParam>({tiny, -tiny});
  const ClipResult result = clipGradient<TypeParam>(by(ClipMode::Norm, tiny / 4), gradient);
  EXPECT_EQ(gradient, gradientOf<TypeParam>({tiny, -tiny}));
  EXPECT_EQ(result.record.normBefore, 0);
  EXPECT_EQ(result.record.coefficient, 1);
  ASSERT_EQ(result.events.size(), 1U);
  EXPECT_EQ(result.events[0].kind, EventKind::NormUnderflow);
  EXPECT_EQ(result.events[0].cause.kind, CauseKind::SquareUnderflow);
  EXPECT_EQ(result.events[0].cause.left, tiny);
}

// The limits of numerics.md: 1.8e19 in float32, 1.3e154 in float64.
TYPED_TEST(Clipping, NormOverflowsWhereItsFormatDoes) {
  const bool narrow = precisionOf<TypeParam>() == Precision::Float32;
  const double below = narrow ? 1.8e19 : 1.3e154;
  const double above = narrow ? 1.9e19 : 1.4e154;
  EXPECT_TRUE(std::isfinite(frameworkNorm(gradientOf<TypeParam>({below}))));
  EXPECT_TRUE(std::isinf(frameworkNorm(gradientOf<TypeParam>({above}))));
}

TEST(FrameworkNorm, AgreesWithThePlainNorm) {
  GradientList<double> gradient{Eigen::MatrixXd::Random(7, 5), Eigen::MatrixXd::Random(7, 2),
                                Eigen::MatrixXd::Random(7, 1)};
  double squares = 0;
  for (const auto& matrix : gradient) {
    squares += matrix.squaredNorm();
  }
  EXPECT_NEAR(frameworkNorm(gradient), std::sqrt(squares), 1e-14);
}

} // namespace
} // namespace backflow
