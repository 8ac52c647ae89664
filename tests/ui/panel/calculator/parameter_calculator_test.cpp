// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/parameter_calculator.h"

#include "tests/ui/child.h"
#include "ui/panel/calculator/equation_label.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/number_field.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class ParameterCalculatorTest : public testing::Test {
 protected:
  void SetUp() override {
    QLocale::setDefault(QLocale(QStringLiteral("en_US")));
    calculator = std::make_unique<ParameterCalculator>();
    calculator->resize(700, 560);
    calculator->show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(calculator.get()));
  }
  void TearDown() override { QLocale::setDefault(QLocale::c()); }

  template <class Widget> Widget& child(const char* name) {
    return childOf<Widget>(*calculator, name);
  }

  void type(const char* name, const QString& text) {
    auto& field = child<NumberField>(name);
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, text);
    QTest::keyClick(&field, Qt::Key_Return);
  }

  void choose(const QString& cell) {
    auto& box = child<ChoiceBox>("countCell");
    const int index = box.findText(cell);
    ASSERT_GE(index, 0) << cell.toStdString();
    box.setCurrentIndex(index);
    emit box.activated(index);
  }

  QString formula() { return child<QLabel>("countFormula").text(); }

  std::unique_ptr<ParameterCalculator> calculator;
};

TEST_F(ParameterCalculatorTest, BeginsWithExerciseSix) {
  EXPECT_EQ(formula(), "4·(100·(100 + 10,000) + 100) = 4,040,400");
  EXPECT_EQ(child<EquationLabel>("countVectors").text(),
            "ĉ, Γu, Γf, Γo, c, a: 100 numbers each\nx: 10,000 numbers");
  const auto& table = child<QTableWidget>("countTable");
  ASSERT_EQ(table.rowCount(), 9);
  EXPECT_EQ(table.item(1, 0)->text(), "W_u");
  EXPECT_EQ(table.item(1, 1)->text(), "100 × 10,100");
  EXPECT_EQ(table.item(1, 2)->text(), "1,010,000");
  EXPECT_EQ(table.item(8, 2)->text(), "4,040,400");
}

TEST_F(ParameterCalculatorTest, WritesTheFormulaOfEveryCell) {
  type("countInputsField", "5");
  type("countHiddenField", "3");
  const auto chosen = [this](const char* cell) {
    choose(QString::fromLatin1(cell));
    return formula();
  };
  EXPECT_EQ(chosen("Simple RNN"), "3·(3 + 5) + 3 = 27");
  EXPECT_EQ(chosen("GRU, as in the course"), "3·(3·(3 + 5) + 3) = 81");
  EXPECT_EQ(chosen("GRU, as in PyTorch"), "3·(3·(3 + 5) + 2·3) = 90");
  EXPECT_EQ(chosen("LSTM, as in PyTorch"), "4·(3·(3 + 5) + 2·3) = 120");
  type("countLayersField", "3");
  child<QCheckBox>("countBidirectional").click();
  EXPECT_EQ(formula(), "2·4·(3·(3 + 5) + 2·3) + 4·4·(3·(3 + 6) + 2·3) = 768");
  EXPECT_EQ(calculator->counted()->total, 768);
  child<QPushButton>("countReset").click();
  EXPECT_TRUE(formula().endsWith("= 4,040,400"));
}

TEST_F(ParameterCalculatorTest, CountsWhatCannotRunAndRefusesWhatCannotBeCounted) {
  type("countHiddenField", "100000000");
  type("countInputsField", "100000000");
  EXPECT_TRUE(formula().endsWith("= 80,000,000,400,000,000")) << formula().toStdString();
  EXPECT_FALSE(child<QLabel>("countProblem").isVisible());
  type("countLayersField", "64");
  child<QCheckBox>("countBidirectional").click();
  EXPECT_FALSE(calculator->counted());
  EXPECT_TRUE(child<QLabel>("countProblem").text().contains("9,223,372,036,854,775,807"));
  EXPECT_EQ(child<QTableWidget>("countTable").rowCount(), 0);
  type("countHiddenField", "100");
  EXPECT_TRUE(calculator->counted());
  EXPECT_FALSE(child<QLabel>("countProblem").isVisible());
}

TEST_F(ParameterCalculatorTest, SaysWhatASizeIs) {
  type("countHiddenField", "1.5");
  EXPECT_TRUE(child<QLabel>("countProblem").text().contains("Hidden H"));
  EXPECT_TRUE(formula().endsWith("= 4,040,400"));
  type("countHiddenField", "50");
  EXPECT_FALSE(child<QLabel>("countProblem").isVisible());
}

} // namespace
} // namespace backflow::test
