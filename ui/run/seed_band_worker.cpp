// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/seed_band_worker.h"

#include <QMetaObject>

#include <exception>
#include <optional>
#include <utility>
#include <variant>

namespace backflow {

namespace {

constexpr int stillMilliseconds = 200;

} // namespace

SeedBandWorker::SeedBandWorker(QObject* parent)
    : QObject(parent), m_thread([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
              if (!isBusy()) {
                emit finished();
              }
            },
            Qt::QueuedConnection);
      }) {
  m_delay.setSingleShot(true);
  m_delay.setInterval(stillMilliseconds);
  connect(&m_delay, &QTimer::timeout, this, [this] {
    m_thread.request([this, document = m_document, seeds = m_seeds, number = m_newest](
                         const std::stop_token& stop) { compute(document, seeds, number, stop); });
  });
}

SeedBandWorker::~SeedBandWorker() = default;

void SeedBandWorker::request(const Document& document, int seeds) {
  m_thread.stop();
  m_document = document;
  m_seeds = seeds;
  ++m_newest;
  m_delay.start();
}

void SeedBandWorker::stop() {
  const bool wasWaiting = m_delay.isActive();
  ++m_newest;
  m_delay.stop();
  m_thread.stop();
  if (wasWaiting) {
    emit finished();
  }
}

bool SeedBandWorker::isBusy() const {
  return m_delay.isActive() || m_thread.isBusy();
}

void SeedBandWorker::compute(const Document& document, int seeds, int number,
                             const std::stop_token& stop) {
  // What comes of a request that is no longer the newest is not told.
  const auto tell = [this, number](auto news) {
    QMetaObject::invokeMethod(
        this,
        [this, number, news] {
          if (number == m_newest) {
            news();
          }
        },
        Qt::QueuedConnection);
  };
  try {
    auto result =
        seedBandOf(document.scenario, document.folder, seeds, stop, [&](int done, int all) {
          tell([this, done, all] { emit progressed(done, all); });
        });
    auto* band = std::get_if<std::optional<SeedBand>>(&result);
    if (band != nullptr && *band) {
      const auto study = std::make_shared<const SeedBandStudy>(
          SeedBandStudy{document.scenario, std::move(**band)});
      tell([this, study] { emit bandReady(study); });
    }
  } catch (const std::exception&) {
    // Too little memory for this network: there is no band then, and the run tells of it.
  }
}

} // namespace backflow
