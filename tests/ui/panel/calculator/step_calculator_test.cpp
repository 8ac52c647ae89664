// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/step_calculator.h"

#include "core/scenario/validation.h"
#include "tests/ui/child.h"
#include "ui/panel/calculator/calculator_panel.h"
#include "ui/panel/calculator/equation_label.h"
#include "ui/panel/calculator/number_grid.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/number_field.h"
#include "ui/text/equation_markup.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class StepCalculatorTest : public testing::Test {
 protected:
  StepCalculatorTest() {
    calculator.resize(700, 560);
    calculator.show();
  }

  template <class Widget> Widget& child(const char* name) {
    return childOf<Widget>(calculator, name);
  }

  /// The row of the table with that vector.
  int rowOf(const char* vector) {
    const auto& table = child<QTableWidget>("stepTable");
    for (int row = 0; row < table.rowCount(); ++row) {
      if (plainEquation(table.item(row, 0)->text()) == QString::fromUtf8(vector)) {
        return row;
      }
    }
    throw std::out_of_range(vector);
  }
  QString cell(const char* vector, int column) {
    return child<QTableWidget>("stepTable").item(rowOf(vector), column)->text();
  }

  void enter(const char* grid, int row, int column, const QString& text) {
    child<NumberGrid>(grid).item(row, column)->setText(text);
  }

  void type(const char* name, const QString& text) {
    auto& field = child<NumberField>(name);
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, text);
    QTest::keyClick(&field, Qt::Key_Return);
  }

  void choose(const char* cellName) {
    auto& box = child<ChoiceBox>("stepCell");
    const int index = box.findText(QString::fromLatin1(cellName));
    ASSERT_GE(index, 0);
    box.setCurrentIndex(index);
    emit box.activated(index);
  }

  StepCalculator calculator;
};

TEST_F(StepCalculatorTest, BeginsWithExerciseTen) {
  EXPECT_EQ(cell("ĉ1", 2), "[0.999988, 0]");
  EXPECT_EQ(cell("Γu", 2), "[0.999877, 0.5]");
  EXPECT_EQ(cell("Γr", 2), "[1, 1]");
  EXPECT_EQ(cell("c1", 2), "[0.999864, 0]");
  EXPECT_EQ(cell("c1", 3), "[1, 0]");
  EXPECT_EQ(cell("Γu", 3), "[1, 0.5]");
  EXPECT_EQ(cell("Γr", 1), "given");
}

TEST_F(StepCalculatorTest, PutsTheNumbersIn) {
  child<QTableWidget>("stepTable").selectRow(rowOf("su"));
  EXPECT_EQ(child<EquationLabel>("stepLines").text(),
            "su[1] = 0 + 3·3 + 1·0 + 0·0 = 9\nsu[2] = 0 + 0·3 + 2·0 + 0·0 = 0");
  child<QTableWidget>("stepTable").selectRow(rowOf("Γu"));
  EXPECT_EQ(child<EquationLabel>("stepLines").text(),
            "Γu[1] = σ(9) = 0.999877\nΓu[2] = σ(0) = 0.5");
  child<QTableWidget>("stepTable").selectRow(rowOf("1 − Γu"));
  EXPECT_EQ(child<EquationLabel>("stepLines").text(),
            "(1 − Γu)[1] = 1 − 0.999877 = 0.000123395\n(1 − Γu)[2] = 1 − 0.5 = 0.5");
}

TEST_F(StepCalculatorTest, WorksOnWithWhatIsTyped) {
  enter("vector_x", 0, 0, "0,5");
  EXPECT_EQ(cell("su", 2), "[1.5, 0]");
  enter("weights_a_u", 1, 3, "-2");
  EXPECT_EQ(cell("su", 2), "[1.5, −2]");
  EXPECT_EQ(parameter(calculator.step().weights, "b_u")(1, 0), -2);
  enter("vector_h", 1, 0, "1");
  EXPECT_EQ(cell("sc", 2), "[2, 1]");
  child<QPushButton>("stepReset").click();
  EXPECT_EQ(cell("c1", 2), "[0.999864, 0]");
}

