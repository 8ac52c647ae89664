// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/session_fixture.h"
#include "ui/run/session_keeper.h"
#include "ui/window/message_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>

namespace backflow::test {
namespace {

TEST_F(SessionTest, WhatCannotBeReadIsToldBesideAnOfferToo) {
  {
    MainWindow window(libraryGroups());
    window.begin();
    window.state().edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 1.75; });
    window.close();
  }
  const std::filesystem::path damaged = windowSessions() / "old.session.json";
  std::ofstream(damaged) << "{";
  // It is looked at first.
  std::filesystem::last_write_time(damaged, std::filesystem::file_time_type::clock::now() +
                                                std::chrono::hours(1));
  MainWindow window(libraryGroups());
  window.begin();
  const QString text = window.findChild<MessageBar*>()->text();
  EXPECT_TRUE(text.contains(QStringLiteral("not saved"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("old.session.json.unread"))) << text.toStdString();
}

TEST_F(SessionTest, AWindowSaysWhereItKeepsWhatItCannotRead) {
  std::filesystem::create_directories(windowSessions());
  std::ofstream(windowSessions() / "old.session.json") << "{";
  MainWindow window(libraryGroups());
  window.begin();
  EXPECT_EQ(window.findChild<MessageBar*>()->text(),
            "What an earlier window left behind could not be read. It is kept in “" +
                QString::fromStdString((windowSessions() / "old.session.json.unread").string()) +
                "”.");
}

TEST_F(SessionTest, UnsavedChangesAreOfferedAtTheNextStart) {
  {
    MainWindow window(libraryGroups());
    window.begin();
    window.state().edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 1.75; });
    EXPECT_TRUE(window.isWindowModified());
    window.close();
  }
  MainWindow window(libraryGroups());
  window.begin();
  window.show();
  auto* message = window.findChild<MessageBar*>(QStringLiteral("messageBar"));
  EXPECT_TRUE(message->text().contains(QStringLiteral("not saved")))
      << message->text().toStdString();
  EXPECT_EQ(window.state().scenario().weights.gain, 0.5); // nothing is restored unasked
  message->findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  EXPECT_EQ(window.state().scenario().weights.gain, 1.75);
  EXPECT_EQ(message->text(), QString());
}

TEST_F(SessionTest, AfterADiscardedSessionTheNextIsOffered) {
  for (const double gain : {1.5, 1.75}) {
    const SessionStore store(windowSessions());
    ASSERT_EQ(store.keep({documentWithGain(gain), {}, true}), QString());
  }
  MainWindow window(libraryGroups());
  window.begin();
  window.show();
  auto* message = window.findChild<MessageBar*>(QStringLiteral("messageBar"));
  for (int k = 0; k < 2; ++k) {
    EXPECT_TRUE(message->text().contains(QStringLiteral("not saved")));
    message->findChild<QPushButton*>(QStringLiteral("messageDecline"))->click();
    EXPECT_TRUE(message->text().contains(QStringLiteral("for good?")));
    message->findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  }
  EXPECT_EQ(message->text(), QString());
}

TEST_F(SessionTest, ADoubleClickDiscardsNothing) {
  ASSERT_EQ(SessionStore(windowSessions()).keep({documentWithGain(1.75), {}, true}), QString());
  MainWindow window(libraryGroups());
  window.begin();
  window.show();
  auto* message = window.findChild<MessageBar*>();
  auto* decline = message->findChild<QPushButton*>(QStringLiteral("messageDecline"));
  const QString offered = message->text();
  decline->click();
  decline->click();
  EXPECT_EQ(message->text(), offered);
  message->findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  EXPECT_EQ(window.state().scenario().weights.gain, 1.75);
  EXPECT_EQ(message->text(), QString());
}

TEST_F(SessionTest, EscapeClosesAMessageAndLeavesItsOfferOpen) {
  ASSERT_EQ(SessionStore(windowSessions()).keep({documentWithGain(1.75), {}, true}), QString());
  for (const bool projector : {false, true}) {
    MainWindow window(libraryGroups());
    window.begin();
    window.show();
    auto* message = window.findChild<MessageBar*>();
    EXPECT_TRUE(message->text().contains(QStringLiteral("not saved")));
    window.setProjector(projector);
    message->showProblem(QStringLiteral("no such file"));
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_EQ(message->text(), QString());
    EXPECT_EQ(window.findChild<QAction*>(QStringLiteral("projector"))->isChecked(), projector);
    window.setProjector(false);
    window.close();
  }
}

TEST_F(SessionTest, AnOfferWhoseMessageIsClosedComesAgain) {
  {
    MainWindow window(libraryGroups());
    window.begin();
    window.state().edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 1.75; });
    window.close();
  }
  for (const char* button : {"messageClose", "messageDecline"}) {
    MainWindow window(libraryGroups());
    window.begin();
    window.show();
    const auto* message = window.findChild<MessageBar*>();
    EXPECT_TRUE(message->text().contains(QStringLiteral("not saved"))) << button;
    message->findChild<QAbstractButton*>(button)->click();
    if (!message->text().isEmpty()) { // who declines is asked once more
      message->findChild<QAbstractButton*>(QStringLiteral("messageAccept"))->click();
    }
    EXPECT_EQ(message->text(), QString());
    window.close();
  }
  MainWindow window(libraryGroups());
  window.begin();
  EXPECT_EQ(window.findChild<MessageBar*>()->text(), QString()); // declined
}

TEST_F(SessionTest, AnOfferWaitsOutOfAClassesSight) {
  {
    MainWindow window(libraryGroups());
    window.begin();
    window.state().edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 1.75; });
    window.close();
  }
  MainWindow window(libraryGroups());
  window.begin();
  window.show();
  const auto* message = window.findChild<MessageBar*>();
  ASSERT_TRUE(message->text().contains(QStringLiteral("not saved")));
  window.setProjector(true);
  EXPECT_EQ(message->text(), QString());
  window.setProjector(false);
  EXPECT_TRUE(message->text().contains(QStringLiteral("not saved")));
  message->findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  EXPECT_EQ(window.state().scenario().weights.gain, 1.75);
  window.setProjector(true);
  window.setProjector(false);
  EXPECT_EQ(message->text(), QString()) << "answered";
}

TEST_F(SessionTest, ACrashWithNothingUnsavedIsNotToldOf) {
  {
    const SessionStore store(windowSessions());
    Session session{documentWithGain(1.5), {}, false};
    session.isUnsaved = false;
    ASSERT_EQ(store.keep(session), QString());
  }
  MainWindow window(libraryGroups());
  window.begin();
  EXPECT_EQ(window.findChild<MessageBar*>()->text(), QString());
}

TEST_F(SessionTest, ACloseWithNothingUnsavedLeavesNothing) {
  {
    MainWindow window(libraryGroups());
    window.begin();
    window.close();
  }
  SessionStore store(windowSessions());
  EXPECT_FALSE(store.takeLeftBehind());
}

} // namespace
} // namespace backflow::test
