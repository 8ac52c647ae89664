// SPDX-License-Identifier: GPL-3.0-or-later
// A scalar recurrence from 3, counted by hand: 3·2⁻ˢ is below 2⁻³¹ from s = 33 on, below the
// smallest normal number 2⁻¹²⁶ (2⁻¹⁰²²) from s = 128 (1024) on, and half of the smallest subnormal
// number 2⁻¹⁴⁹ (2⁻¹⁰⁷⁴), which rounds to zero, at s = 152 (1077); 3·2ˢ is above 2³¹ from s = 30 on
// and beyond the largest number from s = 127 (1023) on.
#include "tests/support/experiments.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <optional>

namespace backflow::test {
namespace {

constexpr int horizon = 1200;

struct Counts {
  Precision precision;
  int firstSubnormal;
  int zero;
  int infinite;
};

class ScalarCounts : public testing::TestWithParam<Counts> {};

std::string gradientName(int t) {
  return "dL/da_" + std::to_string(t) + "[1]";
}

void expectOnlyEvent(const RunTrace& run, EventKind kind, int stepsBack, std::optional<int> element,
                     const Cause& cause) {
  const auto events = eventsOf(run, kind, "dL/dh");
  ASSERT_EQ(events.size(), 1U) << nameOf(kind);
  EXPECT_EQ(events[0].stepsBack, stepsBack) << nameOf(kind);
  EXPECT_EQ(events[0].t, horizon - stepsBack);
  EXPECT_EQ(events[0].element, element);
  EXPECT_EQ(events[0].phase, Phase::Backward);
  EXPECT_EQ(events[0].precision, run.precision);
  EXPECT_EQ(events[0].cause, cause) << events[0].cause.leftName << " = " << events[0].cause.left
                                    << ", " << events[0].cause.rightName << " = "
                                    << events[0].cause.right << ", " << events[0].cause.result;
}

TEST_P(ScalarCounts, HalvingIsReportedAtTheStepsCountedByHand) {
  const auto [precision, firstSubnormal, zero, infinite] = GetParam();
  const Trace trace = traceOf(scalar(0.5, horizon));
  const RunTrace& run = runOf(trace, precision);
  expectOnlyEvent(run, EventKind::ThresholdVanish, 33, std::nullopt,
                  {CauseKind::BelowThreshold, "norm", std::ldexp(3, -33), "threshold", 0x1p-31, 0});
  expectOnlyEvent(run, EventKind::UnderflowSubnormal, firstSubnormal, 1,
                  {CauseKind::ProductUnderflow, "W_h[1,1]", 0.5,
                   gradientName(horizon - firstSubnormal + 1), std::ldexp(3, 1 - firstSubnormal),
                   std::ldexp(3, -firstSubnormal)});
  expectOnlyEvent(run, EventKind::UnderflowZero, zero, std::nullopt,
                  {CauseKind::ProductUnderflow, "W_h[1,1]", 0.5, gradientName(horizon - zero + 1),
                   limitsOf(precision).smallestSubnormal, 0});
  EXPECT_TRUE(eventsOf(run, EventKind::ThresholdExplode).empty());
  EXPECT_TRUE(eventsOf(run, EventKind::OverflowInf).empty());
  EXPECT_TRUE(eventsOf(run, EventKind::NanOnset).empty());
  EXPECT_EQ(run.status, RunStatus::Finite);
}

TEST_P(ScalarCounts, HalvingIsRecordedStepByStep) {
  const auto [precision, firstSubnormal, zero, infinite] = GetParam();
  const Trace trace = traceOf(scalar(0.5, horizon));
  const StepRecords& steps = runOf(trace, precision).steps;
  for (int s = 0; s < horizon; ++s) {
    const auto index = static_cast<std::size_t>(horizon - s - 1);
    if (s < firstSubnormal) {
      ASSERT_EQ(steps.gradientNorm[index], std::ldexp(3, -s)) << s;
    }
    ASSERT_EQ(steps.gradientNorm[index] == 0, s >= zero) << s;
    ASSERT_EQ(steps.subnormals[index], s >= firstSubnormal && s < zero ? 1 : 0) << s;
    ASSERT_EQ(steps.zeros[index], s >= zero ? 1 : 0) << s;
    ASSERT_EQ(steps.infinities[index] + steps.nans[index], 0) << s;
    ASSERT_NEAR(trace.referenceLog2[index], std::log2(3.0) - s, 1e-12 * (s + 1)) << s;
  }
}

TEST_P(ScalarCounts, DoublingIsReportedAtTheStepsCountedByHand) {
  const auto [precision, firstSubnormal, zero, infinite] = GetParam();
  const Trace trace = traceOf(scalar(2, horizon));
  const RunTrace& run = runOf(trace, precision);
  expectOnlyEvent(run, EventKind::ThresholdExplode, 30, std::nullopt,
                  {CauseKind::AboveThreshold, "norm", std::ldexp(3, 30), "threshold", 0x1p31, 0});
  expectOnlyEvent(run, EventKind::OverflowInf, infinite, 1,
                  {CauseKind::ProductOverflow, "W_h[1,1]", 2, gradientName(horizon - infinite + 1),
                   std::ldexp(3, infinite - 1), std::numeric_limits<double>::infinity()});
  EXPECT_TRUE(eventsOf(run, EventKind::ThresholdVanish).empty());
  EXPECT_TRUE(eventsOf(run, EventKind::UnderflowSubnormal).empty());
  EXPECT_TRUE(eventsOf(run, EventKind::UnderflowZero).empty());
}

TEST_P(ScalarCounts, DoublingAloneNeverMakesANanOfTheStateGradient) {
  const auto [precision, firstSubnormal, zero, infinite] = GetParam();
  const Trace trace = traceOf(scalar(2, horizon));
  const RunTrace& run = runOf(trace, precision);
  EXPECT_TRUE(eventsOf(run, EventKind::NanOnset, "dL/dh").empty());
  EXPECT_TRUE(eventsOf(run, EventKind::NanOnset, "dL/da").empty());
  for (int s = 0; s < horizon; ++s) {
    const auto index = static_cast<std::size_t>(horizon - s - 1);
    ASSERT_EQ(run.steps.nans[index], 0) << s;
    ASSERT_EQ(run.steps.infinities[index], s >= infinite ? 1 : 0) << s;
    ASSERT_EQ(run.steps.gradientNorm[index],
              s >= infinite ? std::numeric_limits<double>::infinity() : std::ldexp(3, s))
        << s;
    ASSERT_NEAR(trace.referenceLog2[index], std::log2(3.0) + s, 1e-12 * (s + 1)) << s;
  }
}

// One step short of each limit nothing may be reported.
TEST_P(ScalarCounts, NothingIsReportedOneStepBefore) {
  const auto [precision, firstSubnormal, zero, infinite] = GetParam();
  const auto kindsAfter = [p = precision](double factor, int multiplications) {
    std::vector<EventKind> kinds;
    const Trace trace = traceOf(scalar(factor, multiplications + 1));
    for (const Event& event : runOf(trace, p).events) {
      kinds.push_back(event.kind);
    }
    return kinds;
  };
  using Kinds = std::vector<EventKind>;
  EXPECT_EQ(kindsAfter(0.5, 32), Kinds{});
  EXPECT_EQ(kindsAfter(0.5, firstSubnormal - 1), Kinds{EventKind::ThresholdVanish});
  EXPECT_EQ(kindsAfter(0.5, zero - 1),
            (Kinds{EventKind::ThresholdVanish, EventKind::UnderflowSubnormal}));
  EXPECT_EQ(kindsAfter(2, 29), Kinds{});
  EXPECT_EQ(kindsAfter(2, infinite - 1).front(), EventKind::ThresholdExplode);
}

INSTANTIATE_TEST_SUITE_P(Formats, ScalarCounts,
                         testing::Values(Counts{Precision::Float32, 128, 152, 127},
                                         Counts{Precision::Float64, 1024, 1077, 1023}),
                         [](const auto& made) {
                           return std::string(nameOf(made.param.precision));
                         });

TEST(ScalarEdges, OneStepHasOnlyTheLossItself) {
  const Trace trace = traceOf(scalar(0.5, 1));
  for (const Precision precision : bothPrecisions) {
    const RunTrace& run = runOf(trace, precision);
    EXPECT_EQ(run.steps.gradientNorm, std::vector<double>{3});
    EXPECT_EQ(run.status, RunStatus::Finite);
    EXPECT_TRUE(run.events.empty());
  }
}

TEST(ScalarEdges, ThresholdsAtTheEndsOfTheRangeAreNeverCrossed) {
  for (const double factor : {0.5, 2.0}) {
    Scenario scenario = scalar(factor, horizon);
    scenario.thresholds = {0, std::numeric_limits<double>::infinity()};
    const Trace trace = traceOf(experimentOf(scenario));
    for (const Precision precision : bothPrecisions) {
      EXPECT_TRUE(eventsOf(runOf(trace, precision), EventKind::ThresholdVanish).empty());
      EXPECT_TRUE(eventsOf(runOf(trace, precision), EventKind::ThresholdExplode).empty());
    }
  }
}

} // namespace
} // namespace backflow::test
