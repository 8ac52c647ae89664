// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/session_keeper.h"

#include "ui/run/writing_pause.h"

#include <QElapsedTimer>
#include <QMetaObject>

#include <chrono>
#include <tuple>
#include <utility>

namespace backflow {

namespace {

constexpr std::chrono::milliseconds betweenWrites(1000);
constexpr int smallNetwork = 64; ///< hidden units

} // namespace

SessionKeeper::SessionKeeper(AppState& state, const std::filesystem::path& folder, QObject* parent)
    : QObject(parent), m_state(state), m_store(folder), m_saved(state.scenario()),
      m_thread(std::make_unique<JobThread>([this] {
        QMetaObject::invokeMethod(
            this, [this] { emit kept(); }, Qt::QueuedConnection);
      })) {
  m_delay.setSingleShot(true);
  m_delay.setInterval(betweenWrites);
  connect(&m_delay, &QTimer::timeout, this, &SessionKeeper::write);
  connect(&state, &AppState::scenarioChanged, this, &SessionKeeper::noteChange);
}

SessionKeeper::~SessionKeeper() = default;

void SessionKeeper::noteSaved() {
  m_saved = m_state.scenario();
  noteChange();
}

void SessionKeeper::notePins(std::vector<PinnedSettings> pins) {
  m_pins =
      pins.empty() ? nullptr : std::make_shared<const std::vector<PinnedSettings>>(std::move(pins));
  noteChange();
}

std::filesystem::path SessionKeeper::trainingFile() const {
  return m_store.isKeeping() ? m_store.trainingFile() : std::filesystem::path();
}

void SessionKeeper::noteView(int time, const std::string& view, const std::string& beside) {
  if (std::tie(time, view, beside) == std::tie(m_time, m_view, m_beside)) {
    return;
  }
  m_time = time;
  m_view = view;
  m_beside = beside;
  // With weights that are written out the session may be long: then it waits for a change of them.
  const Scenario& scenario = m_state.scenario();
  if (scenario.weights.init != WeightInit::Explicit || scenario.network.hidden <= smallNetwork) {
    noteChange();
  }
}

void SessionKeeper::noteUnheld() {
  m_saved.reset();
  noteChange();
}

bool SessionKeeper::hasUnsavedWork() const {
  return m_state.scenario() != m_saved;
}

void SessionKeeper::noteChange() {
  const bool has = hasUnsavedWork();
  if (has != m_hadUnsavedWork) {
    m_hadUnsavedWork = has;
    emit unsavedWorkChanged(has);
  }
  // The first change after a rest begins the second: a long drag is written while it lasts.
  if (!m_delay.isActive() && m_thread) {
    m_delay.start();
  }
}

Session SessionKeeper::present(bool closedProperly) const {
  return {m_state.document(),
          m_state.file(),
          closedProperly,
          m_state.opened(),
          hasUnsavedWork(),
          m_pins,
          m_time,
          m_view,
          m_beside,
          {}};
}

void SessionKeeper::write() {
  m_thread->request([this, session = present(false), goesOn = m_goesOn](const std::stop_token&) {
    QElapsedTimer timer;
    timer.start();
    keep(session, goesOn);
    // With weights that are written out a session may be long.
    const auto pause = pauseAfterWriting(std::chrono::milliseconds(timer.elapsed()), betweenWrites);
    QMetaObject::invokeMethod(
        this, [this, pause] { m_delay.setInterval(pause); }, Qt::QueuedConnection);
  });
}

void SessionKeeper::keep(const Session& session, bool goesOn) {
  if (m_store.keep(session).isEmpty() && goesOn) {
    m_store.dropLeftBehind();
  }
}

void SessionKeeper::goOnWithLeftBehind(bool withTraining) {
  m_goesOn = true;
  if (withTraining) {
    m_store.adoptTraining();
  }
  write();
}

void SessionKeeper::close() {
  m_delay.stop();
  m_thread.reset(); // waits for a write that is under way
  if (hasUnsavedWork() || m_pins || m_hasTraining) {
    keep(present(true), m_goesOn);
    return;
  }
  m_store.forget();
  if (m_goesOn) {
    m_store.dropLeftBehind();
  }
}

} // namespace backflow
