// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/control_panel.h"

#include "core/record/trace.h"
#include "ui/panel/caption_line.h"
#include "ui/panel/choice_box.h"
#include "ui/state/app_state.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace backflow {
namespace {

class ControlPanelTest : public testing::Test {
 protected:
  void SetUp() override {
    panel.resize(300, 700);
    panel.show();
    panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
    settleLayout();
  }

  /// Layouts in layouts ask for another round of events each.
  static void settleLayout() {
    for (int depth = 0; depth < 10; ++depth) {
      QApplication::processEvents();
    }
  }

  template <class Widget> Widget* find(const char* name) {
    auto* widget = panel.findChild<Widget*>(QString::fromLatin1(name));
    EXPECT_NE(widget, nullptr) << name;
    return widget;
  }

  void enter(const char* name, const QString& text) {
    auto* field = find<QLineEdit>(name);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
  }

  /// The caption of the row that the control stands in.
  CaptionLine* captionOf(const char* name) {
    for (QWidget* around = find<QWidget>(name)->parentWidget(); around != nullptr;
         around = around->parentWidget()) {
      if (auto* caption = around->findChild<CaptionLine*>()) {
        return caption;
      }
    }
    return nullptr;
  }

  void choose(const char* name, int index) {
    auto* box = find<QComboBox>(name);
    box->setCurrentIndex(index);
    emit box->activated(index);
  }

  static bool wheel(QWidget* widget) {
    const QPointF middle(widget->width() / 2.0, widget->height() / 2.0);
    QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
    return event.isAccepted();
  }

  AppState state;
  ControlPanel panel{state};
};

TEST_F(ControlPanelTest, DraggingASliderChangesTheStateInOneStepOfUndo) {
  auto* slider = find<QSlider>("gainSlider");
  const int y = slider->height() / 3;
  QTest::mousePress(slider, Qt::LeftButton, {}, {slider->width() / 4, y});
  for (int x = slider->width() / 4; x < slider->width() / 2; x += 5) {
    QTest::mouseMove(slider, {x, y});
  }
  QTest::mouseMove(slider, {slider->width() / 2, y});
  QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width() / 2, y});
  EXPECT_NEAR(state.scenario().weights.gain, 2, 0.2);
  EXPECT_EQ(state.undoStack()->count(), 1);

  QTest::keyClick(slider, Qt::Key_Right);
  EXPECT_EQ(state.undoStack()->count(), 2);
  state.undoStack()->undo();
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario().weights.gain, 0.9);
  EXPECT_EQ(slider->value(), 90);
}

TEST_F(ControlPanelTest, NumbersAreTypedWithPointOrComma) {
  enter("gainField", "0,5");
  EXPECT_EQ(state.scenario().weights.gain, 0.5);
  enter("gainField", "0.75");
  EXPECT_EQ(state.scenario().weights.gain, 0.75);
  EXPECT_EQ(find<QSlider>("gainSlider")->value(), 75);
}

TEST_F(ControlPanelTest, AValueBeyondTheSliderIsTakenAndTheSliderRestsAtItsEnd) {
  enter("gainField", "12");
  EXPECT_EQ(state.scenario().weights.gain, 12);
  EXPECT_EQ(find<QSlider>("gainSlider")->value(), find<QSlider>("gainSlider")->maximum());
}

TEST_F(ControlPanelTest, BadTextIsToldBesideTheControlAndLeavesTheState) {
  enter("gainField", "much");
  EXPECT_EQ(state.scenario(), Scenario{});
  EXPECT_TRUE(captionOf("gainField")->showsProblem());
  EXPECT_EQ(find<QLineEdit>("gainField")->text(), "much");
  enter("gainField", "0.9");
  EXPECT_FALSE(captionOf("gainField")->showsProblem());
}

TEST_F(ControlPanelTest, ARefusedNumberIsToldBesideTheControl) {
  enter("gainField", "-1");
  EXPECT_EQ(state.scenario(), Scenario{});
  EXPECT_TRUE(captionOf("gainField")->showsProblem());
  EXPECT_EQ(find<QLineEdit>("gainField")->text(), "-1");
}

TEST_F(ControlPanelTest, TheWheelNeedsTheFocus) {
  find<QLineEdit>("horizonField")->setFocus();
  auto* slider = find<QSlider>("gainSlider");
  wheel(slider);
  wheel(find<QComboBox>("activationCombo"));
  wheel(find<QLineEdit>("gainField"));
  EXPECT_EQ(state.scenario(), Scenario{});
  slider->setFocus();
  EXPECT_TRUE(wheel(slider));
  EXPECT_EQ(state.scenario().weights.gain, 0.91);
}

TEST_F(ControlPanelTest, ADoubleClickOnTheSliderBringsTheOpenedValueBack) {
  enter("gainField", "3");
  auto* slider = find<QSlider>("gainSlider");
  QTest::mouseDClick(slider, Qt::LeftButton, {}, {slider->width() / 2, slider->height() / 3});
  EXPECT_EQ(state.scenario().weights.gain, 0.9);
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario().weights.gain, 3);
}

