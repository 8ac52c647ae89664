// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/number_inspector.h"

#include "tests/support/experiments.h"
#include "ui/panel/bit_fields.h"
#include "ui/panel/event_panel.h"
#include "ui/panel/happenings_panel.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class NumberInspectorTest : public testing::Test {
 protected:
  void show(const Scenario& scenario, int time) {
    inspector.resize(250, 500);
    inspector.show();
    inspector.showTrace(std::make_shared<const Trace>(traceOf(scenario)));
    inspector.setTimeCursor(time);
  }

  QString text(Precision precision) { return inspector.textOf(precision); }

  NumberInspector inspector;
};

TEST_F(NumberInspectorTest, TellsTheStepsThatAreLeft) {
  show(scalar(0.5, 200), 200 - 116);
  const QString narrow = text(Precision::Float32);
  // Subnormal after 128 multiplications, zero after 152.
  EXPECT_TRUE(narrow.contains(QStringLiteral("At ×0.5 a step"))) << narrow.toStdString();
  EXPECT_TRUE(narrow.contains(QStringLiteral("subnormal in 12 step(s) (t = 72)")) ||
              narrow.contains(QStringLiteral("subnormal in 12 steps (t = 72)")))
      << narrow.toStdString();
  EXPECT_TRUE(narrow.contains(QStringLiteral("(t = 48)"))) << narrow.toStdString();
  EXPECT_TRUE(text(Precision::Float64).contains(QStringLiteral("beyond t = 1")));
}

TEST_F(NumberInspectorTest, ShowsTheBitsOfTheNormInEachPrecision) {
  show(scalar(0.5, 200), 200);
  EXPECT_TRUE(text(Precision::Float32).startsWith(QStringLiteral("0x40400000 = 3")));
  EXPECT_TRUE(text(Precision::Float64).startsWith(QStringLiteral("0x4008000000000000 = 3")));
  const auto* bits = inspector.findChild<BitFields*>(QStringLiteral("float32Bits"));
  ASSERT_NE(bits, nullptr);
  EXPECT_EQ(bits->number().exponent, "10000000");
  inspector.setTimeCursor(10);
  EXPECT_TRUE(text(Precision::Float32).startsWith(QStringLiteral("0x00000000 = 0")));
  EXPECT_FALSE(text(Precision::Float32).contains(QStringLiteral("At ×")));
  EXPECT_TRUE(inspector.accessibleDescription().contains(QStringLiteral("float32: exactly 0")));
  EXPECT_TRUE(
      inspector.findChild<QLabel*>(QStringLiteral("float32Heading"))->text().contains("exactly 0"));
}

TEST_F(NumberInspectorTest, WhatTruncationCutsIsNoUnderflow) {
  show(truncated(scalar(0.5, 20), TruncationMode::FromLoss, 5), 15);
  const auto heading = [&] {
    return inspector.findChild<QLabel*>(QStringLiteral("float32Heading"))->text();
  };
  EXPECT_TRUE(heading().contains(QStringLiteral("cut by truncation"))) << heading().toStdString();
  inspector.setQuantity(NumberInspector::Quantity::State);
  EXPECT_FALSE(heading().contains(QStringLiteral("cut")));
}

TEST_F(NumberInspectorTest, TellsWhereRoundingKeepsTheGradientFromZero) {
  show(scalar(0.9, 1100), 1100 - 700);
  EXPECT_TRUE(text(Precision::Float32).contains(QStringLiteral("but for rounding, which holds it")))
      << text(Precision::Float32).toStdString();
  EXPECT_FALSE(text(Precision::Float64).contains(QStringLiteral("but for rounding")));
}

TEST_F(NumberInspectorTest, CountsNoFurtherThanTruncationLetsTheGradientCome) {
  show(truncated(scalar(0.9, 2000), TruncationMode::FromLoss, 100), 2000);
  EXPECT_TRUE(text(Precision::Float32).contains(QStringLiteral("beyond the truncation")))
      << text(Precision::Float32).toStdString();
  EXPECT_FALSE(text(Precision::Float32).contains(QStringLiteral("(t = ")));
}

TEST_F(NumberInspectorTest, AnotherQuantityIsChosen) {
  show(drawn(Activation::Tanh, 4, 30, 0.9), 30);
  const QString gradient = text(Precision::Float64);
  inspector.setQuantity(NumberInspector::Quantity::State);
  const QString state = text(Precision::Float64);
  inspector.setQuantity(NumberInspector::Quantity::ParameterGradient);
  EXPECT_NE(state, gradient);
  EXPECT_NE(text(Precision::Float64), state);
  EXPECT_NE(text(Precision::Float64), gradient);
}

TEST_F(NumberInspectorTest, NoForecastWhereTwoDirectionsMixOrNothingChanges) {
  Scenario both = drawn(Activation::Tanh, 4, 30, 0.5);
  both.network.bidirectional = true;
  show(both, 15);
  EXPECT_FALSE(text(Precision::Float64).contains(QStringLiteral("×0.")));
  show(scalar(1, 30), 15);
  EXPECT_FALSE(text(Precision::Float64).contains(QStringLiteral("At ×")));
  Scenario attending = drawn(Activation::Tanh, 4, 30, 0.5);
  show(attending, 15);
  EXPECT_TRUE(text(Precision::Float64).contains(QStringLiteral("At ×")));
  attending.network.readout = Readout::Attention;
  show(attending, 15);
  EXPECT_FALSE(text(Precision::Float64).contains(QStringLiteral("At ×")));
}

TEST(BitFields, BreaksIntoMoreLinesWhereItIsNarrow) {
  BitFields bits;
  bits.showNumber(anatomyOf(0.1, Precision::Float64));
  EXPECT_GT(bits.heightForWidth(200), bits.heightForWidth(700));
  EXPECT_GT(bits.heightForWidth(110), bits.heightForWidth(200));
}

TEST(HappeningsPanel, TheBitsAreFoldedAndUnfolded) {
  HappeningsPanel panel;
  panel.resize(250, 700);
  panel.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
  auto* fold = panel.findChild<QToolButton*>(QStringLiteral("foldInspector"));
  ASSERT_NE(fold, nullptr);
  EXPECT_TRUE(panel.inspector()->isVisible());
  QSignalSpy folded(&panel, &HappeningsPanel::inspectorFolded);
  const int before = panel.events()->height();
  fold->click();
  EXPECT_FALSE(panel.inspector()->isVisible());
  EXPECT_TRUE(panel.isInspectorFolded());
  EXPECT_TRUE(QTest::qWaitFor([&] { return panel.events()->height() > before; }, 2000));
  panel.setInspectorFolded(false);
  EXPECT_TRUE(panel.inspector()->isVisible());
  EXPECT_EQ(folded.count(), 2);
}

} // namespace
} // namespace backflow::test
