// SPDX-License-Identifier: GPL-3.0-or-later
// What the legend calls the lines of theory, which may lie beyond the picture.
#include "core/theory/criteria.h"
#include "tests/support/experiments.h"
#include "tests/ui/plot/shared_trace.h"
#include "ui/plot/norm_lines.h"
#include "ui/plot/norm_picture.h"

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

QString nameIn(double largestSingularValue, double spectralRadius, CurveRole role,
               Activation activation = Activation::Tanh) {
  Trace trace = traceOf(scalar(0.9, 100));
  trace.criteria = criteriaOf(largestSingularValue, spectralRadius, activation);
  const NormPicture picture = normPictureOf(trace, PlotKind::GradientFlow);
  for (const NormCurve& curve : picture.curves) {
    if (curve.role == role) {
      return lineOf(picture, curve, themeOf(ThemeKind::Light)).name;
    }
  }
  return {};
}

TEST(TheoryNames, SayOnWhichSideOfThePictureALineLies) {
  EXPECT_EQ(nameIn(0.95, 0.9, CurveRole::Bound), QStringLiteral("bound (σ₁γ)ˢ"));
  EXPECT_EQ(nameIn(1.8, 0.9, CurveRole::Bound), QStringLiteral("bound (σ₁γ)ˢ: above"));
  EXPECT_EQ(nameIn(1.8, 0.9, CurveRole::Asymptote), QStringLiteral("ρˢ"));
  EXPECT_EQ(nameIn(1.8, 0.1, CurveRole::Asymptote), QStringLiteral("ρˢ: below"));
}

// A step of a logistic layer multiplies by a quarter of the weights at most.
TEST(TheoryNames, NameTheLargestDerivativeWhereItIsNotOne) {
  EXPECT_EQ(nameIn(3.8, 3.6, CurveRole::Asymptote, Activation::Sigmoid), QStringLiteral("(ργ)ˢ"));
}

} // namespace
} // namespace backflow::test
