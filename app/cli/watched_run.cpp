// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/watched_run.h"

#include "app/cli/progress_line.h"
#include "app/cli/terminal.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace backflow {

namespace {

/// "0.3 %", "42 %": of a run that takes hours, that it moves at all can be seen.
std::string percentText(double share) {
  const auto tenths = static_cast<int>(1000 * share);
  return std::to_string(tenths / 10) +
         (tenths < 100 ? "." + std::to_string(tenths % 10) : std::string()) + " %";
}

/// Until it is told to stop.
void watch(const RunProgress& progress, const std::stop_token& stop) {
  using namespace std::chrono_literals;
  ProgressLine line;
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  const auto sleep = [&](std::chrono::milliseconds time) {
    never.wait_for(lock, stop, time, [] { return false; });
  };
  const auto show = [&] {
    const double share = progress.share();
    line.show(percentText(share) + " of the steps", share);
  };
  for (sleep(1s); !stop.stop_requested(); sleep(200ms)) {
    show();
  }
  if (line.hasShown()) {
    show();
  }
}

} // namespace

Trace watchedRun(const Experiment& experiment, RunOptions options) {
  RunProgress progress;
  std::jthread watcher;
  if (standardErrorIsTerminal()) {
    options.progress = &progress;
    watcher = std::jthread([&progress](const std::stop_token& stop) { watch(progress, stop); });
  }
  return run(experiment, options).value();
}

} // namespace backflow
