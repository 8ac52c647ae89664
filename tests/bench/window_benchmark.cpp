// SPDX-License-Identifier: GPL-3.0-or-later
// How quickly the window answers: Google Benchmark over the real window and the real program, on
// Qt's offscreen platform where there is no display. ./run-window prints a table.
#include "core/numeric/freed_memory.h"
#include "core/scenario/scenario_json.h"
#include "core/unroll/run.h"
#include "tests/bench/window_driver.h"
#include "tests/bench/window_start.h"
#include "ui/plot/view_names.h"
#include "ui/window/outlined_style.h"

#include <QLocale>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <variant>

namespace backflow::bench {
namespace {

WatchedApplication* theApplication = nullptr;
std::string summary; ///< told at the end, one line a benchmark

struct Amount {
  int changes = 300;
  double dragSeconds = 5;
  int frames = 300;
  int horizon = 1'000'000;
  int starts = 5;
};
Amount amount;

template <class... Values> void tell(const char* format, Values... values) {
  char line[300];
  std::snprintf(line, sizeof line, format, values...);
  summary += line;
}

std::string scenarioText(int hidden, int horizon, double gain) {
  return R"({"format": "backflow-scenario", "version": 1, "title": "Benchmark",
    "network": {"cell": "rnn", "activation": "tanh", "hidden": )" +
         std::to_string(hidden) + R"(}, "weights": {"init": "gaussian", "gain": )" +
         std::to_string(gain) + R"(, "seed": 1},
    "input": {"kind": "noise", "size": 1, "std": 0.1, "seed": 2},
    "loss": {"kind": "inject", "at": "last", "seed": 3},
    "unroll": {"horizon": )" +
         std::to_string(horizon) + R"(}, "precision": ["float32", "float64"]})";
}

/// The part that `share` of the times do not exceed.
double quantile(std::vector<double> times, double share) {
  std::ranges::sort(times);
  const auto last = static_cast<double>(times.size() - 1);
  return times[static_cast<std::size_t>(std::ceil(share * last))];
}

void report(benchmark::State& state, const std::string& name, const std::vector<double>& times,
            const char* wanted) {
  const double median = quantile(times, 0.5);
  const double p99 = quantile(times, 0.99);
  const double longest = quantile(times, 1);
  state.counters["median_ms"] = median;
  state.counters["p99_ms"] = p99;
  state.counters["longest_ms"] = longest;
  tell("%-34s median %6.1f ms, 99 %% within %6.1f ms, longest %6.1f ms (%s)\n", name.c_str(),
       median, p99, longest, wanted);
}

void reportAbsence(benchmark::State& state, const Absence& absence) {
  state.counters["block_ms"] = absence.longestMs;
  state.counters["block_cpu_ms"] = absence.longestCpuMs;
  state.counters["heartbeat_ms"] = absence.heartbeatMs;
  state.counters["heartbeat_cpu_ms"] = absence.heartbeatCpuMs;
  tell("%-34s longest event %.1f ms (%.1f of the processor); between 1 ms beats %.1f ms (%.1f)\n",
       "", absence.longestMs, absence.longestCpuMs, absence.heartbeatMs, absence.heartbeatCpuMs);
}

void changeGain(benchmark::State& state, ViewKind view) {
  for (auto _ : state) {
    WindowDriver driver(*theApplication);
    driver.open(scenarioText(64, 200, 1));
    driver.bringForward(view);
    const std::vector<double> times = driver.changeGain(amount.changes);
    state.SetIterationTime(quantile(times, 0.5) * 1e-3);
    report(state, "slider, H 64, T 200, " + std::string(enumName(view)), times,
           "wanted: 16 and 33");
  }
}

void dragGain(benchmark::State& state, ViewKind view) {
  for (auto _ : state) {
    WindowDriver driver(*theApplication);
    driver.open(scenarioText(256, 1000, 1));
    driver.bringForward(view);
    const DragResult result = driver.dragGain(8, amount.dragSeconds);
    state.SetIterationTime(1 / std::max(result.picturesASecond, 1e-3));
    state.counters["pictures_per_s"] = result.picturesASecond;
    tell("%-34s %.1f pictures a second (wanted: 10; no event over 16 ms)\n",
         ("drag, H 256, T 1000, " + std::string(enumName(view))).c_str(), result.picturesASecond);
    reportAbsence(state, result.absence);
  }
}

double secondsToCompute(const std::string& text) {
  const auto scenario = std::get<Scenario>(readScenario(text));
  const auto experiment = std::get<Experiment>(ExperimentBuilder().prepare(scenario, {}));
  const auto start = WatchedApplication::Clock::now();
  const auto trace = run(experiment, RunOptions{}, std::stop_token{});
  benchmark::DoNotOptimize(trace->referenceLog2.data());
  return millisecondsSince(start) * 1e-3;
}

void openManySteps(benchmark::State& state) {
  for (auto _ : state) {
    const std::string scenario = scenarioText(16, amount.horizon, 1.05);
    const double computing = secondsToCompute(scenario);
    WindowDriver driver(*theApplication);
    const OpeningResult opening = driver.open(scenario);
    state.SetIterationTime(opening.milliseconds * 1e-3);
    state.counters["compute_s"] = computing;
    state.counters["open_s"] = opening.milliseconds * 1e-3;
    tell("%-34s computed in %.2f s, opened in %.2f s\n", "a million steps, H 16", computing,
         opening.milliseconds * 1e-3);
    reportAbsence(state, opening.absence);
  }
}

void zoomManySteps(benchmark::State& state) {
  for (auto _ : state) {
    WindowDriver driver(*theApplication);
    driver.open(scenarioText(16, amount.horizon, 1.05));
    Absence absence;
    const std::vector<double> times = driver.zoomAndPan(amount.frames, absence);
    state.SetIterationTime(quantile(times, 0.5) * 1e-3);
    report(state, "a million steps, zoom and pan", times, "wanted: 16");
    reportAbsence(state, absence);
  }
}

void start(benchmark::State& state) {
  startProgram(); // what is on the disk is in memory from now on
  std::vector<double> first;
  std::vector<double> last;
  for (auto _ : state) {
    const StartResult result = startProgram();
    first.push_back(result.firstPicture);
    last.push_back(result.lastPicture);
    state.SetIterationTime(result.lastPicture);
  }
  state.counters["first_picture_s"] = quantile(first, 0.5);
  state.counters["last_picture_s"] = quantile(last, 0.5);
  state.counters["best_s"] = quantile(last, 0);
  tell("%-34s first picture after %.2f s, the last after %.2f s; at best %.2f s (wanted: 0.7)\n",
       "start of the program", quantile(first, 0.5), quantile(last, 0.5), quantile(last, 0));
}

void registerAll() {
  const auto once = [](benchmark::internal::Benchmark* one) {
    return one->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);
  };
  for (const ViewKind view : {ViewKind::States, ViewKind::Unroll, ViewKind::Units, ViewKind::Gates,
                              ViewKind::Attention, ViewKind::Spectrum, ViewKind::Influence}) {
    once(benchmark::RegisterBenchmark(("slider/H64/T200/" + std::string(enumName(view))).c_str(),
                                      changeGain, view));
  }
  for (const ViewKind view : {ViewKind::States, ViewKind::Unroll, ViewKind::Units}) {
    once(benchmark::RegisterBenchmark(("drag/H256/T1000/" + std::string(enumName(view))).c_str(),
                                      dragGain, view));
  }
  once(benchmark::RegisterBenchmark("million/H16/open", openManySteps));
  once(benchmark::RegisterBenchmark("million/H16/zoom", zoomManySteps));
  once(benchmark::RegisterBenchmark("start", start))->Iterations(amount.starts);
}

} // namespace
} // namespace backflow::bench

int main(int argc, char** argv) {
  using namespace backflow::bench;
  backflow::keepFreedMemory(); // as the program does
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY")) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
  }
  const QTemporaryDir home; // nothing of the user's, and nothing left for him
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  qputenv("XDG_DATA_HOME", home.path().toUtf8());
  QApplication::setApplicationName(QStringLiteral("backflow"));
  QApplication::setStyle(new backflow::OutlinedStyle);
  WatchedApplication application(argc, argv);
  QLocale::setDefault(QLocale::c());
  theApplication = &application;

  const char* brief = "--brief"; // only whether it works
  if (argc > 1 && std::strcmp(argv[1], brief) == 0) {
    amount = {5, 0.3, 9, 20'000, 1};
    argv[1] = argv[0];
    ++argv;
    --argc;
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
    return 1;
  }
  registerAll();
  benchmark::RunSpecifiedBenchmarks();
  std::printf("\nOn the platform \"%s\":\n%s", qPrintable(QGuiApplication::platformName()),
              summary.c_str());
  return summary.empty() ? 1 : 0;
}
