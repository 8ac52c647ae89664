// SPDX-License-Identifier: GPL-3.0-or-later
// Text that was typed into a field and not yet entered when something else came.
#include "tests/ui/window/window_fixture.h"

#include <QAction>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class TypedText : public WindowTest {
 protected:
  void begin(const char* text, const char* field) {
    showWindow();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    auto& edit = child<QLineEdit>(field);
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, QString::fromLatin1(text));
  }
  void open(const char* scenario) { child<QAction>(scenario).trigger(); }
};

TEST_F(TypedText, OfAPinGoesWithThePin) {
  open("gru-keep-5");
  window.state().edit("pins", [](Scenario& scenario) {
    scenario.pins = {{Gate::Update, 0.5, 1, 10}, {Gate::Update, 0.25, 11, 20}};
  });
  begin("0.75", "pin2Value");
  open("gru-one-step");
  const Scenario opened = window.state().scenario();
  QTest::qWait(50);
  EXPECT_EQ(window.state().scenario(), opened);
  EXPECT_EQ(child<QLineEdit>("pin2Value").isVisible(), opened.pins.size() > 1);
}

TEST_F(TypedText, OfAPinThatAnUndoTakesAwayChangesNothing) {
  open("gru-keep-5");
  const std::size_t pins = window.state().scenario().pins.size();
  ASSERT_LT(pins, 2U);
  window.state().edit("pins", [](Scenario& scenario) {
    scenario.pins.resize(2, {Gate::Update, 0.25, 11, 20});
  });
  window.state().endEdit();
  begin("0.75", "pin2Value");
  window.state().undoStack()->undo();
  QTest::qWait(50);
  EXPECT_EQ(window.state().scenario().pins.size(), pins);
  EXPECT_FALSE(child<QLineEdit>("pin2Value").isVisible());
}

TEST_F(TypedText, IsNotTakenByTheNextScenario) {
  open("halving");
  begin("0.75", "gainField");
  open("doubling");
  child<QLineEdit>("seedField").setFocus();
  EXPECT_EQ(window.state().scenario().weights.gain, 2);
  EXPECT_EQ(child<QLineEdit>("gainField").text(), QStringLiteral("2"));
}

TEST_F(TypedText, IsNotTakenByTheScenarioThatAnUndoBringsBack) {
  open("halving");
  open("doubling");
  begin("1.7", "gainField");
  child<QAction>("undo").trigger();
  child<QLineEdit>("seedField").setFocus();
  EXPECT_EQ(window.state().scenario().weights.gain, 0.5);
  EXPECT_TRUE(window.state().undoStack()->canRedo());
}

TEST_F(TypedText, IsUndoneFirstAndThenTheScenario) {
  open("halving");
  window.state().edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 0.9; });
  window.state().endEdit();
  begin("1.7", "gainField");
  auto& field = child<QLineEdit>("gainField");
  QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(field.text(), QStringLiteral("0.9"));
  EXPECT_EQ(window.state().scenario().weights.gain, 0.9);
  QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(window.state().scenario().weights.gain, 0.5);
  EXPECT_EQ(field.text(), QStringLiteral("0.5"));
}

} // namespace
} // namespace backflow::test
