// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/training_run.h"

#include "core/scenario/atomic_file.h"
#include "core/scenario/data_files.h"

#include <QMetaObject>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <system_error>
#include <utility>
#include <variant>

namespace backflow {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int screenMilliseconds = 16;

} // namespace

TrainingRun::TrainingRun(QObject* parent)
    : QObject(parent), m_thread([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
              if (!m_fetch.isActive()) {
                m_fetch.start();
              }
            },
            Qt::QueuedConnection);
      }) {
  m_fetch.setSingleShot(true);
  m_fetch.setTimerType(Qt::PreciseTimer);
  m_fetch.setInterval(screenMilliseconds);
  connect(&m_fetch, &QTimer::timeout, this, &TrainingRun::takeNews);
}

void TrainingRun::begin(const Document& document) {
  // A saved state may lie in another folder than the scenario.
  beginWith([scenario = withDataNamedInFull(document.scenario, document.folder)] {
    return startTraining(scenario, {});
  });
}

void TrainingRun::resume(const std::string& state, const std::filesystem::path& folder) {
  beginWith([state, folder] { return resumeTraining(state, folder); });
}

void TrainingRun::beginWith(std::function<TrainingOrProblems()> make) {
  pause();
  m_isStopped = false;
  m_hasBegun = true;
  m_history.reset();
  m_pace = 0;
  m_thread.begin(++m_run, std::move(make));
}

void TrainingRun::play() {
  m_isPlaying = true;
  m_pace = 0;
  m_paceSince = Clock::now();
  m_paceFrom = m_history ? m_history->made() : 0;
  m_thread.play();
}

void TrainingRun::pause() {
  m_isPlaying = false;
  m_thread.pause();
}

void TrainingRun::step() {
  pause();
  m_thread.step();
}

void TrainingRun::stop() {
  pause();
  m_isStopped = true;
}

void TrainingRun::clear() {
  stop();
  ++m_run;
  m_hasBegun = false;
  m_history.reset();
  m_thread.forget();
  emit advanced();
}

bool TrainingRun::canGoOn() const {
  return !m_isStopped && m_hasBegun && (!m_history || m_history->status == TrainingStatus::Running);
}

void TrainingRun::setSpeed(double updatesPerSecond) {
  m_thread.setInterval(updatesPerSecond > 0
                           ? std::chrono::duration_cast<std::chrono::nanoseconds>(
                                 std::chrono::duration<double>(1 / updatesPerSecond))
                           : std::chrono::nanoseconds(0));
}

void TrainingRun::setRate(double rate) {
  setRateAt(0, rate);
}

void TrainingRun::setClip(const std::optional<ClipSpec>& clip) {
  setClipAt(0, clip);
}

void TrainingRun::setRateAt(int update, double rate) {
  m_thread.changeAt(update, [rate](Training& training) { training.setRate(rate); });
}

void TrainingRun::setClipAt(int update, const std::optional<ClipSpec>& clip) {
  m_thread.changeAt(update, [clip](Training& training) { training.setClip(clip); });
}

void TrainingRun::setUpdates(int updates) {
  m_thread.setUpdates(updates);
}

void TrainingRun::save(const std::filesystem::path& file) {
  const auto carryOut = [this, file](std::unique_ptr<Training>& training) {
    QString problem;
    try {
      if (training) {
        writeAtomically(file, [&](std::ostream& out) { training->save(out); });
      } else {
        problem = tr("There is no training to save.");
      }
    } catch (const std::exception& error) {
      problem = QString::fromStdString(error.what());
    }
    const QString name = QString::fromStdString(file.string());
    QMetaObject::invokeMethod(
        this, [this, name, problem] { emit saved(name, problem); }, Qt::QueuedConnection);
  };
  m_thread.orderSave(carryOut);
}

void TrainingRun::keep(const std::filesystem::path& file) {
  const auto carryOut = [this, file](const std::unique_ptr<Training>& training) {
    const auto before = Clock::now();
    try {
      if (training && training->update() > 0) {
        writeAtomically(file, [&](std::ostream& out) { training->save(out); });
      } else {
        std::error_code error;
        std::filesystem::remove(file, error);
      }
    } catch (const std::exception&) {
      // A full disk: the next time may go better, and nothing that was asked for has failed.
    }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - before);
    QMetaObject::invokeMethod(
        this, [this, took] { emit kept(took); }, Qt::QueuedConnection);
  };
  m_thread.orderSave(carryOut);
}

void TrainingRun::takeNews() {
  TrainingNews news = m_thread.takeNews();
  if (news.isEmpty || news.run != m_run) {
    return;
  }
  if (!news.problems.empty()) {
    pause();
    m_isStopped = true;
    emit failed(news.problems);
    return;
  }
  if (news.beginning) {
    m_history = std::move(news.beginning);
    m_paceFrom = m_history->made();
  }
  if (!m_history) {
    return;
  }
  TrainingHistory& history = *m_history;
  history.records.insert(history.records.end(), std::make_move_iterator(news.records.begin()),
                         std::make_move_iterator(news.records.end()));
  if (!news.events.empty()) {
    history.events = std::move(news.events);
  }
  history.status = news.status;
  history.updates = news.updates;
  if (!news.text.empty()) {
    history.text = std::move(news.text);
    history.textUpdate = news.textUpdate;
  }
  measurePace(history.made());
  if (history.status != TrainingStatus::Running) {
    pause();
  }
  const auto before = Clock::now();
  emit advanced();
  // Where drawing takes long, at least half of the time is left for everything else.
  const auto spent = std::chrono::ceil<std::chrono::milliseconds>(Clock::now() - before);
  m_fetch.setInterval(std::max(std::chrono::milliseconds(screenMilliseconds), spent));
}

void TrainingRun::measurePace(int made) {
  constexpr std::chrono::duration<double> window{1};
  const std::chrono::duration<double> passed = Clock::now() - m_paceSince;
  if (m_isPlaying && made > m_paceFrom && (passed >= window || m_pace == 0)) {
    m_pace = (made - m_paceFrom) / std::max(passed.count(), 1e-9);
    if (passed >= window) {
      m_paceSince = Clock::now();
      m_paceFrom = made;
    }
  }
}

} // namespace backflow
