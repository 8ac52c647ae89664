// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/session_fixture.h"
#include "ui/run/session_keeper.h"
#include "ui/window/compare_row.h"
#include "ui/window/message_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace backflow::test {
namespace {

TEST_F(SessionTest, PinnedCurvesComeBackToTheSameBits) {
  std::shared_ptr<const Trace> before;
  {
    MainWindow window(libraryGroups());
    pinFirst(window);
    before = window.trace();
    window.state().edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 1.75; });
    window.close();
  }
  MainWindow window(libraryGroups());
  window.begin();
  window.show();
  auto* message = window.findChild<MessageBar*>(QStringLiteral("messageBar"));
  EXPECT_TRUE(message->text().contains(QStringLiteral("1 pinned curve")))
      << message->text().toStdString();
  message->findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  auto* compare = window.findChild<CompareRow*>();
  EXPECT_EQ(compare->pinnedSettings().size(), 1U) << "kept while it is still computed";
  ASSERT_TRUE(QTest::qWaitFor([&] { return compare->pinned().size() == 1; }, 30000));
  const PinnedRun& run = compare->pinned().front();
  EXPECT_EQ(run.letter(), QLatin1Char('A'));
  ASSERT_EQ(run.trace->runs.size(), before->runs.size());
  for (std::size_t k = 0; k < before->runs.size(); ++k) {
    EXPECT_EQ(run.trace->runs[k].steps.gradientNorm, before->runs[k].steps.gradientNorm);
  }
  // The gain differs from the scenario as it was opened, then as now.
  EXPECT_EQ(window.state().opened().weights.gain, 0.5);
  window.state().reset();
  EXPECT_EQ(window.state().scenario().weights.gain, 0.5);
}

TEST_F(SessionTest, PinnedCurvesAloneAreOfferedToo) {
  {
    MainWindow window(libraryGroups());
    pinFirst(window);
    window.close();
  }
  MainWindow window(libraryGroups());
  window.begin();
  auto* message = window.findChild<MessageBar*>(QStringLiteral("messageBar"));
  EXPECT_TRUE(message->text().contains(QStringLiteral("1 pinned curve")))
      << message->text().toStdString();
  message->findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  EXPECT_FALSE(window.isWindowModified());
}

TEST_F(SessionTest, APinnedCurveWhoseTableIsGoneIsTold) {
  MainWindow window(libraryGroups());
  auto* compare = window.findChild<CompareRow*>();
  PinnedSettings pin{0, QStringLiteral("rain"), true, documentWithGain(0.5)};
  pin.document.scenario.input.kind = InputKind::Csv;
  pin.document.scenario.input.csv = {"/nowhere/rain.csv", {"rain"}, false};
  compare->bringBack({pin, {1, QStringLiteral("noise"), true, documentWithGain(0.5)}});
  ASSERT_TRUE(QTest::qWaitFor([&] { return compare->pinned().size() == 1; }, 30000));
  EXPECT_EQ(compare->pinned().front().name, QStringLiteral("noise"));
  const QString text = window.findChild<MessageBar*>()->text();
  EXPECT_TRUE(text.contains(QStringLiteral("“rain”")) && text.contains(QStringLiteral("rain.csv")))
      << text.toStdString();
  EXPECT_EQ(compare->pinnedSettings().size(), 2U) << "the table may only be away";
}

TEST_F(SessionTest, RemoveAllEndsWhatIsStillToCome) {
  MainWindow window(libraryGroups());
  auto* compare = window.findChild<CompareRow*>();
  std::vector<PinnedSettings> pins;
  pins.reserve(4);
  for (int slot = 0; slot < 4; ++slot) {
    pins.push_back({slot, QString::number(slot), true, documentWithGain(0.5 + slot)});
  }
  compare->bringBack(pins);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !compare->pinned().empty(); }, 30000));
  window.findChild<QAbstractButton*>(QStringLiteral("pinsRemoveAll"))->click();
  EXPECT_TRUE(compare->pinnedSettings().empty());
  QTest::qWait(300); // for what was computing
  EXPECT_TRUE(compare->pinned().empty());
}

TEST_F(SessionTest, CurvesThatComeBackKeepTheirLetters) {
  MainWindow window(libraryGroups());
  window.begin();
  waitForTrace(window);
  auto* compare = window.findChild<CompareRow*>();
  compare->bringBack({{0, QStringLiteral("first"), true, documentWithGain(0.5)},
                      {3, QStringLiteral("second"), false, documentWithGain(0.7)}});
  window.findChild<QAction*>(QStringLiteral("pinCurves"))->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return compare->pinned().size() == 3; }, 30000));
  const auto letterOf = [&](const char* name) {
    const auto& runs = compare->pinned();
    const auto run = std::ranges::find(runs, QString::fromLatin1(name), &PinnedRun::name);
    return run == runs.end() ? QChar() : run->letter();
  };
  EXPECT_EQ(letterOf("first"), QLatin1Char('A'));
  EXPECT_EQ(letterOf("second"), QLatin1Char('D'));
  EXPECT_EQ(compare->pinned().front().letter(), QLatin1Char('B')) << "the one pinned meanwhile";
}

TEST_F(SessionTest, ANameThatIsBeingTypedIsKeptWhenTheWindowCloses) {
  {
    MainWindow window(libraryGroups());
    pinFirst(window);
    auto* name = window.findChild<QLineEdit*>(QStringLiteral("pin1Name"));
    name->setFocus();
    QTest::keyClick(name, Qt::Key_F2);
    QTest::keyClicks(name, QStringLiteral("half"));
    window.close();
  }
  const auto session = SessionStore(windowSessions()).takeLeftBehind();
  ASSERT_TRUE(session && session->pinCount() == 1);
  EXPECT_EQ(session->pins->front().name, QStringLiteral("half"));
}

} // namespace
} // namespace backflow::test
