// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/session_store.h"

#include "tests/support/temporary_folder.h"
#include "tests/ui/state/document_with_gain.h"
#include "ui/run/session_keeper.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace backflow::test {
namespace {

TEST(SessionStore, WhatACrashLeavesBehindIsTakenOnce) {
  const TemporaryFolder folder;
  const auto crash = [&] {
    // A window whose process is gone: its lock is no more, its file is still there.
    const SessionStore store(folder.path());
    ASSERT_EQ(store.keep({documentWithGain(1.7), "/tmp/mine.backflow.json", false}), QString());
  };
  crash();
  SessionStore next(folder.path());
  const auto session = next.takeLeftBehind();
  ASSERT_TRUE(session);
  EXPECT_EQ(session->document.scenario.weights.gain, 1.7);
  EXPECT_EQ(session->file, "/tmp/mine.backflow.json");
  EXPECT_FALSE(session->closedProperly);
  EXPECT_FALSE(next.takeLeftBehind());
}

TEST(SessionStore, TheWorkOfAWindowThatLivesIsLeftAlone) {
  const TemporaryFolder folder;
  const SessionStore living(folder.path());
  ASSERT_EQ(living.keep({documentWithGain(1.7), {}, false}), QString());
  SessionStore other(folder.path());
  EXPECT_FALSE(other.takeLeftBehind());
  EXPECT_TRUE(std::filesystem::exists(living.file()));
}

TEST(SessionStore, WhatWasTakenStaysUntilItIsKeptElsewhere) {
  const TemporaryFolder folder;
  {
    const SessionStore store(folder.path());
    ASSERT_EQ(store.keep({documentWithGain(1.7), {}, false}), QString());
  }
  {
    // This window ends before anybody has answered.
    SessionStore next(folder.path());
    ASSERT_TRUE(next.takeLeftBehind());
    SessionStore beside(folder.path());
    EXPECT_FALSE(beside.takeLeftBehind()) << "no two windows offer the same";
  }
  SessionStore last(folder.path());
  ASSERT_TRUE(last.takeLeftBehind());
  last.dropLeftBehind();
  EXPECT_FALSE(SessionStore(folder.path()).takeLeftBehind());
}

TEST(SessionStore, ATrainingWithoutItsSessionGoesAndThatOfALivingWindowStays) {
  const TemporaryFolder folder;
  const SessionStore living(folder.path());
  const auto lost = folder.write("0123.training.json", "{}");
  folder.write(living.trainingFile().filename().string(), "{}");
  SessionStore next(folder.path());
  EXPECT_FALSE(next.takeLeftBehind());
  EXPECT_FALSE(std::filesystem::exists(lost));
  EXPECT_TRUE(std::filesystem::exists(living.trainingFile()));
}

TEST(SessionStore, GoingOnWithWhatWasLeftKeepsItUnderANewName) {
  const TemporaryFolder folder;
  {
    const SessionStore store(folder.path());
    ASSERT_EQ(store.keep({documentWithGain(1.7), {}, false}), QString());
  }
  const auto sessions = [&] {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      if (entry.path().extension() == ".json") {
        files.push_back(entry.path().filename().string());
      }
    }
    return files;
  };
  const std::vector<std::string> before = sessions();
  AppState state;
  SessionKeeper keeper(state, folder.path());
  QSignalSpy kept(&keeper, &SessionKeeper::kept);
  const auto session = keeper.takeLeftBehind();
  ASSERT_TRUE(session);
  state.open(session->document, session->file);
  EXPECT_EQ(sessions(), before);
  keeper.goOnWithLeftBehind(false);
  ASSERT_TRUE(kept.wait(10000));
  const std::vector<std::string> after = sessions();
  EXPECT_EQ(after.size(), 1U);
  EXPECT_NE(after, before);
}

