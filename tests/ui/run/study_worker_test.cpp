// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/study_worker.h"

#include "core/unroll/influence.h"
#include "tests/support/experiments.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace backflow::test {
namespace {

struct Listener {
  explicit Listener(StudyWorker& worker) {
    QObject::connect(
        &worker, &StudyWorker::influenceReady, &worker,
        [this](const std::shared_ptr<const InfluenceStudy>& study) { influence = study; });
    QObject::connect(
        &worker, &StudyWorker::spectrumReady, &worker,
        [this](const std::shared_ptr<const SpectrumStudy>& study) { spectrum = study; });
  }
  std::shared_ptr<const InfluenceStudy> influence;
  std::shared_ptr<const SpectrumStudy> spectrum;
};

TEST(StudyWorker, DeliversTheInfluenceOfTheNewestRequest) {
  StudyWorker worker;
  Listener listener(worker);
  Scenario scenario = squaredError(drawn(Activation::Tanh, 8, 30, 0.9), LossPlace::Every, 0.5);
  worker.requestInfluence({scenario, {}});
  scenario.weights.gain = 1.1;
  worker.requestInfluence({scenario, {}});
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return listener.influence && listener.influence->scenario == scenario; }, 30000));
  EXPECT_EQ(listener.influence->norms, influenceOf(experimentOf(scenario)).value());
}

TEST(StudyWorker, DeliversTheSpectrumAtTheTimeAsked) {
  StudyWorker worker;
  Listener listener(worker);
  const Scenario scenario = drawn(Activation::Tanh, 8, 30, 0.9);
  worker.requestSpectrum({scenario, {}}, 7);
  ASSERT_TRUE(QTest::qWaitFor([&] { return listener.spectrum != nullptr; }, 30000));
  EXPECT_EQ(listener.spectrum->time, 7);
  EXPECT_EQ(listener.spectrum->step->eigenvalues,
            stepSpectrum(experimentOf(scenario), 7)->eigenvalues);
  EXPECT_TRUE(listener.spectrum->analysis.criteria);
}

TEST(StudyWorker, DeliversTheSpectrumBeforeTheExponentsAndThenBoth) {
  StudyWorker worker;
  std::vector<std::shared_ptr<const SpectrumStudy>> studies;
  QObject::connect(
      &worker, &StudyWorker::spectrumReady, &worker,
      [&](const std::shared_ptr<const SpectrumStudy>& study) { studies.push_back(study); });
  const Scenario scenario = drawn(Activation::Tanh, 8, 30, 0.9);
  worker.requestSpectrum({scenario, {}}, 7);
  ASSERT_TRUE(QTest::qWaitFor([&] { return studies.size() == 2; }, 30000));
  EXPECT_FALSE(studies[0]->isComplete());
  EXPECT_TRUE(studies[0]->step);
  EXPECT_TRUE(studies[0]->analysis.lyapunovExponents.empty());
  EXPECT_TRUE(studies[1]->isComplete());
  EXPECT_EQ(studies[1]->analysis.lyapunovExponents,
            analyse(experimentOf(scenario))->lyapunovExponents);
  // Another time step needs the exponents no more.
  worker.requestSpectrum({scenario, {}}, 8);
  ASSERT_TRUE(QTest::qWaitFor([&] { return studies.size() == 3; }, 30000));
  EXPECT_TRUE(studies[2]->isComplete());
}

TEST(StudyWorker, ALongStudyTellsItsProgressAndCanBeStopped) {
  StudyWorker worker;
  Listener listener(worker);
  QSignalSpy progressed(&worker, &StudyWorker::progressed);
  QSignalSpy finished(&worker, &StudyWorker::finished);
  worker.requestInfluence(
      {squaredError(drawn(Activation::Tanh, 64, longestInfluence, 0.9), LossPlace::Every, 0), {}});
  ASSERT_TRUE(progressed.wait(30000));
  EXPECT_EQ(progressed.first().at(1).toInt(), longestInfluence);
  worker.stop();
  ASSERT_TRUE(finished.wait(30000));
  EXPECT_EQ(listener.influence, nullptr);
}

} // namespace
} // namespace backflow::test
