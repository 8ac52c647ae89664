// SPDX-License-Identifier: GPL-3.0-or-later
// Drives what computes beside the window, each worker with its threads, at random and without a
// window: requests, changes of mind, stops, trainings that are steered in flight, and workers that
// go while they are at work. Made for ThreadSanitizer. Exit status 1 if what came last is not what
// was asked for last.
#include "core/scenario/library.h"
#include "core/scenario/scenario_json.h"
#include "tests/soak/memory_in_use.h"
#include "tests/soak/thread_handover.h"
#include "ui/run/check_worker.h"
#include "ui/run/phase_run.h"
#include "ui/run/script_worker.h"
#include "ui/run/seed_band_worker.h"
#include "ui/run/session_keeper.h"
#include "ui/run/study_worker.h"
#include "ui/run/trace_worker.h"
#include "ui/run/training_run.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace backflow::test {
namespace {

constexpr int longestWaitMs = 180000;

/// The shipped scenarios, small enough for many of them to run.
std::vector<Document> documents() {
  std::vector<Document> result;
  for (const LibraryEntry& entry : libraryEntries()) {
    auto read = readScenarioFile(entry.file);
    auto* scenario = std::get_if<Scenario>(&read);
    if (scenario != nullptr && scenario->unroll.horizon <= 400 && scenario->network.hidden <= 128) {
      result.push_back({std::move(*scenario), entry.file.parent_path()});
    }
  }
  return result;
}

class WorkerSoak {
 public:
  WorkerSoak(unsigned seed, const std::filesystem::path& folder)
      : m_random(seed), m_folder(folder), m_documents(documents()),
        m_keeper(std::make_unique<SessionKeeper>(m_state, folder / "sessions")) {
    for (const Document& document : m_documents) {
      if (document.scenario.training) {
        m_trainings.push_back(document);
      }
    }
    makeTraceWorker();
    makeOthers();
    for (auto& run : m_runs) {
      makeTraining(run);
    }
  }

  void act() {
    static const std::vector<std::pair<const char*, void (WorkerSoak::*)()>> habits = {
        {"trace", &WorkerSoak::trace},       {"trace", &WorkerSoak::trace},
        {"trace", &WorkerSoak::trace},       {"seeds", &WorkerSoak::seeds},
        {"study", &WorkerSoak::study},       {"phase diagram", &WorkerSoak::phase},
        {"training", &WorkerSoak::training}, {"training", &WorkerSoak::training},
        {"training", &WorkerSoak::training}, {"script", &WorkerSoak::script},
        {"check", &WorkerSoak::check},       {"session", &WorkerSoak::session},
        {"end a worker", &WorkerSoak::end}};
    const auto& [name, habit] = habits[static_cast<std::size_t>(below(std::ssize(habits)))];
    ++m_done[name];
    (this->*habit)();
  }

  /// Waits for the newest trace, and compares.
  void settle() {
    const bool rests = QTest::qWaitFor([this] { return !m_trace->isBusy(); }, longestWaitMs);
    QCoreApplication::processEvents();
    ++m_done["settled"];
    if (!rests) {
      m_failures.push_back("the trace worker is busy without an end");
    } else if (m_wanted && m_shown && *m_wanted != m_shown->scenario) {
      m_failures.push_back("the newest trace is not of the newest request: “" + m_wanted->title +
                           "”");
    }
  }

  const std::map<std::string, long>& done() const { return m_done; }
  const std::vector<std::string>& failures() const { return m_failures; }

 private:
  std::ptrdiff_t below(std::ptrdiff_t count) {
    return std::uniform_int_distribution<std::ptrdiff_t>(0, count - 1)(m_random);
  }
  bool chance(int percent) { return below(100) < percent; }

  Document anyOf(const std::vector<Document>& documents) {
    Document document = documents[static_cast<std::size_t>(below(std::ssize(documents)))];
    if (document.scenario.weights.init != WeightInit::Explicit) {
      document.scenario.weights.gain = 0.1 + 0.05 * static_cast<double>(below(60));
    }
    return document;
  }

  /// Reads all of it, as a picture would.
  void read(const Trace& trace) {
    for (const RunTrace& run : trace.runs) {
      m_sum += std::accumulate(run.steps.gradientNorm.begin(), run.steps.gradientNorm.end(), 0.0);
      m_sum += static_cast<double>(run.events.size()) + run.states.sum();
    }
  }

