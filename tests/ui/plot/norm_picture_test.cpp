// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/norm_picture.h"

#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow::test {
namespace {

const NormCurve& curveOf(const NormPicture& picture, CurveRole role, Precision precision) {
  const auto found =
      std::find_if(picture.curves.begin(), picture.curves.end(), [&](const NormCurve& curve) {
        return curve.role == role && (role == CurveRole::Reference || curve.precision == precision);
      });
  EXPECT_NE(found, picture.curves.end());
  return *found;
}

std::vector<NormSpan> spansOf(const NormPicture& picture, SpanKind kind, Precision precision) {
  std::vector<NormSpan> result;
  std::copy_if(
      picture.spans.begin(), picture.spans.end(), std::back_inserter(result),
      [&](const NormSpan& span) { return span.kind == kind && span.precision == precision; });
  return result;
}

TEST(NormPicture, CurvesAreTheLogarithmsOfTheNorms) {
  const Trace trace = traceOf(scalar(0.5, 100));
  const NormPicture picture = normPictureOf(trace, PlotKind::GradientFlow);
  ASSERT_EQ(picture.curves.size(), 3u);
  EXPECT_EQ(picture.curves[0].role, CurveRole::Reference);
  EXPECT_EQ(picture.curves[1].precision, Precision::Float64);
  EXPECT_EQ(picture.curves[2].precision, Precision::Float32);
  for (const NormCurve& curve : picture.curves) {
    for (int t = 1; t <= 100; ++t) {
      const double expected = std::log10(3.0) - (100 - t) * std::log10(2.0);
      EXPECT_NEAR(curve.log10()[static_cast<std::size_t>(t) - 1], expected, 1e-9) << t;
    }
  }
  EXPECT_TRUE(picture.spans.empty());
}

TEST(NormPicture, ZeroIsASpanAtTheBottomAndNeverAPoint) {
  const NormPicture picture = normPictureOf(traceOf(scalar(0.5, 200)), PlotKind::GradientFlow);
  const auto zero = spansOf(picture, SpanKind::Zero, Precision::Float32);
  ASSERT_EQ(zero.size(), 1u);
  EXPECT_EQ(zero[0].first, 1);
  EXPECT_EQ(zero[0].last, 200 - 152);
  EXPECT_TRUE(spansOf(picture, SpanKind::Zero, Precision::Float64).empty());
  const NormCurve& curve = curveOf(picture, CurveRole::Run, Precision::Float32);
  EXPECT_TRUE(std::isnan(curve.log10()[47]));
  EXPECT_FALSE(std::isnan(curve.log10()[48]));
  const auto marker =
      std::find_if(picture.markers.begin(), picture.markers.end(),
                   [](const NormMarker& m) { return m.event.kind == EventKind::UnderflowZero; });
  ASSERT_NE(marker, picture.markers.end());
  EXPECT_EQ(marker->place, MarkerPlace::Bottom);
  EXPECT_LT(picture.lowest, std::log10(limitsOf(Precision::Float32).smallestSubnormal));
}

TEST(NormPicture, InfAndNanAreSpansOfTheirOwn) {
  const NormPicture picture =
      normPictureOf(traceOf(linear({{0, 7}, {7, 0}}, {1, 1}, 60)), PlotKind::GradientFlow);
  const auto inf = spansOf(picture, SpanKind::Inf, Precision::Float32);
  const auto nan = spansOf(picture, SpanKind::Nan, Precision::Float32);
  ASSERT_EQ(inf.size(), 1u);
  ASSERT_EQ(nan.size(), 1u);
  EXPECT_EQ(inf[0].first, inf[0].last);
  EXPECT_EQ(nan[0].first, 1);
  EXPECT_EQ(nan[0].last, inf[0].first - 1);
  EXPECT_TRUE(std::isfinite(picture.lowest));
  EXPECT_TRUE(std::isfinite(picture.highest));
}

TEST(NormPicture, WhatTruncationCutsIsNotCalledZero) {
  const NormPicture picture = normPictureOf(
      traceOf(truncated(scalar(0.9, 50), TruncationMode::FromLoss, 20)), PlotKind::GradientFlow);
  ASSERT_EQ(picture.spans.size(), 1u);
  EXPECT_EQ(picture.spans[0].kind, SpanKind::Cut);
  EXPECT_EQ(picture.spans[0].first, 1);
  EXPECT_EQ(picture.spans[0].last, 30);
}

TEST(NormPicture, ClippingShowsBeforeAndAfter) {
  const Scenario scenario = drawn(Activation::Tanh, 8, 30, 1.5);
  const NormPicture unclipped = normPictureOf(traceOf(scenario), PlotKind::ParameterGradient);
  EXPECT_EQ(unclipped.curves.size(), 2u);
  const NormPicture byNorm =
      normPictureOf(traceOf(clipped(scenario, ClipMode::Norm, 1e-3)), PlotKind::ParameterGradient);
  ASSERT_EQ(byNorm.curves.size(), 4u);
  const auto& before = curveOf(byNorm, CurveRole::BeforeClip, Precision::Float64);
  const auto& after = curveOf(byNorm, CurveRole::Run, Precision::Float64);
  EXPECT_EQ(before.log10(), curveOf(unclipped, CurveRole::Run, Precision::Float64).log10());
  EXPECT_LT(after.log10().back(), before.log10().back());
  const NormPicture flow =
      normPictureOf(traceOf(clipped(scenario, ClipMode::StateNorm, 1e-3)), PlotKind::GradientFlow);
  EXPECT_EQ(flow.curves.size(), 5u);
}

TEST(NormPicture, APointBetweenGapsIsIsolated) {
  Trace trace = traceOf(scalar(0.5, 5));
  constexpr double gap = std::numeric_limits<double>::quiet_NaN();
  trace.runs[0].steps.gradientNorm = {gap, 1, gap, 2, 3};
  const NormPicture picture = normPictureOf(trace, PlotKind::GradientFlow);
  EXPECT_EQ(curveOf(picture, CurveRole::Run, trace.runs[0].precision).values->isolated,
            std::vector<int>{2});
}

TEST(NormPicture, ASingleStepHasARange) {
  const NormPicture picture = normPictureOf(traceOf(scalar(0.5, 1)), PlotKind::GradientFlow);
  EXPECT_EQ(picture.horizon, 1);
  EXPECT_LT(picture.lowest, std::log10(3.0));
  EXPECT_GT(picture.highest, std::log10(3.0));
  EXPECT_EQ(curveOf(picture, CurveRole::Run, Precision::Float64).values->isolated,
            std::vector<int>{1});
}

TEST(NormPicture, AReferenceFarBeyondFloat64DoesNotSqueezeTheRest) {
  const NormPicture picture = normPictureOf(traceOf(scalar(1e-3, 3000)), PlotKind::GradientFlow);
  EXPECT_LT(curveOf(picture, CurveRole::Reference, Precision::Float64).log10().front(), -8000);
  EXPECT_GT(picture.lowest, -450);
}

TEST(NormPicture, APartThatIsNextToNothingDoesNotSqueezeTheWhole) {
  const ScenarioOrProblems read =
      readScenarioFile(libraryEntry("attention-saturated")->file); // directly: 10⁻¹⁵⁷
  const NormPicture picture =
      normPictureOf(traceOf(std::get<Scenario>(read)), PlotKind::GradientFlow);
  EXPECT_LT(picture.lowest, -30) << "0.5^99";
  EXPECT_GT(picture.lowest, -80);
}

TEST(NormPicture, ShowsWhatTheGradientIsMadeOf) {
  Scenario lstm;
  lstm.network.cell = CellKind::Lstm;
  lstm.network.hidden = 4;
  const NormPicture ofCell = normPictureOf(traceOf(lstm), PlotKind::GradientFlow);
  EXPECT_EQ(curveOf(ofCell, CurveRole::AlongCell, Precision::Float64).log10().size(), 100U);
  EXPECT_EQ(curveOf(ofCell, CurveRole::ThroughGates, Precision::Float64).log10().size(), 100U);

  Scenario both;
  both.network.bidirectional = true;
  const NormPicture ofBoth = normPictureOf(traceOf(both), PlotKind::GradientFlow);
  EXPECT_EQ(curveOf(ofBoth, CurveRole::ReadsBackward, Precision::Float64).log10().size(), 100U);

  Scenario attention;
  attention.network.readout = Readout::Attention;
  const NormPicture ofShares = normPictureOf(traceOf(attention), PlotKind::GradientFlow);
  EXPECT_EQ(curveOf(ofShares, CurveRole::Direct, Precision::Float64).log10().size(), 100U);

  // A plain layer's picture has its own curves and the reference.
  EXPECT_EQ(normPictureOf(traceOf(Scenario{}), PlotKind::GradientFlow).curves.size(), 3U);
  EXPECT_EQ(normPictureOf(traceOf(lstm), PlotKind::States).curves.size(), 2U);
}

} // namespace
} // namespace backflow::test
