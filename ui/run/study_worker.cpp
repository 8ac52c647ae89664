// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/study_worker.h"

#include "core/unroll/influence.h"

#include <QMetaObject>

#include <chrono>
#include <utility>
#include <variant>

namespace backflow {

namespace {

/// Words on progress that nobody can read would only keep the window busy.
constexpr std::chrono::milliseconds betweenReports{50};

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

void StudyWorker::requestInfluence(const Document& document) {
  m_thread.request(
      [this, document](const std::stop_token& stop) { computeInfluence(document, stop); });
}

void StudyWorker::requestSpectrum(const Document& document, int time) {
  m_thread.request([this, document, time](const std::stop_token& stop) {
    computeSpectrum(document, time, stop);
  });
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

void StudyWorker::computeSpectrum(const Document& document, int time, const std::stop_token& stop) {
  const auto prepared = prepare(document.scenario, document.folder);
  const auto* experiment = std::get_if<Experiment>(&prepared);
  if (experiment == nullptr) {
    return;
  }
  auto study = std::make_shared<SpectrumStudy>();
  study->scenario = document.scenario;
  study->time = time;
  if (m_known && m_known->scenario == document.scenario) {
    study->analysis = m_known->analysis;
  } else if (auto analysis = analyse(*experiment, stop)) {
    study->analysis = std::move(*analysis);
  } else {
    return;
  }
  study->step = stepSpectrum(*experiment, time);
  m_known = study;
  QMetaObject::invokeMethod(
      this, [this, study = m_known] { emit spectrumReady(study); }, Qt::QueuedConnection);
}

} // namespace backflow