  void makeTraceWorker() {
    m_trace = std::make_unique<TraceWorker>();
    m_wanted.reset();
    m_shown.reset();
    QObject::connect(m_trace.get(), &TraceWorker::traceReady, m_trace.get(),
                     [this](std::shared_ptr<const Trace> trace) {
                       read(*trace);
                       m_shown = std::move(trace);
                       ++m_done["(trace came)"];
                     });
    QObject::connect(m_trace.get(), &TraceWorker::failed, m_trace.get(), [this] {
      m_wanted.reset();
      ++m_done["(trace could not be run)"];
    });
  }

  void makeOthers() {
    m_seeds = std::make_unique<SeedBandWorker>();
    QObject::connect(m_seeds.get(), &SeedBandWorker::bandReady, m_seeds.get(),
                     [this](const std::shared_ptr<const SeedBandStudy>& study) {
                       m_sum += std::accumulate(study->band.medianLog2.begin(),
                                                study->band.medianLog2.end(), 0.0);
                       ++m_done["(band came)"];
                     });
    m_studies = std::make_unique<StudyWorker>();
    QObject::connect(m_studies.get(), &StudyWorker::influenceReady, m_studies.get(),
                     [this](const std::shared_ptr<const InfluenceStudy>& study) {
                       m_sum += study->norms.sum();
                       ++m_done["(influence came)"];
                     });
    QObject::connect(m_studies.get(), &StudyWorker::spectrumReady, m_studies.get(),
                     [this](const std::shared_ptr<const SpectrumStudy>& study) {
                       m_sum += study->time;
                       ++m_done["(spectrum came)"];
                     });
    m_phase = std::make_unique<PhaseRun>();
    QObject::connect(m_phase.get(), &PhaseRun::advanced, m_phase.get(), [this] {
      m_sum += static_cast<double>(m_phase->study()->done);
      ++m_done["(phase diagram grew)"];
    });
    m_scripts = std::make_unique<ScriptWorker>();
    QObject::connect(m_scripts.get(), &ScriptWorker::scriptReady, m_scripts.get(),
                     [this](const QString& script) {
                       m_sum += static_cast<double>(script.size());
                       ++m_done["(script came)"];
                     });
    m_checks = std::make_unique<CheckWorker>();
    QObject::connect(m_checks.get(), &CheckWorker::checked, m_checks.get(),
                     [this](const SelfCheck& check) {
                       if (check.failures() > 0) {
                         m_failures.push_back("a check of this computer failed");
                       }
                       ++m_done["(check came)"];
                     });
  }

  void makeTraining(std::unique_ptr<TrainingRun>& run) {
    run = std::make_unique<TrainingRun>();
    QObject::connect(run.get(), &TrainingRun::advanced, run.get(), [this, at = run.get()] {
      if (at->history()) {
        for (const UpdateRecord& record : at->history()->records) {
          m_sum += record.loss;
        }
      }
      ++m_done["(training advanced)"];
    });
    QObject::connect(run.get(), &TrainingRun::saved, run.get(), [this] { ++m_done["(saved)"]; });
  }

  void trace() {
    if (chance(5)) {
      m_trace->stop();
      m_wanted.reset();
      return;
    }
    const Document document = anyOf(m_documents);
    m_wanted = document.scenario;
    m_trace->request(document, {.units = chance(30), .otherCells = chance(20)});
  }

  void seeds() {
    if (chance(20)) {
      m_seeds->stop();
    } else {
      m_seeds->request(anyOf(m_documents), 2 + static_cast<int>(below(12)));
    }
  }

  void study() {
    const Document document = anyOf(m_documents);
    if (chance(15)) {
      m_studies->stop();
    } else if (chance(50)) {
      m_studies->requestInfluence(document);
    } else {
      m_studies->requestSpectrum(document,
                                 1 + static_cast<int>(below(document.scenario.unroll.horizon)));
    }
  }

  void phase() {
    if (chance(30)) {
      m_phase->stop();
      return;
    }
    const Document document = anyOf(m_documents);
    PhaseSettings settings;
    settings.parameter = PhaseParameter::Seed;
    if (!canVary(document.scenario, settings.parameter)) {
      return;
    }
    settings = withRangeFor(settings, settings.parameter);
    settings.columns = 6;
    settings.rows = 4;
    settings.seeds = 1;
    m_phase->start(sweepOf(document, settings), settings.parameter);
  }

