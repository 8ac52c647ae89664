// SPDX-License-Identifier: GPL-3.0-or-later
// Several windows that left their work behind: any of it can be chosen first, and none is lost.
#include "tests/ui/child.h"
#include "tests/ui/window/session_fixture.h"
#include "ui/state/session_store.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <vector>

namespace backflow::test {
namespace {

using namespace std::chrono_literals;

class LeftBehindTest : public SessionTest {
 protected:
  LeftBehindTest() {
    // The first is the newest.
    for (int hours = 0; const double gain : {1.25, 1.5, 1.75}) {
      const SessionStore store(windowSessions());
      Document document;
      document.scenario.title = "gain & " + std::to_string(gain).substr(0, 4);
      document.scenario.weights.gain = gain;
      EXPECT_EQ(store.keep({document, {}, false}), QString());
      std::filesystem::last_write_time(store.file(), std::filesystem::file_time_type::clock::now() -
                                                         1h * hours++);
    }
  }

  /// What the list offers, the newest first.
  static QStringList others(const MainWindow& window) {
    QStringList names;
    for (const QAction* other : childOf<QToolButton>(window, "messageOthers").menu()->actions()) {
      names << other->text();
    }
    return names;
  }

  static void choose(MainWindow& window, int index) {
    childOf<QToolButton>(window, "messageOthers").menu()->actions().at(index)->trigger();
    QApplication::processEvents();
  }

  static QString text(const MainWindow& window) {
    return childOf<MessageBar>(window, "messageBar").text();
  }

  static bool isOffered(const MainWindow& window, const char* title) {
    return text(window).contains(QStringLiteral("“%1”").arg(QString::fromLatin1(title)));
  }
};

TEST_F(LeftBehindTest, EachCanBeReachedBeforeTheNewerOnesAreAnswered) {
  MainWindow window(libraryGroups());
  window.begin();
  window.show();
  EXPECT_TRUE(isOffered(window, "gain & 1.25")) << text(window).toStdString();
  auto& button = childOf<QToolButton>(window, "messageOthers");
  EXPECT_TRUE(button.isVisible());
  EXPECT_TRUE(button.text().startsWith(QStringLiteral("2 other session")));
  ASSERT_EQ(others(window).size(), 2);
  EXPECT_TRUE(others(window)[0].endsWith(QStringLiteral("gain && 1.50")));
  EXPECT_TRUE(others(window)[1].endsWith(QStringLiteral("gain && 1.75")));
  // With the time: titles may be the same.
  const QString today = QLocale().toString(QDate::currentDate(), QLocale::ShortFormat);
  const QString before = QLocale().toString(QDate::currentDate().addDays(-1), QLocale::ShortFormat);
  EXPECT_TRUE(others(window)[1].startsWith(today) || others(window)[1].startsWith(before));

  choose(window, 1);
  EXPECT_TRUE(isOffered(window, "gain & 1.75")) << text(window).toStdString();
  ASSERT_EQ(others(window).size(), 2);
  EXPECT_TRUE(others(window)[0].endsWith(QStringLiteral("gain && 1.25"))) << "it waits";
  childOf<QPushButton>(window, "messageAccept").click();
  EXPECT_EQ(window.state().scenario().weights.gain, 1.75);
  EXPECT_EQ(text(window), QString());
}

TEST_F(LeftBehindTest, WhatWasNotChosenIsOfferedAtTheNextStart) {
  {
    MainWindow window(libraryGroups());
    window.begin();
    choose(window, 0);
    childOf<QPushButton>(window, "messageAccept").click();
    EXPECT_EQ(window.state().scenario().weights.gain, 1.5);
    window.close();
  }
  MainWindow window(libraryGroups());
  window.begin();
  window.show();
  QStringList all = others(window);
  all << text(window);
  for (const char* gain : {"1.25", "1.50", "1.75"}) {
    EXPECT_EQ(all.filter(QString::fromLatin1(gain)).size(), 1) << gain;
  }
}

TEST_F(LeftBehindTest, WhatIsDiscardedIsTheOneChosen) {
  {
    MainWindow window(libraryGroups());
    window.begin();
    window.show();
    choose(window, 1);
    childOf<QPushButton>(window, "messageDecline").click();
    EXPECT_TRUE(isOffered(window, "gain & 1.75")) << text(window).toStdString();
    EXPECT_FALSE(childOf<QToolButton>(window, "messageOthers").isVisible()) << "one question";
    childOf<QPushButton>(window, "messageAccept").click();
    EXPECT_TRUE(isOffered(window, "gain & 1.25"));
    EXPECT_EQ(others(window).size(), 1);
    window.close();
  }
  SessionStore store(windowSessions());
  EXPECT_EQ(store.takeLeftBehind()->document.scenario.weights.gain, 1.25);
  const std::vector<Session> others = store.othersLeftBehind();
  ASSERT_EQ(others.size(), 1U);
  EXPECT_EQ(others.front().document.scenario.weights.gain, 1.5);
}

TEST_F(LeftBehindTest, OneThatAnotherWindowHasTakenLeavesTheOfferAsItIs) {
  MainWindow window(libraryGroups());
  window.begin();
  window.show();
  SessionStore other(windowSessions());
  ASSERT_EQ(other.takeLeftBehind()->document.scenario.weights.gain, 1.5);
  choose(window, 0);
  EXPECT_TRUE(isOffered(window, "gain & 1.25"));
  ASSERT_EQ(others(window).size(), 1);
  EXPECT_TRUE(others(window)[0].endsWith(QStringLiteral("gain && 1.75")));
}

TEST_F(LeftBehindTest, ASingleOneHasNoList) {
  MainWindow window(libraryGroups());
  SessionStore other(windowSessions());
  other.takeLeftBehind();
  SessionStore third(windowSessions());
  third.takeLeftBehind();
  window.begin();
  window.show();
  EXPECT_TRUE(isOffered(window, "gain & 1.75"));
  EXPECT_FALSE(childOf<QToolButton>(window, "messageOthers").isVisible());
}

} // namespace
} // namespace backflow::test
