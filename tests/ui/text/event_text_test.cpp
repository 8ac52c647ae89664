// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/event_text.h"

#include "tests/support/experiments.h"
#include "ui/text/number_text.h"
#include "ui/text/problem_text.h"

#include <gtest/gtest.h>

#include <limits>

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
  EXPECT_EQ(problemsText({wrongSize("network.hidden"), wrongSize("unroll.horizon")}),
            QStringLiteral("network.hidden: -3: Give a whole number from 1 to 4096. "
                           "(Also wrong: unroll.horizon.)"));
}

} // namespace
} // namespace backflow::test