  void training() {
    TrainingRun& run = *m_runs[static_cast<std::size_t>(below(std::ssize(m_runs)))];
    const std::filesystem::path file = m_folder / "state.training.json";
    switch (below(12)) {
    case 0: {
      Document document = anyOf(m_trainings);
      document.scenario.training->batch = std::min(document.scenario.training->batch, 8);
      run.begin(document);
      run.play();
      break;
    }
    case 1:
    case 2:
      run.play();
      break;
    case 3:
      run.pause();
      break;
    case 4:
      run.step();
      break;
    case 5:
      run.setSpeed(chance(50) ? 0 : 5);
      break;
    case 6:
      run.setRate(0.001 * static_cast<double>(1 + below(100)));
      break;
    case 7:
      run.setClip(chance(50) ? std::optional<ClipSpec>() : ClipSpec{ClipMode::Norm, 0.5});
      break;
    case 8:
      run.setUpdates(10 + static_cast<int>(below(1000)));
      break;
    case 9:
      run.save(file);
      break;
    case 10: {
      std::ifstream in(file);
      const std::string state{std::istreambuf_iterator<char>(in), {}};
      if (!state.empty()) {
        run.resume(state, m_trainings.front().folder);
      }
      break;
    }
    default:
      chance(50) ? run.stop() : run.clear();
    }
  }

  void script() { m_scripts->request(anyOf(m_documents)); }
  void check() { m_checks->request(); }

  void session() {
    m_state.open(anyOf(m_documents));
    if (chance(20)) {
      m_keeper->close();
      m_keeper = std::make_unique<SessionKeeper>(m_state, m_folder / "sessions");
    }
  }

  void end() {
    switch (below(8)) {
    case 0:
      makeTraceWorker();
      break;
    case 1:
      makeOthers();
      break;
    default:
      makeTraining(m_runs[static_cast<std::size_t>(below(std::ssize(m_runs)))]);
    }
  }

  std::mt19937 m_random;
  std::filesystem::path m_folder;
  std::vector<Document> m_documents;
  std::vector<Document> m_trainings;
  AppState m_state;
  std::unique_ptr<SessionKeeper> m_keeper;
  std::unique_ptr<TraceWorker> m_trace;
  std::unique_ptr<SeedBandWorker> m_seeds;
  std::unique_ptr<StudyWorker> m_studies;
  std::unique_ptr<PhaseRun> m_phase;
  std::unique_ptr<ScriptWorker> m_scripts;
  std::unique_ptr<CheckWorker> m_checks;
  std::unique_ptr<TrainingRun> m_runs[2];
  std::optional<Scenario> m_wanted; ///< of the newest request that was not given up
  std::shared_ptr<const Trace> m_shown;
  double m_sum = 0; ///< of all that came, so that all of it is read
  std::map<std::string, long> m_done;
  std::vector<std::string> m_failures;
};

int soak(double minutes, unsigned seed, const std::filesystem::path& folder) {
  std::printf("seed %u, %.2f minutes, %s at the start\n", seed, minutes,
              toText(memoryInUse()).c_str());
  std::fflush(stdout);
  WorkerSoak soak(seed, folder);
  QElapsedTimer clock;
  clock.start();
  long actions = 0;
  qint64 nextSample = 60000;
  while (static_cast<double>(clock.elapsed()) < 60000 * minutes) {
    soak.act();
    QTest::qWait(static_cast<int>(actions % 13));
    if (++actions % 40 == 0) {
      soak.settle();
    }
    if (clock.elapsed() >= nextSample) {
      std::printf("%6lld s: %ld actions, %s\n", static_cast<long long>(clock.elapsed() / 1000),
                  actions, toText(memoryInUse()).c_str());
      std::fflush(stdout);
      nextSample += 60000;
    }
  }
  soak.settle();
  for (const auto& [name, count] : soak.done()) {
    std::printf("  %7ld  %s\n", count, name.c_str());
  }
  for (const std::string& failure : soak.failures()) {
    std::printf("FAILED: %s\n", failure.c_str());
  }
  std::printf("%ld actions, %s at the end. %s\n", actions, toText(memoryInUse()).c_str(),
              soak.failures().empty() ? "No failure." : "There were failures.");
  std::fflush(stdout);
  return soak.failures().empty() ? 0 : 1;
}

} // namespace
} // namespace backflow::test

int main(int argc, char** argv) {
  const QTemporaryDir home;
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  qputenv("XDG_DATA_HOME", home.path().toUtf8());
  backflow::test::HandoverApplication application(argc, argv);
  QCommandLineParser parser;
  parser.addHelpOption();
  const QCommandLineOption minutes(QStringLiteral("minutes"), QStringLiteral("how long"),
                                   QStringLiteral("number"), QStringLiteral("1"));
  const QCommandLineOption seed(QStringLiteral("seed"),
                                QStringLiteral("of what is done; else a new one"),
                                QStringLiteral("number"));
  parser.addOptions({minutes, seed});
  parser.process(application);
  return backflow::test::soak(parser.value(minutes).toDouble(),
                              parser.isSet(seed) ? parser.value(seed).toUInt()
                                                 : std::random_device()(),
                              home.path().toStdString());
}
