// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/training_run.h"

#include "tests/support/temporary_folder.h"
#include "tests/ui/run/training_at_rest.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace backflow::test {
namespace {

constexpr int patience = 30000;

Document exerciseTwo(int updates) {
  Document document;
  Scenario& scenario = document.scenario;
  scenario.network.activation = Activation::Identity;
  scenario.network.hidden = 16;
  scenario.weights.init = WeightInit::Orthogonal;
  scenario.weights.gain = 1.2;
  scenario.unroll.horizon = 30;
  scenario.clip = ClipSpec{ClipMode::Norm, 1};
  TrainingSpec& training = scenario.training.emplace();
  training.optimiser.rate = 0.05;
  training.updates = updates;
  return document;
}

/// Every record must be there once, in order, and as the training itself gives it.
void expectWholeHistory(const TrainingHistory& history, const Document& document) {
  auto started = startTraining(document.scenario, {});
  const auto& training = std::get<std::unique_ptr<Training>>(started);
  for (const UpdateRecord& record : history.records) {
    const UpdateRecord& expected = training->step();
    ASSERT_EQ(record.update, expected.update);
    ASSERT_EQ(record.loss, expected.loss);
    ASSERT_EQ(record.normAfter, expected.normAfter);
  }
}

TEST(TrainingRun, PlaysToTheEndAndLosesNoUpdate) {
  TrainingRun run;
  const Document document = exerciseTwo(2000);
  run.begin(document);
  run.play();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return run.history() && run.history()->status == TrainingStatus::Done; }, patience));
  EXPECT_EQ(run.history()->made(), 2000);
  EXPECT_FALSE(run.isPlaying());
  EXPECT_FALSE(run.canGoOn());
  expectWholeHistory(*run.history(), document);
}

TEST(TrainingRun, StepsOneUpdateAtATime) {
  TrainingRun run;
  run.begin(exerciseTwo(100));
  for (int made = 1; made <= 3; ++made) {
    run.step();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return run.history() && run.history()->made() == made; }, patience));
    QTest::qWait(60);
    EXPECT_EQ(run.history()->made(), made);
  }
}

TEST(TrainingRun, PausesAndGoesOn) {
  TrainingRun run;
  const Document document = exerciseTwo(100000);
  run.begin(document);
  run.play();
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return run.history() && run.history()->made() > 5; }, patience));
  run.pause();
  ASSERT_TRUE(comesToRest([&](const auto& file) { run.keep(file); }));
  const int made = run.history()->made();
  QTest::qWait(100);
  EXPECT_EQ(run.history()->made(), made);
  EXPECT_TRUE(run.canGoOn());
  run.play();
  EXPECT_TRUE(QTest::qWaitFor([&] { return run.history()->made() > made; }, patience));
  run.stop();
  EXPECT_FALSE(run.canGoOn());
  ASSERT_TRUE(comesToRest([&](const auto& file) { run.keep(file); }));
  expectWholeHistory(*run.history(), document);
}

TEST(TrainingRun, TakesAnotherRateAndThresholdInFlight) {
  TrainingRun run;
  run.begin(exerciseTwo(100));
  run.step();
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return run.history() && run.history()->made() == 1; }, patience));
  run.setRate(0.001);
  run.setClip(ClipSpec{ClipMode::Norm, 0.25});
  run.step();
  ASSERT_TRUE(QTest::qWaitFor([&] { return run.history()->made() == 2; }, patience));
  EXPECT_EQ(run.history()->records[0].rate, 0.05);
  EXPECT_EQ(run.history()->records[1].rate, 0.001);
  EXPECT_EQ(run.history()->records[1].threshold, 0.25);
}

TEST(TrainingRun, ANewOneLeavesNothingOfTheOld) {
  TrainingRun run;
  run.begin(exerciseTwo(100000));
  run.play();
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return run.history() && run.history()->made() > 5; }, patience));
  Document other = exerciseTwo(50);
  other.scenario.weights.seed = 9;
  run.begin(other);
  run.play();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return run.history() && run.history()->status == TrainingStatus::Done; }, patience));
  EXPECT_EQ(run.history()->made(), 50);
  expectWholeHistory(*run.history(), other);
}

TEST(TrainingRun, TellsOfWhatItDied) {
  Document document = exerciseTwo(200);
  document.scenario.clip.reset();
  TrainingRun run;
  run.begin(document);
  run.play();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return run.history() && run.history()->status == TrainingStatus::Dead; }, patience));
  EXPECT_LE(run.history()->made(), 3);
  EXPECT_EQ(run.history()->events.size(), 2U);
}

TEST(TrainingRun, SavesAStateThatGoesOnToTheSameBits) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "half.training.json";
  const Document document = exerciseTwo(60);
  TrainingRun run;
  run.begin(document);
  for (int made = 1; made <= 10; ++made) {
    run.step();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return run.history() && run.history()->made() == made; }, patience));
  }
  QSignalSpy saved(&run, &TrainingRun::saved);
  run.save(file);
  ASSERT_TRUE(saved.wait(patience));
  EXPECT_EQ(saved.first().at(1).toString(), QString());
  std::ostringstream state;
  state << std::ifstream(file).rdbuf();
  TrainingRun other;
  other.resume(state.str(), folder.path());
  other.play();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return other.history() && other.history()->status == TrainingStatus::Done; },
      patience));
  EXPECT_EQ(other.history()->made(), 60);
  expectWholeHistory(*other.history(), document);
}

TEST(TrainingRun, TellsWhatIsWrongWithAScenario) {
  Document document = exerciseTwo(60);
  document.scenario.training->task.kind = TaskKind::Characters;
  document.scenario.training->task.file = "missing.txt";
  TrainingRun run;
  QSignalSpy failed(&run, &TrainingRun::failed);
  run.begin(document);
  run.play();
  ASSERT_TRUE(failed.wait(patience));
  EXPECT_FALSE(run.isPlaying());
}

} // namespace
} // namespace backflow::test
