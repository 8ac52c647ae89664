// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/data_reading.h"

#include "tests/support/temporary_folder.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/panel/caption_line.h"
#include "ui/panel/control_row.h"
#include "ui/window/message_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QUndoStack>

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace backflow::test {
namespace {

class DataReadingTest : public WindowTest {
 protected:
  QString told() const { return child<MessageBar>("messageBar").text(); }
  const Scenario& scenario() { return window.state().scenario(); }

  const TemporaryFolder folder;
};

/// Rows of a number and of what `second` gives.
template <class Second> std::string rows(const std::string& names, int count, Second second) {
  std::string text = names + '\n';
  for (int k = 0; k < count; ++k) {
    text += std::to_string(k) + ',' + second(k) + '\n';
  }
  return text;
}

TEST_F(DataReadingTest, ATableBecomesTheInput) {
  openAndWait(window, folder.write("weather.csv", rows("day,rain,word", 30, [](int k) {
                                     return std::to_string(k * 0.5) + ",wet";
                                   })));
  EXPECT_EQ(scenario().input.kind, InputKind::Csv);
  EXPECT_EQ(scenario().input.csv.columns, (std::vector<std::string>{"day", "rain"}));
  EXPECT_EQ(scenario().unroll.horizon, 30);
  EXPECT_TRUE(told().endsWith(QStringLiteral("Left out of weather.csv: column \"word\", line 2 "
                                             "holds \"wet\"; give a number there.")))
      << told().toStdString();
  waitForTraceOfTheState();
  const Scenario before = scenario();
  openAndWait(window, folder.write("words.csv", "a,b\nx,y\n"));
  EXPECT_EQ(scenario(), before);
  EXPECT_TRUE(told().startsWith(
      QStringLiteral("words.csv: no column holds numbers alone: column \"a\", line 2 holds \"x\"")))
      << told().toStdString();
}

TEST_F(DataReadingTest, ATableThatIsShorterThanTheHorizonSaysSo) {
  window.begin();
  const int before = scenario().unroll.horizon;
  openAndWait(window, folder.write("short.csv", "a,b\n1,2\n3,4\n5,6\n"));
  EXPECT_EQ(scenario().unroll.horizon, 3);
  EXPECT_TRUE(
      told().contains(QStringLiteral("It has 3 rows: the horizon T is now 3, not %1.").arg(before)))
      << told().toStdString();
}

TEST_F(DataReadingTest, TheHorizonComesBackWithAnInputThatIsLongEnough) {
  window.begin();
  window.state().edit({}, [](Scenario& changed) {
    changed.unroll.horizon = 40;
    changed.unroll.truncation = TruncationSpec{TruncationMode::FromLoss, 20};
  });
  const Scenario before = scenario();
  const auto small = folder.write("short.csv", "a,b\n1,2\n3,4\n5,6\n");
  const auto middling = folder.write("middling.csv", rows("a,b", 10, [](int) { return "1"; }));
  const auto large = folder.write("long.csv", rows("a,b", 90, [](int) { return "1"; }));
  const auto chooseKind = [&](InputKind kind) {
    auto& combo = child<QComboBox>("inputCombo");
    const int index = combo.findData(static_cast<int>(kind));
    combo.setCurrentIndex(index);
    emit combo.activated(index);
    EXPECT_EQ(scenario().input.kind, kind);
  };

  openAndWait(window, small);
  EXPECT_EQ(stepsOf(scenario()), (WishedSteps{3, 3}));
  openAndWait(window, middling);
  EXPECT_EQ(stepsOf(scenario()), (WishedSteps{10, 10}));
  EXPECT_TRUE(told().contains(QStringLiteral("It has 10 rows: the horizon T is now 10, not 3.")))
      << told().toStdString();
  openAndWait(window, large);
  EXPECT_EQ(stepsOf(scenario()), (WishedSteps{40, 20}));
  EXPECT_TRUE(told().endsWith(QStringLiteral("The horizon T is 40 again.")))
      << told().toStdString();
  openAndWait(window, small);
  chooseKind(InputKind::Noise);
  EXPECT_EQ(stepsOf(scenario()), (WishedSteps{40, 20}));
  chooseKind(InputKind::Csv);
  EXPECT_EQ(stepsOf(scenario()), (WishedSteps{3, 3})) << "the table is still short";

  QUndoStack& undo = *window.state().undoStack();
  undo.undo();
  EXPECT_EQ(stepsOf(scenario()), (WishedSteps{40, 20}));
  undo.undo();
  EXPECT_EQ(stepsOf(scenario()), (WishedSteps{3, 3}));
  chooseKind(InputKind::Noise);
  EXPECT_EQ(stepsOf(scenario()), (WishedSteps{40, 20})) << "what is wished for is undone too";
  for (int step = 0; step < 4; ++step) {
    undo.undo();
  }
  undo.undo();
  EXPECT_EQ(scenario(), before);
}

TEST_F(DataReadingTest, TheTruncationLengthComesBackThoughItWasSwitchedOffMeanwhile) {
  window.begin();
  window.state().edit("unroll.truncation", [](Scenario& changed) {
    changed.unroll.horizon = 40;
    changed.unroll.truncation = TruncationSpec{TruncationMode::Windows, 20};
  });
  const auto small = folder.write("small.csv", rows("a,b", 3, [](int) { return "1"; }));
  const auto large = folder.write("large.csv", rows("a,b", 90, [](int) { return "1"; }));
  auto& truncated = child<QCheckBox>("truncationCheck");
  openAndWait(window, small);
  ASSERT_EQ(scenario().unroll.truncation->length, 3);
  truncated.click();
  openAndWait(window, large);
  ASSERT_FALSE(scenario().unroll.truncation);
  truncated.click();
  ASSERT_TRUE(scenario().unroll.truncation);
  EXPECT_EQ(scenario().unroll.truncation->length, 20);

  truncated.click();
  openAndWait(window, small);
  truncated.click();
  EXPECT_EQ(scenario().unroll.truncation->length, 3);
  openAndWait(window, large);
  EXPECT_EQ(scenario().unroll.truncation->length, 20);
}

TEST_F(DataReadingTest, AHorizonThatWasChangedMeanwhileStays) {
  window.begin();
  openAndWait(window, folder.write("short.csv", rows("a,b", 10, [](int) { return "1"; })));
  ASSERT_EQ(scenario().unroll.horizon, 10);
  window.state().edit("unroll.horizon", [](Scenario& changed) { changed.unroll.horizon = 7; });
  openAndWait(window, folder.write("long.csv", rows("a,b", 90, [](int) { return "1"; })));
  EXPECT_EQ(scenario().unroll.horizon, 7);
}

TEST_F(DataReadingTest, ATableThatHasGrownGivesTheStepsBack) {
  window.begin();
  const int before = scenario().unroll.horizon;
  openAndWait(window, folder.write("grows.csv", "a,b\n1,2\n3,4\n5,6\n"));
  ASSERT_EQ(scenario().unroll.horizon, 3);
  openAndWait(window, folder.write("grows.csv", rows("a,b", 2000, [](int) { return "1"; })));
  EXPECT_EQ(scenario().unroll.horizon, before);
}

TEST_F(DataReadingTest, AColumnWithOneBadCellIsMissedAloud) {
  openAndWait(window, folder.write("gap.csv", rows("day,rain", 9, [](int k) {
                                     return k == 4 ? std::string("abc") : std::string("1");
                                   })));
  EXPECT_EQ(scenario().input.csv.columns, (std::vector<std::string>{"day"}));
  EXPECT_TRUE(told().endsWith(QStringLiteral(
      "Left out of gap.csv: column \"rain\", line 6 holds \"abc\"; give a number there.")))
      << told().toStdString();
  openAndWait(window, folder.write("gaps.csv", rows("day,rain,sun", 9, [](int k) {
                                     return k == 4 ? std::string(",") : std::string("1,2");
                                   })));
  EXPECT_TRUE(told().endsWith(QStringLiteral("line 6 is an empty cell; give a number there. "
                                             "(Also: column \"sun\", line 6 is an empty cell.)")))
      << told().toStdString();
  openAndWait(window, folder.write("one.csv", "rain\n1\n2\nx\n"));
  EXPECT_EQ(told(), QStringLiteral("one.csv: no column holds numbers alone: column \"rain\", "
                                   "line 4 holds \"x\"; give a number there."));
}

TEST_F(DataReadingTest, WhatIsLeftOutStandsBesideTheColumns) {
  const auto note = [this] {
    const QWidget* row = child<QLabel>("inputColumns").parentWidget();
    while (qobject_cast<const ControlRow*>(row) == nullptr) {
      row = row->parentWidget();
    }
    return row->findChild<CaptionLine*>()->text();
  };
  const auto bad = folder.write("nan.csv", rows("day,rain,sky", 9, [](int k) {
                                  return std::string(k == 4 ? "NaN" : "1") + ",grey";
                                }));
  openAndWait(window, bad);
  EXPECT_EQ(note(), QStringLiteral("Left out: column \"rain\", line 6 holds \"NaN\"; give a number "
                                   "there. (Also: column \"sky\", line 2 holds \"grey\".)"));
  openAndWait(window, folder.write("good.csv", "a,b\n1,2\n3,4\n"));
  EXPECT_FALSE(note().contains(QStringLiteral("rain"))) << note().toStdString();
  window.state().undoStack()->undo();
  EXPECT_TRUE(note().contains(QStringLiteral("rain"))) << note().toStdString();
}

TEST_F(DataReadingTest, OfATableOfWordsTheMessageNamesAFew) {
  openAndWait(window, folder.write("words.csv", "a,b,c,d,e,f,g\n1,u,v,w,x,y,z\n"));
  EXPECT_TRUE(
      told().endsWith(QStringLiteral("column \"d\", line 2 holds \"w\"; column \"e\", line 2 "
                                     "holds \"x\"; 2 more.)")))
      << told().toStdString();
}

TEST_F(DataReadingTest, ATextBecomesTheInputOverNoMoreStepsThanItHas) {
  window.begin();
  const int before = scenario().unroll.horizon;
  openAndWait(window, folder.write("song.txt", "\xEF\xBB\xBF"
                                               "a\xC3\xA7\xC3\xA3o"));
  EXPECT_EQ(scenario().input.kind, InputKind::Text);
  EXPECT_EQ(scenario().unroll.horizon, 3);
  EXPECT_TRUE(told().endsWith(
      QStringLiteral("It has 4 characters: the horizon T is now 3, not %1. Undo brings it back.")
          .arg(before)))
      << told().toStdString();
  waitForTraceOfTheState();
}

TEST_F(DataReadingTest, ATextThatCannotBeReadLeavesTheScenario) {
  window.begin();
  const Scenario before = scenario();
  const auto refused = [&](const char* name, const std::string& content) {
    openAndWait(window, folder.write(name, content));
    EXPECT_EQ(scenario(), before) << name;
    return told();
  };
  EXPECT_EQ(refused("latin.txt", "maca\xE7\xE3"),
            QStringLiteral("latin.txt: is no UTF-8 text; give a text file in UTF-8."));
  EXPECT_EQ(
      refused("empty.txt", ""),
      QStringLiteral("empty.txt is too short: give a text of at least 2 characters, in UTF-8."));
  EXPECT_TRUE(refused("one.txt", "a").startsWith(u"one.txt is too short"));
}

TEST_F(DataReadingTest, WeightsThatAreWrittenOutNameWhyTheyCannotReadTheFile) {
  window.openFile(libraryEntry("gru-one-step")->file);
  ASSERT_EQ(scenario().weights.init, WeightInit::Explicit);
  const Scenario before = scenario();
  const auto refused = [&](const std::filesystem::path& file) {
    openAndWait(window, file);
    EXPECT_EQ(scenario(), before);
    return told();
  };
  EXPECT_TRUE(
      refused(folder.write("three.csv", "a,b,c\n1,2,3\n3,4,5\n"))
          .endsWith(u"three.csv is an input of size 3, but the weights of this scenario are "
                    u"written out for another size. Choose how to draw weights first, "
                    u"under “Weights”."));
  EXPECT_TRUE(refused(folder.write("song.txt", "ab")).contains(u"song.txt is an input of size 2"));
}

TEST_F(DataReadingTest, WhatIsOpenedMeanwhileStays) {
  window.openFile(folder.write("late.csv", "a\n1\n2\n3\n"));
  window.openFile(libraryEntry("gru-carry")->file);
  EXPECT_FALSE(window.findChild<DataReading*>()->isBusy());
  const Scenario opened = scenario();
  openAndWait(window, folder.write("missing.csv", "")); // after the first in the same thread
  EXPECT_EQ(scenario(), opened);
  EXPECT_TRUE(told().startsWith(QStringLiteral("\"missing.csv\""))) << told().toStdString();
}

TEST_F(DataReadingTest, WhatWasLeftBehindIsOfferedWhenTheFileOfTheStartIsRead) {
  {
    MainWindow earlier(libraryGroups());
    earlier.begin();
    earlier.state().edit("weights.gain", [](Scenario& left) { left.weights.gain = 1.75; });
    earlier.close();
  }
  MainWindow later(libraryGroups());
  later.begin(folder.write("start.csv", "a\n1\n2\n3\n"));
  const auto* data = later.findChild<DataReading*>();
  ASSERT_TRUE(QTest::qWaitFor([data] { return !data->isBusy(); }, 30000));
  const QString text = later.findChild<MessageBar*>()->text();
  EXPECT_TRUE(text.contains(QStringLiteral("not saved"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("start.csv"))) << text.toStdString();
}

} // namespace
} // namespace backflow::test
