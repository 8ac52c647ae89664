// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/number_field.h"

#include "ui/text/number_text.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace backflow {
namespace {

TEST(NumberText, TakesPointAndCommaAndNothingElse) {
  EXPECT_EQ(parseNumber("0.5"), 0.5);
  EXPECT_EQ(parseNumber("0,5"), 0.5);
  EXPECT_EQ(parseNumber(" 1e-3 "), 1e-3);
  EXPECT_EQ(parseNumber("-2"), -2.0);
  EXPECT_EQ(parseNumber(",5"), 0.5);
  for (const char* text :
       {"", "abc", "1.000,5", "1,000.5", "1 000", "0x10", "inf", "nan", "1e999", "1e", ".", "5%"}) {
    EXPECT_EQ(parseNumber(text), std::nullopt) << text;
  }
}

TEST(NumberText, TakesAWholeNumberInGroupsAsItIsWritten) {
  for (const char* text : {"10000", "10.000", "10,000", "10 000", " 10\u00a0000 "}) {
    EXPECT_EQ(parseWhole(QString::fromUtf8(text)), 10000.0) << text;
  }
  EXPECT_EQ(parseWhole("1.000.000"), 1e6);
  EXPECT_EQ(parseWhole("1.5"), 1.5) << "for the field to refuse";
  EXPECT_EQ(parseWhole("0.125"), 0.125);
  for (const char* text : {"1.000,000", "1000.000.000", "1.00.000", ".000"}) {
    EXPECT_FALSE(parseWhole(text) && *parseWhole(text) >= 1000) << text;
  }
}

TEST(NumberText, IsShortInTheDefaultLocale) {
  EXPECT_EQ(formatNumber(0.9), "0.9");
  EXPECT_EQ(formatNumber(0.123456), "0.1235");
  EXPECT_EQ(formatNumber(1e-5), "1e-5");
  EXPECT_EQ(formatNumber(2147483648.0), "2.147e9");
  EXPECT_EQ(formatWhole(1000000), "1000000");
  EXPECT_EQ(formatBytes(25600), "25.6 kB");
  EXPECT_EQ(formatBytes(999.7), "1 kB");
  QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Portugal));
  EXPECT_EQ(formatNumber(0.9), "0,9");
  EXPECT_EQ(formatNumber(12346.0), "1,235e4");
  QLocale::setDefault(QLocale::c());
}

class NumberFieldTest : public testing::Test {
 protected:
  void SetUp() override {
    field.setScale(SliderScale::linear(0, 4, 400));
    field.setValue(0.9);
    field.show();
    field.setFocus();
    field.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&field));
  }

  void type(const QString& text) {
    field.selectAll();
    QTest::keyClicks(&field, text);
  }

  NumberField field{QStringLiteral("field")};
  QSignalSpy entered{&field, &NumberField::valueEntered};
  QSignalSpy rejected{&field, &NumberField::textRejected};
};

TEST_F(NumberFieldTest, GivesWhatWasTypedOnReturn) {
  type("0,5");
  EXPECT_EQ(entered.count(), 0);
  QTest::keyClick(&field, Qt::Key_Return);
  ASSERT_EQ(entered.count(), 1);
  EXPECT_EQ(entered.front().front().toDouble(), 0.5);
}

TEST_F(NumberFieldTest, GivesWhatWasTypedWhenTheFocusGoes) {
  type("0.5");
  field.clearFocus();
  EXPECT_EQ(entered.count(), 1);
}

TEST_F(NumberFieldTest, KeepsBadTextForMending) {
  type("0.5x");
  QTest::keyClick(&field, Qt::Key_Return);
  EXPECT_EQ(entered.count(), 0);
  ASSERT_EQ(rejected.count(), 1);
  EXPECT_EQ(rejected.front().front().toString(), "0.5x");
  EXPECT_EQ(field.text(), "0.5x");
  QTest::keyClick(&field, Qt::Key_Escape);
  EXPECT_EQ(field.text(), "0.9");
}

TEST_F(NumberFieldTest, IsNotDisturbedWhileTyping) {
  type("1.");
  field.setValue(2);
  EXPECT_EQ(field.text(), "1.");
}

TEST_F(NumberFieldTest, DoesNotRoundAValueThatIsLeftAsItIs) {
  field.setValue(0.123456);
  type("0.1235");
  QTest::keyClick(&field, Qt::Key_Return);
  EXPECT_EQ(entered.count(), 0);
}

TEST_F(NumberFieldTest, StepsWithUpAndDown) {
  QTest::keyClick(&field, Qt::Key_Up);
  ASSERT_EQ(entered.count(), 1);
  EXPECT_EQ(entered.front().front().toDouble(), 0.91);
}

TEST_F(NumberFieldTest, TakesWholeNumbersOnlyWhereOnlyTheyAreRight) {
  field.setScale(SliderScale::logarithmicWhole(1, 512));
  field.setWholeLimits(1, 4096);
  for (const char* text : {"1.5", "0", "4097", "1e300"}) {
    type(text);
    QTest::keyClick(&field, Qt::Key_Return);
  }
  EXPECT_EQ(entered.count(), 0);
  EXPECT_EQ(rejected.count(), 4);
  EXPECT_EQ(field.expectation(), "Give a whole number from 1 to 4096.");
}

} // namespace
} // namespace backflow
