// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/validation.h"
#include "ui/panel/control_panel.h"
#include "ui/panel/control_row.h"
#include "ui/state/app_state.h"
#include "ui/state/setting_reset.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace backflow::test {
namespace {

class PutBackTest : public testing::Test {
 protected:
  void SetUp() override {
    panel.resize(300, 700);
    panel.show();
  }

  /// The button in the row that answers for the field.
  QToolButton* buttonOf(const char* field) {
    for (ControlRow* row : panel.findChildren<ControlRow*>()) {
      if (row->fields().contains(QString::fromLatin1(field))) {
        return row->findChild<QToolButton*>(QStringLiteral("putBack"));
      }
    }
    throw std::out_of_range(field);
  }

  AppState state;
  ControlPanel panel{state};
};

TEST_F(PutBackTest, EverySettingWithAControlCanBePutBackByItself) {
  for (const ControlRow* row : panel.findChildren<ControlRow*>()) {
    // Where a file lies and what is in it belongs to the choice of the kind.
    const QStringList& fields = row->fields();
    if (fields.first().startsWith(QStringLiteral("pins["))) {
      continue; // they are put back together
    }
    const bool isOfData = std::any_of(fields.begin(), fields.end(), [](const QString& field) {
      for (const char* end : {"file", "columns", "values", "target", "gradient"}) {
        if (field.endsWith(QLatin1String(end))) {
          return true;
        }
      }
      return false;
    });
    EXPECT_TRUE(isOfData || std::any_of(fields.begin(), fields.end(),
                                        [](const QString& field) {
                                          return resettableSetting(field.toStdString()) != nullptr;
                                        }))
        << fields.join(QStringLiteral(", ")).toStdString();
  }
}

TEST_F(PutBackTest, AChangedSettingShowsTheButtonWhichPutsItAloneBack) {
  const Scenario opened = state.scenario();
  EXPECT_FALSE(buttonOf("weights.gain")->isVisible());
  state.edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 2; });
  state.edit("unroll.horizon", [](Scenario& scenario) { scenario.unroll.horizon = 50; });
  EXPECT_TRUE(buttonOf("weights.gain")->isVisible());
  EXPECT_TRUE(buttonOf("unroll")->isVisible());
  EXPECT_FALSE(buttonOf("network.hidden")->isVisible());
  buttonOf("weights.gain")->click();
  EXPECT_EQ(state.scenario().weights.gain, opened.weights.gain);
  EXPECT_EQ(state.scenario().unroll.horizon, 50);
  EXPECT_FALSE(buttonOf("weights.gain")->isVisible());
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario().weights.gain, 2);
}

TEST_F(PutBackTest, ClippingThatWasOffIsOffAgain) {
  state.edit("clip", [](Scenario& scenario) { scenario.clip = ClipSpec{ClipMode::Value, 3}; });
  buttonOf("clip")->click();
  EXPECT_FALSE(state.scenario().clip);
}

TEST_F(PutBackTest, NothingMovesWhenTheButtonAppears) {
  std::map<const QWidget*, QRect> before;
  for (const QWidget* control : panel.findChildren<QWidget*>()) {
    if (control->isVisible()) {
      before[control] = control->geometry();
    }
  }
  state.edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 0.95; });
  state.edit("network.hidden", [](Scenario& scenario) { scenario.network.hidden = 65; });
  state.edit("weights.seed", [](Scenario& scenario) { scenario.weights.seed = 2; });
  QTest::qWait(0);
  for (const char* field : {"weights.gain", "network.hidden", "weights.seed"}) {
    EXPECT_TRUE(buttonOf(field)->isVisible()) << field;
  }
  for (const auto* field : {"gainField", "hiddenField", "hiddenSlider", "seedField"}) {
    const auto* control = panel.findChild<QWidget*>(QString::fromLatin1(field));
    ASSERT_NE(control, nullptr) << field;
    EXPECT_EQ(control->geometry(), before.at(control)) << field;
  }
}

TEST_F(PutBackTest, TheButtonStandsOnTheLineOfWhatItPutsBack) {
  state.edit("network.cell", [](Scenario& scenario) { scenario.network.cell = CellKind::Gru; });
  QTest::qWait(0);
  const QToolButton* button = buttonOf("network.cell");
  const auto* choice = panel.findChild<QComboBox*>(QStringLiteral("cellCombo"));
  ASSERT_NE(choice, nullptr);
  const int middle = button->mapTo(&panel, button->rect().center()).y();
  const QRect line(choice->mapTo(&panel, QPoint()), choice->size());
  EXPECT_GT(middle, line.top());
  EXPECT_LT(middle, line.bottom());
}

} // namespace
} // namespace backflow::test