TEST_F(StepCalculatorTest, KeepsTheNumberWhereTextIsTyped) {
  enter("vector_x", 0, 0, "three");
  EXPECT_EQ(child<NumberGrid>("vector_x").item(0, 0)->text(), "3");
  EXPECT_TRUE(child<QLabel>("stepProblem").isVisible());
  EXPECT_EQ(calculator.step().input[0], 3);
  enter("vector_x", 0, 0, "2");
  EXPECT_FALSE(child<QLabel>("stepProblem").isVisible());
}

TEST_F(StepCalculatorTest, AGateIsGivenOrComputed) {
  child<QCheckBox>("given_Gr").click();
  EXPECT_EQ(cell("Γr", 2), "[0.5, 0.5]");
  EXPECT_TRUE(child<NumberGrid>("weights_a_r").isEnabled());
  child<QCheckBox>("given_Gu").click();
  EXPECT_EQ(cell("Γu", 2), "[1, 1]");
  type("givenValue_Gu", "0.25");
  EXPECT_EQ(cell("Γu", 2), "[0.25, 0.25]");
  type("givenValue_Gu", "2");
  EXPECT_EQ(cell("Γu", 2), "[0.25, 0.25]");
  EXPECT_TRUE(child<QLabel>("stepProblem").text().contains("Γu"));
}

TEST_F(StepCalculatorTest, ChangesCellAndSize) {
  choose("LSTM, as in the course");
  EXPECT_EQ(cell("ĉ1", 2), "[0.999988, 0]") << "W_c is that of the GRU";
  EXPECT_EQ(cell("Γf", 2), "[0.5, 0.5]");
  enter("vector_c", 0, 0, "4");
  EXPECT_EQ(cell("Γf ⊙ c0", 2), "[2, 0]");
  type("stepHiddenField", "4");
  type("stepInputsField", "3");
  EXPECT_EQ(child<NumberGrid>("weights_a_c").columnCount(), 4 + 3 + 1);
  EXPECT_EQ(child<NumberGrid>("weights_a_c").rowCount(), 4);
  EXPECT_EQ(cell("Γf ⊙ c0", 2), "[2, 0, 0, 0]");
  for (const char* name : {"GRU, as in PyTorch", "LSTM, as in PyTorch", "GRU, as in the course"}) {
    choose(name);
    EXPECT_EQ(calculator.vectors().back().values.size(), 4) << name;
  }
}

TEST_F(StepCalculatorTest, LoadsItsNumbersAsAScenario) {
  QSignalSpy wished(&calculator, &StepCalculator::scenarioWished);
  type("stepHorizonField", "7");
  child<QPushButton>("stepLoad").click();
  ASSERT_EQ(wished.count(), 1);
  const auto document = wished.front().front().value<Document>();
  EXPECT_TRUE(validate(document.scenario).empty());
  EXPECT_EQ(document.scenario.unroll.horizon, 7);
  EXPECT_EQ(document.scenario.weights.parameters.at("W_u"), (Rows{{1, 0, 3}, {2, 0, 0}}));
  ASSERT_EQ(document.scenario.pins.size(), 1U);
  EXPECT_EQ(document.scenario.pins.front().to, 7);
}

TEST(CalculatorPanel, OpensTheCalculatorThatIsAskedFor) {
  CalculatorPanel panel;
  for (const CalculatorKind kind :
       {CalculatorKind::Step, CalculatorKind::Equations, CalculatorKind::ParameterCount}) {
    panel.openCalculator(kind);
    EXPECT_EQ(panel.current(), kind);
  }
  panel.findChild<QToolButton*>(QStringLiteral("stepPage"))->click();
  EXPECT_EQ(panel.current(), CalculatorKind::Step);
}

} // namespace
} // namespace backflow::test