TEST(SessionStore, PinnedCurvesAndWhatResetGoesBackToAreKept) {
  const TemporaryFolder folder;
  Session kept{documentWithGain(1.7), {}, true};
  kept.opened = documentWithGain(0.9).scenario;
  kept.isUnsaved = false;
  const Document pinned{documentWithGain(0.5).scenario, "/tmp/tables"};
  kept.pins = std::make_shared<const std::vector<PinnedSettings>>(std::vector<PinnedSettings>{
      {2, QStringLiteral("ganho ½"), false, pinned},
      {0, QStringLiteral("A"), true, pinned,
       std::make_shared<const Scenario>(documentWithGain(0.6).scenario)}});
  {
    const SessionStore store(folder.path());
    ASSERT_EQ(store.keep(kept), QString());
  }
  const auto session = SessionStore(folder.path()).takeLeftBehind();
  ASSERT_TRUE(session);
  EXPECT_EQ(session->document, kept.document);
  EXPECT_EQ(session->opened, kept.opened);
  EXPECT_FALSE(session->isUnsaved);
  ASSERT_EQ(session->pinCount(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    const PinnedSettings& pin = (*session->pins)[i];
    const PinnedSettings& before = (*kept.pins)[i];
    EXPECT_EQ(pin.slot, before.slot);
    EXPECT_EQ(pin.name, before.name);
    EXPECT_EQ(pin.isShown, before.isShown);
    EXPECT_EQ(pin.document, before.document);
    ASSERT_EQ(pin.namedAfter == nullptr, before.namedAfter == nullptr);
    EXPECT_TRUE(!pin.namedAfter || *pin.namedAfter == *before.namedAfter);
  }
}

TEST(SessionStore, ASessionOfAnEarlierVersionIsRead) {
  const TemporaryFolder folder;
  folder.write("old.session.json",
               R"({"format": "backflow-session", "version": 1, "closed": true, "folder": "",
                   "file": "", "scenario": {"format": "backflow-scenario", "version": 1,
                   "network": {"hidden": 2}, "weights": {"gain": 1.7}}})");
  const auto session = SessionStore(folder.path()).takeLeftBehind();
  ASSERT_TRUE(session);
  EXPECT_TRUE(session->isUnsaved);
  EXPECT_EQ(session->opened, session->document.scenario);
  EXPECT_EQ(session->pinCount(), 0U);
}

TEST(SessionStore, ADamagedSessionIsSetAsideAsItIs) {
  const TemporaryFolder folder;
  for (const char* text :
       {"", "{\"format\": \"backflow-session\", \"scen", "[]", R"({"format": 5})",
        R"({"format": "backflow-session", "scenario": 1})",
        R"({"format": "backflow-session", "version": 1, "closed": "no", "folder": 3})", "\xFF\xFE{",
        "{\"format\": \"\xE7\"}"}) {
    folder.write("half.session.json", text);
    SessionStore store(folder.path());
    EXPECT_FALSE(store.takeLeftBehind()) << text;
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "half.session.json")) << text;
    EXPECT_EQ(store.setAside(), folder.path() / "half.session.json.unread");
    EXPECT_EQ(readWholeFile(store.setAside()), text);
  }
}

