// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/column_choice.h"

#include "tests/support/temporary_folder.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/panel/caption_line.h"

#include <QAction>
#include <QMenu>
#include <QTest>

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace backflow::test {
namespace {

class ColumnChoiceTest : public WindowTest {
 protected:
  /// The list as it opens.
  QMenu& openedMenu() {
    QMenu* menu = child<ColumnChoice>("chooseColumns").menu();
    showWindow();
    menu->popup({20, 20});
    EXPECT_TRUE(QTest::qWaitFor(
        [menu] {
          return !menu->isVisible() ||
                 menu->actions().front()->text() != QStringLiteral("reading…");
        },
        30000));
    return *menu;
  }

  static QAction* entry(const QMenu& menu, const QString& text) {
    for (QAction* action : menu.actions()) {
      if (action->text() == text) {
        return action;
      }
    }
    return nullptr;
  }

  QAction* entry(const QString& text) { return entry(openedMenu(), text); }

  const std::vector<std::string>& columns() { return window.state().scenario().input.csv.columns; }

  /// Under the control.
  QString problem() {
    const CaptionLine* caption = nullptr;
    for (QWidget* around = &child<ColumnChoice>("chooseColumns"); caption == nullptr;) {
      around = around->parentWidget();
      caption = around->findChild<CaptionLine*>();
    }
    return caption->showsProblem() ? caption->text() : QString();
  }

  const TemporaryFolder folder;
};

TEST_F(ColumnChoiceTest, TicksDecideWhichColumnsAreRead) {
  openAndWait(window, folder.write("weather.csv", "rain,wind & sun,word\n1,2,a\n3,5,b\n4,4,c\n"));
  ASSERT_EQ(columns(), (std::vector<std::string>{"rain", "wind & sun"}));
  QMenu& menu = openedMenu();
  const QAction* word = menu.actions().last();
  EXPECT_EQ(word->text(), QStringLiteral("column \"word\", line 2 holds \"a\"."));
  EXPECT_FALSE(word->isEnabled() || word->isCheckable());
  const auto place = [&](const char* text) {
    return menu.actionGeometry(entry(menu, QString::fromLatin1(text))).center();
  };
  QTest::mouseClick(&menu, Qt::LeftButton, {}, place("rain"));
  EXPECT_EQ(columns(), (std::vector<std::string>{"wind & sun"}));
  EXPECT_TRUE(menu.isVisible()) << "for the next one";
  QTest::mouseClick(&menu, Qt::RightButton, {}, place("rain"));
  EXPECT_EQ(columns().size(), 1U);
  menu.setActiveAction(entry(menu, QStringLiteral("rain")));
  QTest::keyClick(&menu, Qt::Key_Space);
  EXPECT_EQ(columns(), (std::vector<std::string>{"wind & sun", "rain"})) << "the order of x_t";
  EXPECT_TRUE(menu.isVisible());
  menu.hide();
  waitForTraceOfTheState();
  window.state().undoStack()->undo();
  EXPECT_EQ(columns().size(), 1U);
}

TEST_F(ColumnChoiceTest, TheClickThatOpensTheListTicksNothing) {
  openAndWait(window, folder.write("rain.csv", "rain,sun\n1,2\n3,4\n4,5\n"));
  QMenu& menu = openedMenu();
  const QPoint rain = menu.actionGeometry(entry(menu, QStringLiteral("rain"))).center();
  QTest::mouseRelease(&menu, Qt::LeftButton, {}, rain);
  EXPECT_EQ(columns().size(), 2U);
}

TEST_F(ColumnChoiceTest, AColumnWithAGapBeyondTheHorizonStays) {
  std::string rows = "rain,sun\n";
  for (int k = 0; k < 300; ++k) {
    rows += (k == 290 ? std::string() : std::to_string(k)) + ",1\n";
  }
  const auto file = folder.write("gap.csv", rows);
  openAndWait(window, file);
  ASSERT_EQ(columns(), (std::vector<std::string>{"sun"}));
  window.state().edit("input.columns", [](Scenario& scenario) {
    scenario.input.csv.columns = {"rain"};
    scenario.unroll.horizon = 100;
  });
  QMenu& menu = openedMenu();
  ASSERT_NE(entry(menu, QStringLiteral("rain")), nullptr);
  entry(menu, QStringLiteral("sun"))->trigger();
  EXPECT_EQ(columns(), (std::vector<std::string>{"rain", "sun"}));
}

TEST_F(ColumnChoiceTest, WithoutAnyColumnNothingChanges) {
  openAndWait(window, folder.write("rain.csv", "rain\n1\n3\n4\n"));
  entry(QStringLiteral("rain"))->trigger();
  EXPECT_EQ(columns(), (std::vector<std::string>{"rain"}));
  EXPECT_EQ(problem(), QStringLiteral("One column at least"));
  EXPECT_TRUE(entry(QStringLiteral("rain"))->isChecked()) << "when the list opens again";
}

TEST_F(ColumnChoiceTest, AFileThatIsGoneIsToldBesideTheControlUntilItIsBack) {
  const auto file = folder.write("rain.csv", "rain\n1\n3\n4\n");
  openAndWait(window, file);
  std::filesystem::remove(file);
  EXPECT_FALSE(openedMenu().isVisible());
  EXPECT_TRUE(problem().contains(QStringLiteral("rain.csv"))) << problem().toStdString();
  folder.write("rain.csv", "rain\n1\n3\n4\n");
  EXPECT_NE(entry(QStringLiteral("rain")), nullptr);
  EXPECT_EQ(problem(), QString());
}

} // namespace
} // namespace backflow::test
