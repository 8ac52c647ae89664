// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"

#include <QLabel>
#include <QTabWidget>
#include <QTest>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

class BusyNoteTest : public WindowTest {};

TEST_F(BusyNoteTest, SaysThatTheCurvesAreOfTheSettingsBeforeWhileARunTakesLong) {
  showWindow();
  ASSERT_TRUE(QTest::qWaitFor([this] { return window.trace() != nullptr; }, 30000));
  const auto& note = child<QLabel>("busy");
  EXPECT_FALSE(note.isVisible());
  window.state().edit("unroll.horizon",
                      [](Scenario& scenario) { scenario.unroll.horizon = 1'000'000; });
  EXPECT_TRUE(QTest::qWaitFor([&] { return note.isVisible(); }, 30000));
  const auto& flow = child<QWidget>("gradientFlow");
  EXPECT_TRUE(flow.rect().contains(QRect(note.mapTo(&flow, QPoint()), note.size())));
  window.state().edit("unroll.horizon", [](Scenario& scenario) { scenario.unroll.horizon = 50; });
  // The long run may end first: its curves are shown too, and the note goes and comes.
  EXPECT_TRUE(QTest::qWaitFor(
      [&] { return !note.isVisible() && window.trace()->scenario.unroll.horizon == 50; }, 60000));
}

TEST_F(BusyNoteTest, DoesNotCallCurvesOutdatedThatAreComputedAgainForAnotherView) {
  showWindow();
  const auto& note = child<QLabel>("busy");
  const auto takeLong = [this](int horizon) {
    window.state().edit("unroll.horizon",
                        [horizon](Scenario& scenario) { scenario.unroll.horizon = horizon; });
  };
  constexpr int longHorizon = 600'000;
  takeLong(longHorizon);
  ASSERT_TRUE(QTest::qWaitFor([&] { return note.isVisible(); }, 30000));
  const QString outdated = note.text();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return window.trace() && window.trace()->scenario.unroll.horizon == longHorizon; },
      120000));
  child<QTabWidget>("lowerTabs").setCurrentWidget(&child<QWidget>("gatesTab"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return note.isVisible(); }, 30000));
  EXPECT_NE(note.text(), outdated);
  takeLong(longHorizon + 1);
  EXPECT_EQ(note.text(), outdated);
}

TEST_F(BusyNoteTest, SaysThatTheCurvesAreOfTheSettingsBeforeWhereARunIsNotPossible) {
  showWindow();
  ASSERT_TRUE(QTest::qWaitFor([this] { return window.trace() != nullptr; }, 30000));
  const auto& note = child<QLabel>("busy");
  Document document = window.state().document();
  document.scenario.input.kind = InputKind::Csv;
  document.scenario.input.csv.file = "nowhere.csv";
  window.state().open(document);
  ASSERT_TRUE(QTest::qWaitFor([&] { return note.isVisible(); }, 30000));
  EXPECT_TRUE(note.text().contains(QStringLiteral("cannot be computed")))
      << note.text().toStdString();
  QTest::qWait(50);
  EXPECT_TRUE(note.isVisible()) << "until something else is shown";
  window.state().undoStack()->undo();
  EXPECT_TRUE(QTest::qWaitFor([&] { return !note.isVisible(); }, 30000));
}

} // namespace
} // namespace backflow::test
