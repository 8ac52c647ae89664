// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/trace_worker.h"

#include "core/record/trace_json.h"
#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "tests/support/experiments.h"
#include "tests/support/process.h"
#include "ui/plot/norm_picture.h"
#include "ui/run/job_failure.h"
#include "ui/run/job_thread.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <new>
#include <sstream>
#include <stdexcept>
#include <thread>

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

TEST(TraceWorker, ThePicturesComeWithTheTraceTheyAreOf) {
  TraceWorker worker;
  std::shared_ptr<const Trace> trace;
  std::shared_ptr<const NormPictures> pictures;
  QObject::connect(&worker, &TraceWorker::traceReady, &worker,
                   [&](const auto& newest, const auto& ofIt) {
                     trace = newest;
                     pictures = ofIt;
                   });
  worker.request({clipped(drawn(Activation::Tanh, 4, 30, 1.2), ClipMode::Norm, 0.1), {}});
  ASSERT_TRUE(QTest::qWaitFor([&] { return trace != nullptr; }, 30000));
  for (const PlotKind kind :
       {PlotKind::GradientFlow, PlotKind::States, PlotKind::ParameterGradient}) {
    Findings made;
    made.trace = trace;
    Findings given = made;
    given.pictures = pictures;
    const NormPicture expected = normPictureOf(made, kind);
    const NormPicture picture = normPictureOf(given, kind);
    ASSERT_EQ(picture.curves.size(), expected.curves.size());
    for (std::size_t k = 0; k < picture.curves.size(); ++k) {
      // Not made once more.
      EXPECT_EQ(picture.curves[k].values, pictures->of(kind).curves[k].values);
      EXPECT_EQ(curveId(picture, picture.curves[k]), curveId(expected, expected.curves[k]));
      EXPECT_EQ(picture.curves[k].values->norms, expected.curves[k].values->norms);
    }
    EXPECT_EQ(picture.lowest, expected.lowest);
    EXPECT_EQ(picture.highest, expected.highest);
  }
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

// The window and the command line: one computation, and the same bits of it.
TEST(TraceWorker, GivesWhatTheCommandLineGives) {
  for (const char* name : {"tanh-gain-3", "lstm-forget-3", "bidirectional", "float16-scaled"}) {
    const LibraryEntry entry = *libraryEntry(name);
    const auto scenario = std::get<Scenario>(readScenarioFile(entry.file));
    std::shared_ptr<const Trace> shown;
    TraceWorker worker;
    QObject::connect(&worker, &TraceWorker::traceReady, &worker,
                     [&](const std::shared_ptr<const Trace>& trace) { shown = trace; });
    worker.request({scenario, entry.file.parent_path()});
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown != nullptr; }, 30000)) << name;
    std::ostringstream window;
    writeTraceJson(*shown, {}, window);
    const ProcessResult cli = runProcess(BACKFLOW_CLI, {"run", entry.file.string(), "--out", "-"});
    EXPECT_EQ(cli.status, 0) << cli.err;
    EXPECT_TRUE(window.str() == cli.out) << name;
  }
}

TEST(JobThread, OutlivesAJobThatFails) {
  std::promise<void> failed;
  std::promise<void> done;
  std::atomic<int> finished{0};
  JobThread thread([&] { (finished++ == 0 ? failed : done).set_value(); });
  thread.request([](const std::stop_token&) { throw std::bad_alloc(); });
  ASSERT_EQ(failed.get_future().wait_for(std::chrono::seconds(30)), std::future_status::ready);
  thread.request([](const std::stop_token&) {});
  EXPECT_EQ(done.get_future().wait_for(std::chrono::seconds(30)), std::future_status::ready);
}

TEST(JobThread, TellsTheRunningJobThatANewerOneWaits) {
  std::promise<void> begun;
  std::promise<bool> told;
  JobThread thread([] {});
  thread.request([&](const std::stop_token& stop) {
    const std::stop_token superseded = thread.superseded();
    begun.set_value();
    const auto late = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!superseded.stop_requested() && std::chrono::steady_clock::now() < late) {
      std::this_thread::yield();
    }
    told.set_value(superseded.stop_requested() && !stop.stop_requested());
  });
  ASSERT_EQ(begun.get_future().wait_for(std::chrono::seconds(30)), std::future_status::ready);
  thread.request([](const std::stop_token&) {});
  EXPECT_TRUE(told.get_future().get());
}

#ifdef Q_OS_LINUX
TEST(JobThread, LetsTheWindowGoBeforeIt) {
  std::promise<int> niceness;
  JobThread thread([] {});
  thread.request([&](const std::stop_token&) {
    niceness.set_value(
        std::async(std::launch::async, [] { return getpriority(PRIO_PROCESS, 0); }).get());
  });
  EXPECT_EQ(niceness.get_future().get(), std::min(19, getpriority(PRIO_PROCESS, 0) + 10));
}
#endif

TEST(JobFailure, OfTooLittleMemoryIsASentence) {
  EXPECT_EQ(describe(problemsOf(std::bad_alloc())),
            "There is not enough memory for this; take a smaller network or fewer steps");
  EXPECT_EQ(describe(problemsOf(std::runtime_error("the disk is on fire"))), "the disk is on fire");
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
