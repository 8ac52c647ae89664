// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/text_file.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/run/training_at_rest.h"
#include "ui/panel/time_bar.h"
#include "ui/run/session_keeper.h"
#include "ui/state/preferences.h"
#include "ui/window/compare_row.h"
#include "ui/window/hints.h"
#include "ui/window/lower_views.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/training_lab.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <variant>

namespace backflow::test {
namespace {

std::filesystem::path windowSessions() {
  return std::filesystem::path(
             QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()) /
         "sessions";
}

class SessionTest : public testing::Test {
 protected:
  SessionTest() {
    Preferences::forgetAll();
    std::filesystem::remove_all(windowSessions());
  }
};

Document documentWithGain(double gain) {
  Document document;
  document.scenario.title = "left behind";
  document.scenario.weights.gain = gain;
  return document;
}

void waitForTrace(MainWindow& window) {
  EXPECT_TRUE(QTest::qWaitFor(
      [&] { return window.trace() && window.trace()->scenario == window.state().scenario(); },
      30000));
}

/// As the program starts, with the curves of its first scenario pinned.
void pinFirst(MainWindow& window) {
  window.begin();
  window.show();
  waitForTrace(window);
  window.findChild<QAction*>(QStringLiteral("pinCurves"))->trigger();
}

TEST_F(SessionTest, WhatACrashLeavesBehindIsTakenOnce) {
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

TEST_F(SessionTest, TheWorkOfAWindowThatLivesIsLeftAlone) {
  const TemporaryFolder folder;
  const SessionStore living(folder.path());
  ASSERT_EQ(living.keep({documentWithGain(1.7), {}, false}), QString());
  SessionStore other(folder.path());
  EXPECT_FALSE(other.takeLeftBehind());
  EXPECT_TRUE(std::filesystem::exists(living.file()));
}

TEST_F(SessionTest, WhatWasTakenStaysUntilItIsKeptElsewhere) {
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

TEST_F(SessionTest, ATrainingWithoutItsSessionGoesAndThatOfALivingWindowStays) {
  const TemporaryFolder folder;
  const SessionStore living(folder.path());
  const auto lost = folder.write("0123.training.json", "{}");
  folder.write(living.trainingFile().filename().string(), "{}");
  SessionStore next(folder.path());
  EXPECT_FALSE(next.takeLeftBehind());
  EXPECT_FALSE(std::filesystem::exists(lost));
  EXPECT_TRUE(std::filesystem::exists(living.trainingFile()));
}

TEST_F(SessionTest, GoingOnWithWhatWasLeftKeepsItUnderANewName) {
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

TEST_F(SessionTest, PinnedCurvesAndWhatResetGoesBackToAreKept) {
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

TEST_F(SessionTest, ASessionOfAnEarlierVersionIsRead) {
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

TEST_F(SessionTest, ADamagedSessionIsSetAsideAsItIs) {
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

TEST_F(SessionTest, HoweverASessionIsDamagedItIsTakenOrSetAside) {
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

/// Not a test: what the test below starts, and kills while it writes.
TEST(SessionWriter, DISABLED_WritesUntilItIsKilled) {
  const SessionStore store(qEnvironmentVariable("BACKFLOW_TEST_SESSIONS").toStdString());
  for (int written = 1; true; ++written) {
    ASSERT_EQ(store.keep({documentWithGain(written / 1024.0), {}, false}), QString());
    std::cout << written << std::endl;
  }
}

TEST_F(SessionTest, IsWholeWhateverMomentTheProgramIsKilledAt) {
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

TEST_F(SessionTest, AChangeIsOnTheDiskWithinAMomentAndGoneWithNothingToKeep) {
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

/// A window whose training has made some updates, and is kept.
void trainFor(MainWindow& window, int updates) {
  window.begin();
  window.show();
  window.openFile(libraryEntry("training-adding-rnn")->file);
  TrainingPair& pair = window.findChild<TrainingLab*>()->pair();
  pair.play();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return pair.first().history() && pair.first().history()->made() >= updates; }, 60000));
  pair.pause();
  ASSERT_TRUE(comesToRest([&](const auto& file) { pair.keep(file); }));
}

std::filesystem::path keptTraining() {
  for (const auto& entry : std::filesystem::directory_iterator(windowSessions())) {
    if (entry.path().string().ends_with(".training.json")) {
      return entry.path();
    }
  }
  return {};
}

TEST_F(SessionTest, ATrainingThatIsNotAtItsEndComesBackAndGoesOn) {
  int made = 0;
  {
    MainWindow window(libraryGroups());
    trainFor(window, 3);
    made = window.findChild<TrainingLab*>()->pair().first().history()->made();
    window.findChild<TimeBar*>()->setTime(17);
    window.close();
  }
  EXPECT_FALSE(keptTraining().empty());
  MainWindow next(libraryGroups());
  next.begin();
  const QString offered = next.findChild<MessageBar*>()->text();
  EXPECT_TRUE(offered.startsWith(QStringLiteral("A training of “Adding problem")))
      << offered.toStdString();
  next.findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  TrainingPair& pair = next.findChild<TrainingLab*>()->pair();
  ASSERT_TRUE(QTest::qWaitFor([&] { return pair.first().history() != nullptr; }, 60000));
  EXPECT_EQ(pair.first().history()->made(), made);
  EXPECT_FALSE(pair.first().history()->records.front().profile.empty()) << "the map is whole again";
  EXPECT_TRUE(next.findChild<LowerViews*>()->showsTraining());
  waitForTrace(next);
  EXPECT_EQ(next.findChild<TimeBar*>()->time(), 17);
  EXPECT_FALSE(pair.isStale());
  pair.step();
  EXPECT_TRUE(QTest::qWaitFor([&] { return pair.first().history()->made() == made + 1; }, 60000));
}

TEST_F(SessionTest, ASecondTrainingIsChosenAgain) {
  int changed = 0; ///< the update before which the rate was
  {
    MainWindow window(libraryGroups());
    trainFor(window, 3);
    window.state().edit("training.optimiser.rate", [](Scenario& scenario) {
      scenario.training->optimiser.rate *= 2; // in flight
    });
    TrainingPair& pair = window.findChild<TrainingLab*>()->pair();
    const int made = pair.first().history()->made();
    pair.step();
    ASSERT_TRUE(QTest::qWaitFor([&] { return pair.first().history()->made() > made; }, 60000));
    changed = made + 1;
    pair.chooseVariant(TrainingVariant::Gru);
    window.close();
  }
  MainWindow next(libraryGroups());
  next.begin();
  next.findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  TrainingPair& pair = next.findChild<TrainingLab*>()->pair();
  EXPECT_EQ(pair.variant(), TrainingVariant::Gru);
  ASSERT_TRUE(QTest::qWaitFor([&] { return pair.second().hasBegun(); }, 60000));
  EXPECT_FALSE(pair.isPlaying());
  pair.play();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return pair.second().history() && pair.second().history()->made() > changed; }, 60000));
  pair.pause();
  EXPECT_EQ(pair.second().history()->scenario.network.cell, CellKind::Gru);
  const auto changes = changesOf(pair.second().history()->records);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes.front().update, changed);
}

TEST_F(SessionTest, ATrainingIsKeptWhileItRunsAndGoesWithItsScenario) {
  MainWindow window(libraryGroups());
  trainFor(window, 3);
  EXPECT_TRUE(QTest::qWaitFor([] { return !keptTraining().empty(); }, 30000))
      << "in case of a crash";
  window.openFile(libraryEntry("halving")->file);
  EXPECT_TRUE(QTest::qWaitFor([] { return keptTraining().empty(); }, 30000));
}

TEST_F(SessionTest, AKeptTrainingThatIsDamagedIsToldAndOfferedNoMore) {
  {
    MainWindow window(libraryGroups());
    trainFor(window, 3);
    window.close();
  }
  std::ofstream(keptTraining()) << "{";
  MainWindow next(libraryGroups());
  next.begin();
  next.findChild<QPushButton*>(QStringLiteral("messageAccept"))->click();
  EXPECT_TRUE(next.findChild<MessageBar*>()->text().contains(QStringLiteral("training.json: ")))
      << next.findChild<MessageBar*>()->text().toStdString();
  EXPECT_TRUE(QTest::qWaitFor([] { return keptTraining().empty(); }, 30000));
}

TEST_F(SessionTest, AShortTrainingAtItsEndOrASavedOneIsNotOffered) {
  const TemporaryFolder folder;
  {
    MainWindow window(libraryGroups());
    trainFor(window, 3);
    auto& pair = window.findChild<TrainingLab*>()->pair();
    QSignalSpy saved(&pair, &TrainingPair::saved);
    pair.save((folder.path() / "mine.training.json").string());
    EXPECT_TRUE(saved.wait(30000));
    window.close();
  }
  {
    MainWindow window(libraryGroups());
    window.begin();
    EXPECT_EQ(window.findChild<MessageBar*>()->text(), QString());
    window.openFile(libraryEntry("training-exercise-2")->file);
    auto& pair = window.findChild<TrainingLab*>()->pair();
    pair.play(); // it dies in its second update
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
          return pair.first().history() && pair.first().history()->status == TrainingStatus::Dead;
        },
        30000));
    window.close();
  }
  MainWindow window(libraryGroups());
  window.begin();
  EXPECT_EQ(window.findChild<MessageBar*>()->text(), QString());
  EXPECT_TRUE(keptTraining().empty());
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

TEST_F(SessionTest, AFileThatCannotBeReadLeavesTheFirstLook) {
  MainWindow window(libraryGroups());
  window.begin("/nowhere/mine.backflow.json");
  EXPECT_FALSE(window.findChild<MessageBar*>()->text().isEmpty());
  EXPECT_EQ(window.state().scenario().weights.gain, 0.5);
  EXPECT_FALSE(window.state().undoStack()->canUndo());
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