/// Bits that turn, and pieces that are lost, doubled or put elsewhere.
void damage(std::string& text, std::mt19937& random) {
  const auto below = [&random](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  const std::size_t from = below(text.size());
  const std::size_t count = std::min(text.size() - from, 1 + below(40));
  switch (below(5)) {
  case 0:
    text[from] = static_cast<char>(text[from] ^ (1 << below(8)));
    break;
  case 1:
    text.erase(from, count);
    break;
  case 2:
    text.insert(from, text.substr(from, count));
    break;
  case 3:
    text.insert(below(text.size()), text.substr(from, count));
    break;
  default:
    text.resize(from);
  }
  if (text.empty()) {
    text = " ";
  }
}

TEST(SessionStore, HoweverASessionIsDamagedItIsTakenOrSetAside) {
  const TemporaryFolder folder;
  std::string whole;
  {
    const SessionStore store(folder.path());
    Session session{documentWithGain(1.7), "/tmp/mine.backflow.json", false};
    session.pins = std::make_shared<const std::vector<PinnedSettings>>(
        std::vector<PinnedSettings>{{0, QStringLiteral("A"), true, documentWithGain(0.5)}});
    ASSERT_EQ(store.keep(session), QString());
    whole = readWholeFile(store.file());
    std::filesystem::remove(store.file());
  }
  std::mt19937 random(7);
  int taken = 0;
  int setAside = 0;
  for (int k = 0; k < 400; ++k) {
    std::string text = whole;
    const int damages = 1 + k % 3;
    for (int times = 0; times < damages; ++times) {
      damage(text, random);
    }
    folder.write("found.session.json", text);
    SessionStore store(folder.path());
    const bool isTaken = store.takeLeftBehind().has_value();
    (isTaken ? taken : setAside) += 1;
    ASSERT_EQ(isTaken, store.setAside().empty()) << text;
    ASSERT_EQ(readWholeFile(isTaken ? folder.path() / "found.session.json" : store.setAside()),
              text);
  }
  // A title or a path with another letter is a session still.
  EXPECT_GT(taken, 0);
  EXPECT_GT(setAside, 200);
}

/// Not a test: what the test below starts, and kills while it writes.
TEST(SessionWriter, DISABLED_WritesUntilItIsKilled) {
  const SessionStore store(qEnvironmentVariable("BACKFLOW_TEST_SESSIONS").toStdString());
  for (int written = 1; true; ++written) {
    ASSERT_EQ(store.keep({documentWithGain(written / 1024.0), {}, false}), QString());
    std::cout << written << std::endl;
  }
}

TEST(SessionStore, IsWholeWhateverMomentTheProgramIsKilledAt) {
  constexpr int kills = 12;
  std::minstd_rand random(std::random_device{}());
  std::uniform_int_distribution<unsigned> microseconds(0, 30000);
  for (int kill = 0; kill < kills; ++kill) {
    const TemporaryFolder folder;
    QProcess writer;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("BACKFLOW_TEST_SESSIONS"),
                       QString::fromStdString(folder.path().string()));
    writer.setProcessEnvironment(environment);
    writer.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--gtest_also_run_disabled_tests"),
                  QStringLiteral("--gtest_filter=SessionWriter.*")});
    QByteArray output;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
          output += writer.readAllStandardOutput();
          return output.contains("\n1\n");
        },
        30000))
        << output.toStdString();
    QThread::usleep(microseconds(random)); // a random moment, not something to wait for
    writer.kill();
    ASSERT_TRUE(writer.waitForFinished(30000));
    output += writer.readAllStandardOutput();
    const int written = output.trimmed().split('\n').last().toInt();
    SessionStore next(folder.path());
    const auto session = next.takeLeftBehind();
    ASSERT_TRUE(session) << written << " were written";
    EXPECT_GE(session->document.scenario.weights.gain * 1024, written);
    EXPECT_EQ(session->document.scenario.title, "left behind");
  }
}

TEST(SessionStore, AChangeIsOnTheDiskWithinAMomentAndGoneWithNothingToKeep) {
  const TemporaryFolder folder;
  AppState state;
  SessionKeeper keeper(state, folder.path());
  QSignalSpy kept(&keeper, &SessionKeeper::kept);
  state.edit("weights.gain", [](Scenario& scenario) { scenario.weights.gain = 2.5; });
  EXPECT_TRUE(keeper.hasUnsavedWork());
  ASSERT_TRUE(kept.wait(10000));
  std::ifstream file;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    if (entry.path().extension() == ".json") {
      file.open(entry.path());
    }
  }
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  EXPECT_NE(text.find("\"gain\":2.5"), std::string::npos) << text;
  state.undoStack()->undo();
  EXPECT_FALSE(keeper.hasUnsavedWork());
  keeper.close();
  SessionStore next(folder.path());
  EXPECT_FALSE(next.takeLeftBehind());
}

} // namespace
} // namespace backflow::test