TEST_F(ControlPanelTest, SwitchingClippingOffAndOnKeepsItsThreshold) {
  auto* check = find<QCheckBox>("clipCheck");
  check->click();
  ASSERT_TRUE(state.scenario().clip);
  enter("clipField", "0,25");
  choose("clipMode", 1);
  check->click();
  EXPECT_FALSE(state.scenario().clip);
  EXPECT_FALSE(find<QSlider>("clipSlider")->isEnabled());
  check->click();
  EXPECT_EQ(state.scenario().clip, (ClipSpec{ClipMode::Value, 0.25}));
  // A reset forgets the threshold too, not the switch alone.
  state.reset();
  EXPECT_FALSE(state.scenario().clip);
  check->click();
  EXPECT_EQ(state.scenario().clip, ClipSpec{});
}

TEST_F(ControlPanelTest, TruncationSaysWhatTheUnrollHolds) {
  find<QCheckBox>("truncationCheck")->click();
  ASSERT_TRUE(state.scenario().unroll.truncation);
  EXPECT_EQ(captionOf("truncationField")->text(), "states held: 10.2 kB of 51.2 kB");
  enter("horizonField", "200");
  EXPECT_EQ(captionOf("truncationField")->text(), "states held: 10.2 kB of 102 kB");
}

TEST_F(ControlPanelTest, ClippingShowsTheNormOfTheNewestTrace) {
  auto trace = std::make_shared<Trace>();
  trace->scenario.clip = ClipSpec{};
  RunTrace run;
  run.precision = Precision::Float32;
  run.clip = {32500, 1, 1 / 32500.0};
  trace->runs.push_back(run);
  panel.showTrace(trace);
  EXPECT_EQ(captionOf("clipField")->text(), "norm 3.25 × 10⁴ → 1, float32");
  panel.showTrace(nullptr);
  EXPECT_EQ(captionOf("clipField")->text(), "");
}

TEST_F(ControlPanelTest, GivenWeightsDisableWhatIsNotUsed) {
  state.edit("weights", [](Scenario& scenario) {
    scenario.network.hidden = 1;
    scenario.weights.init = WeightInit::Explicit;
    scenario.weights.parameters["W_h"] = Rows{{0.5}};
  });
  for (const char* name : {"gainSlider", "gainField", "hiddenSlider", "seedField", "seedDice"}) {
    EXPECT_FALSE(find<QWidget>(name)->isEnabled()) << name;
  }
  choose("initCombo", 0);
  EXPECT_EQ(state.scenario().weights.init, WeightInit::Gaussian);
  EXPECT_TRUE(find<QWidget>("gainSlider")->isEnabled());
}

TEST_F(ControlPanelTest, ChoicesWithoutDataCannotBeMade) {
  const auto enabled = [this](const char* name, int index) {
    auto* model = qobject_cast<QStandardItemModel*>(find<QComboBox>(name)->model());
    return model->item(index)->isEnabled();
  };
  EXPECT_FALSE(enabled("initCombo", static_cast<int>(WeightInit::Explicit)));
  EXPECT_TRUE(enabled("inputCombo", static_cast<int>(InputKind::Sine)));
}

TEST_F(ControlPanelTest, TheDieDrawsAnotherSeed) {
  const auto before = state.scenario().weights.seed;
  find<QToolButton>("seedDice")->click();
  EXPECT_NE(state.scenario().weights.seed, before);
  EXPECT_EQ(find<QLineEdit>("seedField")->text(), QString::number(state.scenario().weights.seed));
}

TEST_F(ControlPanelTest, OnePrecisionStays) {
  find<QCheckBox>("precisionFloat32")->click();
  EXPECT_EQ(state.scenario().precisions, std::vector{Precision::Float64});
  find<QCheckBox>("precisionFloat64")->click();
  EXPECT_EQ(state.scenario().precisions, std::vector{Precision::Float64});
  EXPECT_TRUE(find<QCheckBox>("precisionFloat64")->isChecked());
  EXPECT_TRUE(captionOf("precisionFloat64")->showsProblem());
}

TEST_F(ControlPanelTest, ARunsProblemIsShownAtItsFieldUntilTheNextTrace) {
  FieldProblem problem;
  problem.field = "input.columns[1]";
  problem.complaint = "is not a column";
  problem.instruction = "give one of the file's";
  panel.showProblems({problem});
  // The columns are not on the page of this kind of input: the kind itself answers.
  EXPECT_EQ(captionOf("inputCombo")->text(), "Is not a column; give one of the file's.");
  panel.showTrace(std::make_shared<Trace>());
  EXPECT_FALSE(captionOf("inputCombo")->showsProblem());
}

TEST_F(ControlPanelTest, AProblemOfAnotherFieldIsShownAtTheEditedControl) {
  state.edit("loss", [](Scenario& scenario) {
    scenario.network.hidden = 2;
    scenario.loss.gradient = {1, 0};
  });
  enter("hiddenField", "3");
  EXPECT_EQ(state.scenario().network.hidden, 2);
  EXPECT_TRUE(captionOf("hiddenField")->text().startsWith("loss.gradient"));
}

TEST_F(ControlPanelTest, NeverScrollsSideways) {
  auto* scroll = panel.findChild<QScrollArea*>();
  EXPECT_LE(scroll->widget()->minimumSizeHint().width(), scroll->viewport()->width());
}

TEST_F(ControlPanelTest, NothingMovesWhenValuesChange) {
  const auto geometry = [this] {
    return find<QWidget>("lossCombo")->mapTo(&panel, QPoint());
  };
  const QPoint before = geometry();
  enter("gainField", "much");
  choose("inputCombo", static_cast<int>(InputKind::Constant));
  choose("lossCombo", static_cast<int>(LossKind::SquaredError));
  settleLayout();
  EXPECT_EQ(geometry(), before);
}

} // namespace
} // namespace backflow
