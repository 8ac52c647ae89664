// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/study_worker.h"

#include "core/unroll/influence.h"
#include "ui/run/job_failure.h"

#include <QMetaObject>

#include <chrono>
#include <condition_variable>
#include <exception>
#include <future>
#include <mutex>
#include <utility>
#include <variant>

namespace backflow {

namespace {

/// Words on progress that nobody can read would only keep the window busy.
constexpr std::chrono::milliseconds betweenReports{50};
/// While a slider moves, exponents that come and go between the pictures would only flicker.
constexpr std::chrono::milliseconds rest{150};

/// Waits; false as soon as there is something newer to do.
bool isLeftAlone(const std::stop_token& superseded) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  wake.wait_for(lock, superseded, rest, [] { return false; });
  return !superseded.stop_requested();
}

} // namespace

StudyWorker::StudyWorker(QObject* parent)
    : QObject(parent), m_thread([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
              if (!m_thread.isBusy()) {
                emit finished();
              }
            },
            Qt::QueuedConnection);
      }) {}

StudyWorker::~StudyWorker() = default;

void StudyWorker::request(std::function<void(const std::stop_token&)> work) {
  m_thread.request([this, work = std::move(work)](const std::stop_token& stop) {
    try {
      work(stop);
    } catch (const std::exception& error) {
      QMetaObject::invokeMethod(
          this, [this, problems = problemsOf(error)] { emit failed(problems); },
          Qt::QueuedConnection);
    }
  });
}

void StudyWorker::requestInfluence(const Document& document) {
  request([this, document](const std::stop_token& stop) { computeInfluence(document, stop); });
}

void StudyWorker::requestSpectrum(const Document& document, int time) {
  request([this, document, time](const std::stop_token&) { computeSpectrum(document, time); });
}

void StudyWorker::stop() {
  m_thread.stop();
}

void StudyWorker::computeInfluence(const Document& document, const std::stop_token& stop) {
  const auto prepared = prepare(document.scenario, document.folder);
  const auto* experiment = std::get_if<Experiment>(&prepared);
  if (experiment == nullptr || document.scenario.unroll.horizon > longestInfluence) {
    return;
  }
  auto reported = std::chrono::steady_clock::now();
  auto norms = influenceOf(*experiment, stop, [&](int done, int all) {
    const auto now = std::chrono::steady_clock::now();
    if (now - reported >= betweenReports) {
      reported = now;
      QMetaObject::invokeMethod(
          this, [this, done, all] { emit progressed(done, all); }, Qt::QueuedConnection);
    }
  });
  if (norms) {
    const auto study = std::make_shared<const InfluenceStudy>(
        InfluenceStudy{document.scenario, std::move(*norms)});
    QMetaObject::invokeMethod(
        this, [this, study] { emit influenceReady(study); }, Qt::QueuedConnection);
  }
}

void StudyWorker::computeSpectrum(const Document& document, int time) {
  const auto prepared = prepare(document.scenario, document.folder);
  const auto* experiment = std::get_if<Experiment>(&prepared);
  if (experiment == nullptr) {
    return;
  }
  SpectrumStudy study;
  study.scenario = document.scenario;
  study.time = time;
  const bool isKnown = m_known && m_known->scenario == document.scenario;
  // The weights' spectrum takes as long as the step's: the picture waits for the longer one alone.
  std::future<Analysis> theory;
  if (!isKnown) {
    theory = std::async(std::launch::async, [experiment] { return theoryOf(*experiment); });
  }
  study.step = stepSpectrum(*experiment, time);
  study.analysis = isKnown ? m_known->analysis : theory.get();
  if (!study.isComplete()) {
    tellSpectrum(std::make_shared<const SpectrumStudy>(study));
    if (!isLeftAlone(m_thread.superseded()) ||
        !measureJacobians(*experiment, JacobianReadings::Exponents, m_thread.superseded(),
                          study.analysis)) {
      return;
    }
  }
  m_known = std::make_shared<const SpectrumStudy>(std::move(study));
  tellSpectrum(m_known);
}

void StudyWorker::tellSpectrum(const std::shared_ptr<const SpectrumStudy>& study) {
  QMetaObject::invokeMethod(
      this, [this, study] { emit spectrumReady(study); }, Qt::QueuedConnection);
}

} // namespace backflow
