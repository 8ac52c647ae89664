// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/event_text.h"

#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "core/unroll/experiment.h"
#include "core/unroll/run.h"
#include "tests/support/experiments.h"
#include "ui/text/number_text.h"
#include "ui/text/problem_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <variant>

namespace backflow::test {
namespace {

TEST(EventText, QuantitiesReadAsTheEquationsHaveThem) {
  EXPECT_EQ(prettyQuantity("dL/da_84[5]"), QStringLiteral("∂L/∂a₈₄[5]"));
  EXPECT_EQ(prettyQuantity("phi'(a)_7[1]"), QStringLiteral("φ′(a)₇[1]"));
  EXPECT_EQ(prettyQuantity("W_h[3,5]*dL/da_9[2]"), QStringLiteral("Wₕ[3,5] × ∂L/∂a₉[2]"));
  EXPECT_EQ(prettyQuantity("dL/dW_x"), QStringLiteral("∂L/∂Wₓ"));
}

TEST(EventText, NumbersAreWrittenWithAPowerOfTen) {
  EXPECT_EQ(formatReading(9.582e-6), QStringLiteral("9.582 × 10⁻⁶"));
  EXPECT_EQ(formatReading(-0.5), QStringLiteral("−0.5"));
  EXPECT_EQ(formatReading(0), QStringLiteral("0"));
  EXPECT_EQ(formatReading(4.94e-324), QStringLiteral("4.941 × 10⁻³²⁴"));
  EXPECT_EQ(formatReading(-std::numeric_limits<double>::infinity()), QStringLiteral("−∞"));
  EXPECT_EQ(formatReading(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("NaN"));
}

TEST(EventText, BothCountingsAreShown) {
  const Trace trace = traceOf(scalar(0.5, 200));
  const auto events = eventsOf(runOf(trace, Precision::Float32), EventKind::UnderflowZero);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(EventText::marker(events[0]),
            QStringLiteral("float32: exactly 0, s = 152 (value 153)"));
  const QString sentence = EventText::sentence(events[0]);
  EXPECT_TRUE(sentence.contains(QStringLiteral("t = 48"))) << sentence.toStdString();
  EXPECT_TRUE(sentence.contains(QStringLiteral("152"))) << sentence.toStdString();
  EXPECT_TRUE(sentence.contains(QStringLiteral("(value 153)"))) << sentence.toStdString();
  EXPECT_TRUE(EventText::cause(events[0]).contains(QStringLiteral("0.5 × 1.401 × 10⁻⁴⁵")));
}

TEST(EventText, APreActivationIsNamedSoThatItIsNoArticle) {
  Event event;
  event.kind = EventKind::OverflowInf;
  event.quantity = "a";
  EXPECT_TRUE(EventText::sentence(event).contains(QStringLiteral(": the pre-activation a has ")))
      << EventText::sentence(event).toStdString();
  event.quantity = "dL/da";
  EXPECT_TRUE(EventText::sentence(event).contains(QStringLiteral(": ∂L/∂a has ")));
}

/// As a reader with a calculator checks it.
TEST(EventText, AProductThatIsNotTheNumberItselfIsCalledATermOfTheSum) {
  Event event;
  event.precision = Precision::Float32;
  event.cause = {
      CauseKind::ProductUnderflow, "W_h[18,7]", 0.08564, "dL/da_83[18]", -3.942e-36, -7.238e-39};
  EXPECT_EQ(EventText::cause(event),
            QStringLiteral("Wₕ[18,7] × ∂L/∂a₈₃[18] = 0.08564 × −3.942 × 10⁻³⁶ = −3.376 × 10⁻³⁷ is "
                           "the largest term of a sum. The sum is −7.238 × 10⁻³⁹: below 1.175 × "
                           "10⁻³⁸, the smallest normal number."));
  int sums = 0;
  for (const LibraryEntry& entry : libraryEntries(libraryGroups())) {
    const auto scenario = std::get<Scenario>(readScenarioFile(entry.file));
    if (scenario.network.hidden > 64 || scenario.unroll.horizon > 2000) {
      continue;
    }
    const auto prepared = prepare(scenario, entry.file.parent_path());
    const Trace trace = run(std::get<Experiment>(prepared), {}).value();
    for (const RunTrace& one : trace.runs) {
      for (const Event& met : one.events) {
        if (met.cause.kind == CauseKind::ProductUnderflow) {
          const double product = std::abs(met.cause.left * met.cause.right);
          const bool isSmall = product < limitsOf(met.precision).smallestNormal;
          const bool isTerm = EventText::cause(met).contains(QStringLiteral("term of a sum"));
          EXPECT_TRUE(isSmall || isTerm) << EventText::cause(met).toStdString();
          sums += isTerm ? 1 : 0;
        }
      }
    }
  }
  EXPECT_GT(sums, 0);
}

TEST(EventText, SumsThatCancelOrOverflowAreNotTakenForOneOperation) {
  const auto told = [](CauseKind kind, double left, double right, double result) {
    Event event;
    event.precision = Precision::Float32;
    event.cause = {kind, "W_h[1,1]", left, "dL/da_3[1]", right, result};
    return EventText::cause(event);
  };
  EXPECT_EQ(told(CauseKind::Cancellation, 2, -2, 0),
            QStringLiteral("2 + −2 is exactly zero: the terms cancel."));
  EXPECT_EQ(told(CauseKind::Cancellation, 2, 3, 0),
            QStringLiteral("Wₕ[1,1] × ∂L/∂a₃[1] = 2 × 3 is not zero, but the terms of the sum "
                           "cancel exactly."));
  EXPECT_TRUE(told(CauseKind::SquareOverflow, 1e20, 0, 0).contains(QStringLiteral("squared")));
  EXPECT_TRUE(told(CauseKind::SquareOverflow, 1e19, 0, 0)
                  .startsWith(QStringLiteral("The sum of the squares")));
  const double inf = std::numeric_limits<double>::infinity();
  EXPECT_EQ(told(CauseKind::Inherited, 2, inf, inf),
            QStringLiteral("Wₕ[1,1] × ∂L/∂a₃[1] = 2 × ∞: ∂L/∂a₃[1] already was ∞."));
  EXPECT_EQ(told(CauseKind::Inherited, 2, inf, 7), QStringLiteral("∂L/∂a₃[1] already was ∞."));
}

TEST(EventText, AMarkerSaysOfWhichWeightTheSumIs) {
  Event event;
  event.kind = EventKind::OverflowInf;
  event.phase = Phase::Backward;
  event.precision = Precision::Float32;
  event.quantity = "dL/db";
  event.t = 914;
  event.stepsBack = 126;
  EXPECT_EQ(EventText::marker(event), QStringLiteral("float32: ∂L/∂b = ∞, s = 126 (value 127)"));
  event.quantity = "dL/dh";
  EXPECT_EQ(EventText::marker(event), QStringLiteral("float32: ∞, s = 126 (value 127)"));
}

TEST(EventText, EveryCauseHasAWholeSentence) {
  Event event;
  for (int kind = 0; kind <= static_cast<int>(CauseKind::SaturatedUnit); ++kind) {
    event.cause = {static_cast<CauseKind>(kind), "W_h[1,1]", 2, "dL/da_3[1]", 3, 6};
    const QString text = EventText::cause(event);
    EXPECT_TRUE(text.endsWith(QChar('.'))) << kind;
    EXPECT_FALSE(text.contains(QChar('%'))) << kind << ": " << text.toStdString();
  }
}

TEST(ProblemsText, NamesEveryWrongField) {
  const auto wrongSize = [](const std::string& field) {
    return FieldProblem{field, "-3", "is not a size", Remedy::WholeNumber, 1, 4096, {}, {}};
  };
  EXPECT_EQ(
      problemsText({wrongSize("network.hidden"), wrongSize("unroll.horizon")}),
      QStringLiteral("network.hidden: -3 is not possible; give a whole number from 1 to 4096. "
                     "(Also wrong: unroll.horizon.)"));
}

} // namespace
} // namespace backflow::test
