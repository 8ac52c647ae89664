// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/text_file.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/window/session_fixture.h"
#include "ui/state/preferences.h"
#include "ui/state/session.h"
#include "ui/window/compare_row.h"
#include "ui/window/hints.h"
#include "ui/window/message_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <variant>

namespace backflow::test {
namespace {

TEST_F(SessionTest, TheFirstStartShowsTheEffectWithThreeHints) {
  MainWindow window(libraryGroups());
  window.begin();
  window.show();
  waitForTrace(window);
  // float32 has lost the gradient, float64 has not.
  for (const RunTrace& run : window.trace()->runs) {
    EXPECT_EQ(run.steps.gradientNorm.front() == 0, run.precision == Precision::Float32);
  }
  auto* hints = window.findChild<Hints*>(QStringLiteral("hints"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return hints->isVisible(); }, 5000));
  auto* next = hints->findChild<QPushButton*>(QStringLiteral("hintNext"));
  for (int k = 0; k < Hints::count; ++k) {
    EXPECT_TRUE(hints->isVisible());
    EXPECT_TRUE(window.rect().contains(hints->geometry())) << k;
    EXPECT_FALSE(hints->findChild<QLabel*>(QStringLiteral("hintText"))->text().isEmpty());
    next->click();
  }
  EXPECT_FALSE(hints->isVisible());
  EXPECT_TRUE(Preferences::hintsAreSeen());
}

#ifndef _WIN32
TEST_F(SessionTest, ALogoutIsNoCrash) {
  const TemporaryFolder home;
  const auto table = home.write("rain.csv", "a\n1\n2\n3\n");
  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  const QString folder = QString::fromStdString(home.path().string());
  for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"}) {
    environment.insert(QString::fromLatin1(name), folder);
  }
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
  program.setProcessEnvironment(environment);
  program.start(QStringLiteral(BACKFLOW_WINDOW), {QString::fromStdString(table.string())});
  const auto sessions = home.path() / "backflow" / "sessions";
  const auto kept = [&]() -> std::optional<Session> {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(sessions, error)) {
      if (entry.path().string().ends_with(".session.json")) {
        return sessionFrom(std::get<std::string>(readTextFile(entry.path())));
      }
    }
    return std::nullopt;
  };
  ASSERT_TRUE(QTest::qWaitFor([&] { return kept() && kept()->isUnsaved; }, 60000));
  EXPECT_FALSE(kept()->closedProperly);
  program.terminate(); // SIGTERM
  ASSERT_TRUE(program.waitForFinished(60000));
  EXPECT_EQ(program.exitStatus(), QProcess::NormalExit);
  EXPECT_EQ(program.exitCode(), 0);
  ASSERT_TRUE(kept());
  EXPECT_TRUE(kept()->closedProperly);
}
#endif

TEST_F(SessionTest, AFileThatChangedSinceIsNotTakenForWhatTheSessionHas) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "mine.backflow.json";
  for (const bool changes : {false, true}) {
    {
      MainWindow window(libraryGroups());
      pinFirst(window);
      ASSERT_TRUE(window.saveFile(file));
      window.close();
    }
    if (changes) {
      MainWindow other(libraryGroups());
      other.state().edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 1.1; });
      ASSERT_TRUE(other.saveFile(file));
      other.close();
    }
    MainWindow window(libraryGroups());
    window.begin();
    window.findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
    EXPECT_EQ(window.isWindowModified(), changes);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return window.findChild<CompareRow*>()->pinned().size() == 1; }, 30000));
    window.findChild<QAbstractButton*>(QStringLiteral("pinsRemoveAll"))->click();
    window.close();
  }
}

TEST_F(SessionTest, AFileThatCannotBeReadLeavesTheFirstLook) {
  MainWindow window(libraryGroups());
  window.begin("/nowhere/mine.backflow.json");
  EXPECT_FALSE(window.findChild<MessageBar*>()->text().isEmpty());
  EXPECT_EQ(window.state().scenario().weights.gain, 0.5);
  EXPECT_FALSE(window.state().undoStack()->canUndo());
}

TEST_F(SessionTest, SavedFilesAreRememberedAndSavedAgainUnderTheirName) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "mine & yours.backflow.json";
  MainWindow window(libraryGroups());
  ASSERT_TRUE(window.saveFile(file));
  EXPECT_FALSE(window.isWindowModified());
  EXPECT_TRUE(window.windowTitle().contains(QStringLiteral("mine & yours")));
  window.state().edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 1.25; });
  window.findChild<QAction*>(QStringLiteral("save"))->trigger();
  MainWindow other(libraryGroups());
  auto* recent = other.findChild<QMenu*>(QStringLiteral("recentFiles"));
  emit recent->aboutToShow();
  ASSERT_FALSE(recent->actions().isEmpty());
  EXPECT_TRUE(recent->actions().first()->text().contains(QStringLiteral("mine && yours")));
  recent->actions().first()->trigger();
  EXPECT_EQ(other.state().scenario().weights.gain, 1.25);
  EXPECT_EQ(other.state().file(), file);
  // Back to what was there before the file: it has no name, and could not overwrite the file.
  other.state().undoStack()->undo();
  EXPECT_TRUE(other.state().file().empty());
}

TEST_F(SessionTest, AFileThatIsGoneIsNoLongerOffered) {
  {
    const TemporaryFolder folder;
    MainWindow window(libraryGroups());
    ASSERT_TRUE(window.saveFile(folder.path() / "gone.backflow.json"));
    EXPECT_EQ(Preferences::recentFiles().size(), 1);
  }
  EXPECT_TRUE(Preferences::recentFiles().isEmpty());
}

} // namespace
} // namespace backflow::test
