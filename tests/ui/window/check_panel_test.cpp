// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/check_panel.h"

#include "core/check/self_check.h"
#include "tests/ui/window/window_fixture.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>

#include <cstdlib>

namespace backflow::test {
namespace {

class CheckPanelTest : public WindowTest {
 protected:
  CheckPanelTest() {
    showWindow();
    child<QAction>("checkComputer").trigger();
  }

  void waitForResult() { ASSERT_TRUE(shown.wait(30000)); }

  CheckPanel& panel = child<CheckPanel>("checkPanel");
  QSignalSpy shown{&panel, &CheckPanel::shown};
};

TEST_F(CheckPanelTest, SaysTheResultInASentenceAndListsTheChecks) {
  // It is there at once, before anything is found.
  EXPECT_TRUE(panel.isVisible());
  EXPECT_EQ(child<QTextBrowser>("checkList").toPlainText(), QString());
  EXPECT_FALSE(child<QPushButton>("checkCopy").isEnabled());
  waitForResult();
  const auto checks = static_cast<qsizetype>(checkThisComputer().value().checks.size());
  const QString summary = child<QLabel>("checkSummary").text();
  EXPECT_TRUE(summary.contains(QString::number(checks))) << summary.toStdString();
  EXPECT_TRUE(summary.startsWith(QStringLiteral("This computer computes as it should")));
  const QString list = child<QTextBrowser>("checkList").toPlainText();
  EXPECT_EQ(list.count(QChar(0x2713)), checks);
  EXPECT_TRUE(list.contains(QStringLiteral("bfloat16")));
}

TEST_F(CheckPanelTest, CopiesAllAsText) {
  waitForResult();
  child<QPushButton>("checkCopy").click();
  const QString copied = QGuiApplication::clipboard()->text();
  EXPECT_EQ(copied, panel.text());
  EXPECT_TRUE(copied.startsWith(child<QLabel>("checkSummary").text()));
  EXPECT_EQ(copied.count(QChar('\n')), copied.count(QChar(0x2713)) + 1);
}

TEST_F(CheckPanelTest, EscapeClosesItAndTheMenuChecksAnew) {
  waitForResult();
  QTest::keyClick(&panel, Qt::Key_Escape);
  EXPECT_TRUE(panel.isHidden());
  child<QAction>("checkComputer").trigger();
  EXPECT_TRUE(panel.isVisible());
  waitForResult();
  child<QPushButton>("checkAgain").click();
  waitForResult();
  EXPECT_EQ(shown.count(), 3);
}

TEST_F(CheckPanelTest, LeavesTheWindowToItsWork) {
  // A setting that is changed while the computer is checked runs as ever.
  window.state().edit(QString(), [](Scenario& scenario) { scenario.weights.gain = 1.7; });
  waitForTraceOfTheState();
  waitForResult();
}

TEST_F(CheckPanelTest, FitsIntoSmallWindowsAndStaysInTheMiddle) {
  waitForResult();
  for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
    window.resize(size);
    QCoreApplication::processEvents();
    const QRect room = window.centralWidget()->rect();
    EXPECT_TRUE(room.contains(panel.geometry()));
    EXPECT_LE(std::abs(panel.geometry().center().x() - room.center().x()), 1);
  }
}

TEST_F(CheckPanelTest, ClosingTheWindowWhileItChecksIsSafe) {
  window.close(); // the fixture destroys it with the check under way
}

} // namespace
} // namespace backflow::test
