// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/compare_row.h"

#include "tests/support/experiments.h"
#include "tests/ui/child.h"
#include "ui/text/language.h"

#include <QAction>
#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <gtest/gtest.h>

#include <functional>

namespace backflow::test {
namespace {

class CompareRowTest : public testing::Test {
 protected:
  CompareRowTest() : row(state) {
    Scenario scenario = drawn(Activation::Tanh, 4, 10, 0.9);
    scenario.title = "first";
    state.open({scenario, {}});
    row.resize(900, row.sizeHint().height());
  }

  void edit(const std::function<void(Scenario&)>& change) {
    state.edit(QStringLiteral("field"), change);
  }

  void pin() {
    row.showTrace(std::make_shared<const Trace>(traceOf(state.scenario())));
    row.pinAction()->trigger();
  }

  /// "before", by its keys.
  QLineEdit& renameFirst() {
    row.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&row));
    auto& name = child<QLineEdit>("pin1Name");
    name.setFocus();
    QTest::keyClick(&name, Qt::Key_F2);
    QTest::keyClicks(&name, QStringLiteral("before"));
    QTest::keyClick(&name, Qt::Key_Return);
    return name;
  }

  template <class Widget> Widget& child(const char* name) { return childOf<Widget>(row, name); }

  AppState state;
  CompareRow row;
};

TEST_F(CompareRowTest, IsThereOnlyWhileThereIsSomethingInIt) {
  EXPECT_TRUE(row.isHidden());
  EXPECT_FALSE(row.pinAction()->isEnabled());
  pin();
  EXPECT_FALSE(row.isHidden());
  row.setWanted(false);
  EXPECT_TRUE(row.isHidden());
  row.setWanted(true);
  child<QToolButton>("pinsRemoveAll").click();
  EXPECT_TRUE(row.pinned().empty());
  EXPECT_FALSE(row.isHidden()) << "removing can be undone";
  child<QToolButton>("pinsUndoRemove").click();
  EXPECT_EQ(row.pinned().size(), 1U);
  child<QToolButton>("pinsRemoveAll").click();
  child<QToolButton>("pinsForgetRemoved").click();
  EXPECT_TRUE(row.isHidden());
}

TEST_F(CompareRowTest, InClassNothingOffersToBringBackWhatWasRemoved) {
  pin();
  child<QToolButton>("pinsRemoveAll").click();
  row.setForClass(true);
  EXPECT_TRUE(row.isHidden());
  row.setForClass(false);
  EXPECT_FALSE(row.isHidden());
}

TEST_F(CompareRowTest, WhatWasRemovedCanBeBroughtBackForAWhile) {
  pin();
  child<QToolButton>("pinsRemoveAll").click();
  auto& goes = child<QTimer>("removedGoes");
  ASSERT_TRUE(goes.isActive());
  EXPECT_GE(goes.interval(), 5000);
  goes.start(1);
  EXPECT_TRUE(QTest::qWaitFor([this] { return row.isHidden(); }));
}

TEST_F(CompareRowTest, NamesByTheTitleThenByWhatWasChanged) {
  pin();
  edit([](Scenario& scenario) { scenario.weights.gain = 1.1; });
  pin();
  edit([](Scenario& scenario) { scenario.unroll.horizon = 20; });
  pin();
  ASSERT_EQ(row.pinned().size(), 3U);
  EXPECT_EQ(row.pinned()[0].name, QStringLiteral("first"));
  EXPECT_EQ(row.pinned()[1].name, QStringLiteral("gain 1.1"));
  EXPECT_EQ(row.pinned()[2].name, QStringLiteral("T 20"));
  EXPECT_EQ(child<QLabel>("pin1Difference").text(), QStringLiteral("gain 0.9 → 1.1, T 10 → 20"));
  EXPECT_EQ(child<QLabel>("pin3Difference").text(), QStringLiteral("the same settings"));
}

TEST_F(CompareRowTest, NamesFollowTheLanguageUnlessSomebodyGaveThem) {
  pin();
  edit([](Scenario& scenario) { scenario.weights.gain = 1.5; });
  pin();
  renameFirst();
  const auto speak = [this](const char* language) {
    useLanguage(QString::fromLatin1(language));
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&row, &change);
  };
  EXPECT_EQ(row.pinned()[1].name, QStringLiteral("gain 1.5"));
  speak("pt_BR");
  EXPECT_EQ(row.pinned()[1].name, QStringLiteral("ganho 1,5"));
  EXPECT_EQ(row.pinned()[0].name, QStringLiteral("before"));
  speak("en");
  EXPECT_EQ(row.pinned()[1].name, QStringLiteral("gain 1.5"));
}

