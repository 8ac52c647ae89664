// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/training_keeper.h"

#include "ui/run/writing_pause.h"

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

using namespace std::chrono_literals;

constexpr auto betweenWrites = 5s;
constexpr auto longToCompute = 30s;
/// A training that was not heard of for longer did not compute all the while.
constexpr auto longestStep = 2s;

} // namespace

TrainingKeeper::TrainingKeeper(TrainingPair& pair, std::filesystem::path file, QObject* parent)
    : QObject(parent), m_pair(pair), m_file(std::move(file)) {
  m_delay.setSingleShot(true);
  m_delay.setInterval(betweenWrites);
  connect(&m_delay, &QTimer::timeout, this, &TrainingKeeper::keepNow);
  connect(&pair, &TrainingPair::advanced, this, &TrainingKeeper::look);
  connect(&pair, &TrainingPair::begun, this, [this] {
    m_isBroughtBack = false;
    m_effort = 0ms;
    look();
  });
  connect(&pair, &TrainingPair::saved, this, [this](const QString&, const QString& problem) {
    if (problem.isEmpty()) {
      m_saved = m_pair.first().history();
      m_savedUpdates = m_pair.first().history() ? m_pair.first().history()->made() : 0;
    }
  });
  connect(&pair.first(), &TrainingRun::kept, this, [this](std::chrono::milliseconds took) {
    m_delay.setInterval(pauseAfterWriting(took, betweenWrites));
  });
}

bool TrainingKeeper::isKept() const {
  const auto history = m_pair.first().history();
  return history ? m_kept.lock() == history && m_keptUpdates == history->made()
                 : m_keptUpdates == 0;
}

void TrainingKeeper::look() {
  if (m_pair.first().isPlaying() && m_sinceLook.isValid()) {
    m_effort += std::min<std::chrono::milliseconds>(
        longestStep, std::chrono::milliseconds(m_sinceLook.elapsed()));
  }
  m_sinceLook.start();
  if (!m_delay.isActive() && !isKept()) {
    m_delay.start();
  }
}

void TrainingKeeper::keepNow() {
  m_delay.stop();
  if (m_file.empty() || isKept()) {
    return;
  }
  const auto history = m_pair.first().history();
  m_kept = history;
  m_keptUpdates = history ? history->made() : 0;
  m_pair.keep(m_file);
}

bool TrainingKeeper::isWorthAnOffer() const {
  const auto history = m_pair.first().history();
  if (!history || history->made() == 0 ||
      (m_saved.lock() == history && m_savedUpdates == history->made())) {
    return false;
  }
  return history->status == TrainingStatus::Running || m_isBroughtBack || m_effort > longToCompute;
}

} // namespace backflow
