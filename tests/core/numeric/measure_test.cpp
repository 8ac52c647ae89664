// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/measure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace backflow {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();
constexpr double least = std::numeric_limits<double>::denorm_min();

template <class Scalar> Measure of(const std::vector<Scalar>& numbers) {
  return measure(numbers.data(), static_cast<std::ptrdiff_t>(numbers.size()));
}

TEST(Measure, IsPlainWhereNothingIsExtreme) {
  EXPECT_EQ(of<double>({3, -4}).norm, 5);
  EXPECT_EQ(of<float>({3, -4}).norm, 5);
  EXPECT_EQ(of<double>({}).norm, 0);
}

TEST(Measure, SquaresThatUnderOrOverflowDoNotMatter) {
  for (const double size : {1e-163, 1e-200, 1e-300, 1e155, 1e200, 1e300}) {
    EXPECT_NEAR(of<double>({3 * size, 4 * size}).norm / size, 5, 1e-14) << size;
    EXPECT_NEAR(of<double>({-size}).norm / size, 1, 1e-15) << size;
  }
  EXPECT_NEAR(of<float>({3e-30F, 4e-30F}).norm, 5e-30, 1e-36);
  EXPECT_NEAR(of<float>({3e37F, 4e37F}).norm, 5e37, 1e31);
}

TEST(Measure, SizesFarApartLeaveTheLargest) {
  EXPECT_EQ(of<double>({1e-300, 1e300, 1}).norm, 1e300);
  EXPECT_EQ(of<double>({1e-320, 1e-300}).norm, 1e-300);
}

TEST(Measure, TheLastSubnormalNumbersCount) {
  EXPECT_EQ(of<double>({least}).norm, least);
  EXPECT_EQ(of<double>({3 * least, 4 * least}).norm, 5 * least);
  EXPECT_EQ(of<double>(std::vector<double>(100, least)).norm, 10 * least);
  constexpr float leastFloat = std::numeric_limits<float>::denorm_min();
  EXPECT_EQ(of<float>({3 * leastFloat, 4 * leastFloat}).norm, 5.0 * leastFloat);
  EXPECT_EQ(of<float>({leastFloat}).subnormals, 1);
}

TEST(Measure, IsFiniteForEveryFiniteVector) {
  EXPECT_EQ(of<double>({largest}).norm, largest);
  EXPECT_EQ(of<double>(std::vector<double>(50, largest)).norm, largest);
  const Measure measured = of<double>({largest, -largest});
  EXPECT_TRUE(measured.isFinite());
  constexpr float largestFloat = std::numeric_limits<float>::max();
  EXPECT_NEAR(of<float>({largestFloat, largestFloat}).norm, std::sqrt(2) * largestFloat, 1e23);
}

TEST(Measure, InfAndNanAreTold) {
  EXPECT_EQ(of<double>({1, -inf, 2}).norm, inf);
  EXPECT_TRUE(std::isnan(of<double>({1, nan, 2}).norm));
  EXPECT_TRUE(std::isnan(of<double>({inf, nan}).norm));
  EXPECT_TRUE(std::isnan(of<double>({nan, inf}).norm));
  EXPECT_TRUE(std::isnan(of<double>({nan, largest, largest}).norm));
  constexpr float infFloat = std::numeric_limits<float>::infinity();
  constexpr float nanFloat = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(of<float>({-infFloat, 1}).norm, inf);
  EXPECT_TRUE(std::isnan(of<float>({infFloat, nanFloat}).norm));
}

TEST(Measure, CountsEachClassOnce) {
  const double smallestNormal = std::numeric_limits<double>::min();
  const Measure m = of<double>({0.0, -0.0, least, -least, std::nextafter(smallestNormal, 0),
                                smallestNormal, 1, -largest, inf, -inf, nan, -nan});
  EXPECT_EQ(m.zeros, 2);
  EXPECT_EQ(m.subnormals, 3);
  EXPECT_EQ(m.infinities, 2);
  EXPECT_EQ(m.nans, 2);
  EXPECT_FALSE(m.isFinite());
}

TEST(Measure, ClassesAreThoseOfTheType) {
  EXPECT_EQ(of<double>({1e-40}).subnormals, 0);
  EXPECT_EQ(of<float>({1e-40F}).subnormals, 1);
  EXPECT_EQ(of<float>({std::numeric_limits<float>::min()}).subnormals, 0);
}

TEST(BoundedProduct, StopsAtTheLargestNumber) {
  EXPECT_EQ(boundedProduct(2, 3), 6);
  EXPECT_EQ(boundedProduct(1e200, 1e200), largest);
  EXPECT_EQ(boundedProduct(0, largest), 0);
}

} // namespace
} // namespace backflow