TEST_F(CompareRowTest, NamesThatComeBackFollowTheLanguageToo) {
  pin();
  edit([](Scenario& scenario) { scenario.weights.gain = 1.5; });
  pin();
  renameFirst();
  const std::vector<PinnedSettings> kept = row.pinnedSettings();
  useLanguage(QStringLiteral("pt_BR"));
  CompareRow next(state);
  next.bringBack(kept);
  ASSERT_TRUE(QTest::qWaitFor([&] { return next.pinned().size() == 2; }, 30000));
  EXPECT_EQ(next.pinned()[0].name, QStringLiteral("before"));
  EXPECT_EQ(next.pinned()[1].name, QStringLiteral("ganho 1,5"));
  useLanguage(QStringLiteral("en"));
  QEvent change(QEvent::LanguageChange);
  QCoreApplication::sendEvent(&next, &change);
  EXPECT_EQ(next.pinned()[1].name, QStringLiteral("gain 1.5"));
}

TEST_F(CompareRowTest, WhatDiffersFollowsTheScenario) {
  pin();
  EXPECT_EQ(child<QLabel>("pin1Difference").text(), QStringLiteral("the same settings"));
  edit([](Scenario& scenario) { scenario.weights.gain = 2; });
  EXPECT_EQ(child<QLabel>("pin1Difference").text(), QStringLiteral("gain 0.9 → 2"));
}

TEST_F(CompareRowTest, LoadsTheSettingsOfAPinnedRun) {
  const Scenario first = state.scenario();
  pin();
  edit([](Scenario& scenario) { scenario.weights.gain = 2; });
  child<QToolButton>("pin1Load").click();
  EXPECT_EQ(state.scenario(), first);
  state.undoStack()->undo();
  EXPECT_EQ(state.scenario().weights.gain, 2);
}

TEST_F(CompareRowTest, F2RenamesAndEscapeDoesNot) {
  pin();
  QLineEdit& name = renameFirst();
  EXPECT_EQ(row.pinned()[0].name, QStringLiteral("before"));
  QTest::mouseDClick(&name, Qt::LeftButton);
  QTest::keyClicks(&name, QStringLiteral("other"));
  QTest::keyClick(&name, Qt::Key_Escape);
  EXPECT_EQ(row.pinned()[0].name, QStringLiteral("before"));
  EXPECT_EQ(name.text(), QStringLiteral("before"));
}

TEST_F(CompareRowTest, ShowsHidesAndRemovesARun) {
  pin();
  pin();
  const QSignalSpy changed(&row, &CompareRow::comparisonChanged);
  child<QCheckBox>("pin2Shown").click();
  EXPECT_FALSE(row.pinned()[1].isShown);
  child<QToolButton>("pin1Remove").click();
  ASSERT_EQ(row.pinned().size(), 1U);
  EXPECT_FALSE(row.pinned()[0].isShown);
  EXPECT_EQ(changed.count(), 2);
}

TEST_F(CompareRowTest, SixPinsAreTheMostAndTheActionSaysSo) {
  for (int k = 0; k < 6; ++k) {
    EXPECT_TRUE(k == 0 || row.pinAction()->isEnabled());
    pin();
  }
  EXPECT_FALSE(row.pinAction()->isEnabled());
  EXPECT_TRUE(row.pinAction()->toolTip().contains(QStringLiteral("6")));
}

TEST_F(CompareRowTest, TheBandFollowsTheScenario) {
  row.bandAction()->trigger();
  EXPECT_FALSE(row.isHidden());
  const auto hasBand = [this] {
    return row.band() && row.band()->scenario == state.scenario();
  };
  ASSERT_TRUE(QTest::qWaitFor(hasBand, 30000));
  EXPECT_EQ(row.band()->band.seeds, 30);
  EXPECT_EQ(child<QLabel>("seedProgress").text(), QStringLiteral("seeds 11 to 40"));
  edit([](Scenario& scenario) { scenario.weights.gain = 1.5; });
  EXPECT_FALSE(hasBand());
  ASSERT_TRUE(QTest::qWaitFor(hasBand, 30000));
  row.bandAction()->trigger();
  EXPECT_EQ(row.band(), nullptr);
  EXPECT_TRUE(row.isHidden());
}

TEST_F(CompareRowTest, GivenWeightsHaveNoBandAndTheActionSaysWhy) {
  row.bandAction()->trigger();
  state.open({scalar(0.5, 10), {}});
  EXPECT_EQ(row.band(), nullptr);
  EXPECT_FALSE(child<QLabel>("seedProgress").text().isEmpty());
  row.bandAction()->trigger();
  EXPECT_FALSE(row.bandAction()->isEnabled());
  EXPECT_TRUE(row.bandAction()->toolTip().contains(QStringLiteral("weights")));
}

} // namespace
} // namespace backflow::test
