// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/lower_views.h"

#include "tests/support/experiments.h"
#include "ui/panel/calculator/calculator_panel.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class CalculatorsTabTest : public testing::Test {
 protected:
  AppState state;
  LowerViews views{state};
  QTabWidget* tabs = views.findChild<QTabWidget*>(QStringLiteral("lowerTabs"));
};

TEST_F(CalculatorsTabTest, TakesTheRoomAndShowsNoPlot) {
  EXPECT_FALSE(views.wantsRoom());
  views.openCalculator(CalculatorKind::Equations);
  EXPECT_EQ(tabs->currentWidget()->objectName(), "calculatorsTab");
  EXPECT_EQ(views.findChild<CalculatorPanel*>()->current(), CalculatorKind::Equations);
  EXPECT_TRUE(views.wantsRoom());
  EXPECT_EQ(views.current(), ViewKind::GradientFlow);
}

TEST_F(CalculatorsTabTest, AStepByHandGoesOnInTheLaboratory) {
  views.openCalculator(CalculatorKind::Step);
  const Scenario before = state.scenario();
  views.findChild<QPushButton*>(QStringLiteral("stepLoad"))->click();
  EXPECT_EQ(state.scenario().weights.init, WeightInit::Explicit);
  EXPECT_EQ(state.scenario().network.cell, CellKind::Gru);
  EXPECT_FALSE(views.wantsRoom()) << "the gradient flow is in sight again";
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario(), before);
}

TEST_F(CalculatorsTabTest, ParameterGradientsSayThatTheWeightsAreShared) {
  views.showTrace(std::make_shared<const Trace>(traceOf(drawn(Activation::Tanh, 4, 12, 0.9))), {});
  const auto* plot = views.findChild<PlotView*>(QStringLiteral("parameterGradient"));
  EXPECT_TRUE(plot->toolTip().contains("used 12 times")) << plot->toolTip().toStdString();
}

} // namespace
} // namespace backflow::test
