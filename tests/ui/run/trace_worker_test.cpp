// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/trace_worker.h"

#include "tests/support/experiments.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace backflow::test {
namespace {

struct Listener {
  explicit Listener(TraceWorker& worker) {
    QObject::connect(&worker, &TraceWorker::traceReady, &worker,
                     [this](const std::shared_ptr<const Trace>& trace) {
                       gains.push_back(trace->scenario.weights.gain);
                     });
  }
  bool waitForGain(double gain) {
    return QTest::qWaitFor([&] { return !gains.empty() && gains.back() == gain; }, 30000);
  }
  std::vector<double> gains;
};

TEST(TraceWorker, ADragIsFollowedInOrderAndEndsWithTheNewest) {
  TraceWorker worker;
  Listener listener(worker);
  Scenario scenario = drawn(Activation::Tanh, 64, 200, 0);
  // Pictures come while the drag goes on, however slow the machine: a drag that never rests is
  // followed all the same.
  constexpr std::size_t pictures = 4;
  constexpr int mostMoves = 5000;
  int moves = 0;
  while (listener.gains.size() < pictures && moves < mostMoves) {
    ++moves;
    scenario.weights.gain = 0.0005 * moves;
    worker.request({scenario, {}});
    QTest::qWait(2);
  }
  ASSERT_LT(moves, mostMoves);
  ASSERT_TRUE(listener.waitForGain(0.0005 * moves));
  EXPECT_TRUE(std::is_sorted(listener.gains.begin(), listener.gains.end()));
}

TEST(TraceWorker, WaitingRequestsAreReplacedByTheNewest) {
  TraceWorker worker;
  Listener listener(worker);
  Scenario scenario = drawn(Activation::Tanh, 64, 2000, 0);
  for (int move = 1; move <= 200; ++move) {
    scenario.weights.gain = 0.01 * move;
    worker.request({scenario, {}});
  }
  ASSERT_TRUE(listener.waitForGain(0.01 * 200));
  EXPECT_LT(listener.gains.size(), 10u);
}

TEST(TraceWorker, AChangeOfSizeStopsALongJob) {
  TraceWorker worker;
  Listener listener(worker);
  Scenario endless = drawn(Activation::Tanh, 64, 400000, 0.5);
  worker.request({endless, {}});
  QTest::qWait(100);
  Scenario quick = drawn(Activation::Tanh, 4, 10, 0.25);
  worker.request({quick, {}});
  ASSERT_TRUE(listener.waitForGain(0.25));
  EXPECT_EQ(listener.gains, std::vector<double>{0.25});
}

TEST(TraceWorker, AMissingFileIsAProblemOfItsField) {
  TraceWorker worker;
  QSignalSpy failed(&worker, &TraceWorker::failed);
  Scenario scenario;
  scenario.input.kind = InputKind::Csv;
  scenario.input.csv = {"missing.csv", {"x"}, true};
  worker.request({scenario, "/nowhere"});
  ASSERT_TRUE(failed.wait(30000));
  const auto problems = failed.first().first().value<std::vector<FieldProblem>>();
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].field, "input.file");
}

TEST(TraceWorker, GoesAwayInTheMiddleOfAJob) {
  auto worker = std::make_unique<TraceWorker>();
  worker->request({drawn(Activation::Tanh, 64, 400000, 0.5), {}});
  QTest::qWait(50);
  worker.reset();
}

} // namespace
} // namespace backflow::test
