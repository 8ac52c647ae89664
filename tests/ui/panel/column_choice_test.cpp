// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/column_choice.h"

#include "tests/support/temporary_folder.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/panel/caption_line.h"

#include <QAction>
#include <QMenu>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace backflow::test {
namespace {

class ColumnChoiceTest : public WindowTest {
 protected:
  /// The list as it opens, by what each entry says.
  QAction* entry(const QString& text) {
    QMenu* menu = child<ColumnChoice>("chooseColumns").menu();
    emit menu->aboutToShow();
    for (QAction* action : menu->actions()) {
      if (action->text() == text) {
        return action;
      }
    }
    return nullptr;
  }

  const std::vector<std::string>& columns() { return window.state().scenario().input.csv.columns; }

  const TemporaryFolder folder;
};

TEST_F(ColumnChoiceTest, TicksDecideWhichColumnsAreRead) {
  window.openFile(folder.write("weather.csv", "rain,wind & sun,word\n1,2,a\n3,5,b\n4,4,c\n"));
  ASSERT_EQ(columns(), (std::vector<std::string>{"rain", "wind & sun"}));
  EXPECT_EQ(entry(QStringLiteral("word")), nullptr) << "holds no numbers";
  entry(QStringLiteral("rain"))->trigger();
  EXPECT_EQ(columns(), (std::vector<std::string>{"wind & sun"}));
  waitForTraceOfTheState();
  window.state().undoStack()->undo();
  EXPECT_EQ(columns().size(), 2U);
}

TEST_F(ColumnChoiceTest, WithoutAnyColumnNothingChanges) {
  window.openFile(folder.write("rain.csv", "rain\n1\n3\n4\n"));
  entry(QStringLiteral("rain"))->trigger();
  EXPECT_EQ(columns(), (std::vector<std::string>{"rain"}));
  EXPECT_TRUE(entry(QStringLiteral("rain"))->isChecked()) << "when the list opens again";
}

TEST_F(ColumnChoiceTest, AFileThatIsGoneIsToldBesideTheControl) {
  const auto file = folder.write("rain.csv", "rain\n1\n3\n4\n");
  window.openFile(file);
  std::filesystem::remove(file);
  EXPECT_EQ(entry(QStringLiteral("rain")), nullptr);
  const auto captions = window.findChildren<CaptionLine*>();
  EXPECT_TRUE(std::ranges::any_of(captions, [](const CaptionLine* caption) {
    return caption->showsProblem() && caption->text().contains(QStringLiteral("rain.csv"));
  }));
}

} // namespace
} // namespace backflow::test
