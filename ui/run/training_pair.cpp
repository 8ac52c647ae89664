// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/training_pair.h"

#include "core/scenario/data_files.h"

#include <utility>

namespace backflow {

TrainingPair::TrainingPair(AppState& state, QObject* parent)
    : QObject(parent), m_state(state), m_opened(state.opened()) {
  connect(&m_state, &AppState::scenarioChanged, this, &TrainingPair::takeScenario);
  for (TrainingRun* run : {&m_first, &m_second}) {
    connect(run, &TrainingRun::advanced, this, [this] {
      if (m_secondVariant != m_variant && !m_isStale) {
        beginSecond(); // it waited for the first one's changes in flight
      }
      emit changed();
      emit advanced();
    });
    connect(run, &TrainingRun::failed, this, [this](const std::vector<FieldProblem>& problems) {
      m_problems = problems;
      emit changed();
    });
    connect(run, &TrainingRun::saved, this, &TrainingPair::saved);
  }
}

TrainingPair::~TrainingPair() {
  m_first.disconnect(this);
  m_second.disconnect(this);
}

Trainings TrainingPair::trainings() const {
  Trainings result;
  for (const TrainingRun* run : {&m_first, &m_second}) {
    if (run->history()) {
      result.push_back(run->history());
    }
  }
  return result;
}

bool TrainingPair::isPlaying() const {
  return m_first.isPlaying() || m_second.isPlaying();
}

bool TrainingPair::canGoOn() const {
  return !m_isStale && (m_first.canGoOn() || m_second.canGoOn());
}

Scenario TrainingPair::ground() const {
  Scenario scenario = m_first.hasBegun() && !m_isStale ? m_begun.scenario : m_state.scenario();
  if (const auto history = m_first.history(); history && !m_isStale) {
    scenario.clip = history->scenario.clip;
    scenario.training->optimiser.rate = history->scenario.training->optimiser.rate;
  }
  return scenario;
}

void TrainingPair::begin() {
  m_problems.clear();
  m_isStale = false;
  m_begun = m_state.document();
  m_first.begin(m_begun);
  beginSecond();
  emit begun();
}

bool TrainingPair::beginSecond() {
  const Scenario scenario = ground();
  m_secondVariant = m_variant;
  if (m_variant == TrainingVariant::None ||
      obstacleOf(scenario, m_variant) != VariantObstacle::None) {
    m_second.clear();
    return false;
  }
  m_second.begin({variantOf(scenario, m_variant), m_begun.folder});
  repeatChanges();
  return true;
}

void TrainingPair::repeatChanges() {
  const auto history = m_first.history();
  if (!history) {
    return;
  }
  for (const SettingChange& change : changesOf(history->records)) {
    if (change.rate) {
      m_second.setRateAt(change.update, *change.rate);
    }
    if (change.threshold && m_secondVariant != TrainingVariant::Clipping) {
      m_second.setClipAt(change.update, clipAt(*change.threshold, m_begun.scenario.clip));
    }
  }
}

void TrainingPair::forget() {
  m_variant = TrainingVariant::None;
  m_secondVariant = TrainingVariant::None;
  m_isStale = false;
  m_problems.clear();
  m_second.clear();
  emit begun();
}

void TrainingPair::goOn(void (TrainingRun::*how)()) {
  if (m_state.scenario().training) {
    if (!canGoOn()) {
      begin();
    }
    for (TrainingRun* run : {&m_first, &m_second}) {
      if (run->canGoOn()) {
        (run->*how)();
      }
    }
  }
  emit changed();
}

void TrainingPair::play() {
  goOn(&TrainingRun::play);
}

void TrainingPair::pause() {
  m_first.pause();
  m_second.pause();
  emit changed();
}

void TrainingPair::step() {
  goOn(&TrainingRun::step);
}

void TrainingPair::stop() {
  m_first.stop();
  m_second.stop();
  emit changed();
}

void TrainingPair::setSpeed(int speed) {
  m_first.setSpeed(speed);
  m_second.setSpeed(speed);
}

void TrainingPair::chooseVariant(TrainingVariant variant) {
  m_variant = variant;
  m_problems.clear();
  if (m_first.hasBegun() && !m_isStale && beginSecond() && m_first.isPlaying()) {
    m_second.play();
  }
  emit changed();
}

void TrainingPair::rescue() {
  chooseVariant(TrainingVariant::Clipping);
  m_second.play();
  emit changed();
}

void TrainingPair::takeScenario() {
  if (m_state.opened() != m_opened) {
    m_opened = m_state.opened();
    forget();
    m_first.clear();
  } else if (m_first.hasBegun()) {
    m_isStale = !differOnlyInFlight(m_begun.scenario, m_state.scenario());
    if (m_isStale) {
      m_first.pause();
      m_second.pause();
    } else {
      steerInFlight();
      if (m_secondVariant != m_variant) {
        beginSecond();
      }
    }
  }
  emit changed();
}

void TrainingPair::steerInFlight() {
  const Scenario now = m_state.scenario();
  const Scenario before = std::exchange(m_begun.scenario, now);
  if (!now.training) {
    return;
  }
  const int next = m_first.history() ? m_first.history()->made() + 1 : 1;
  if (now.training->optimiser.rate != before.training->optimiser.rate) {
    m_first.setRate(now.training->optimiser.rate);
    m_second.setRateAt(next, now.training->optimiser.rate);
  }
  if (now.clip != before.clip) {
    m_first.setClip(now.clip);
    // The second differs in nothing else, or in the clipping alone: then it keeps its own.
    if (m_second.hasBegun() && m_secondVariant != TrainingVariant::Clipping) {
      m_second.setClipAt(next, now.clip);
    }
  }
  if (now.training->updates != before.training->updates) {
    m_first.setUpdates(now.training->updates);
    m_second.setUpdates(now.training->updates);
  }
}

void TrainingPair::resume(const std::string& state, const Document& document) {
  m_state.open(document);
  m_opened = m_state.opened();
  m_begun = document;
  forget();
  m_first.resume(state, document.folder);
  emit changed();
}

void TrainingPair::bringBack(const std::string& state, const Document& document,
                             TrainingVariant variant) {
  const Document& shown = m_state.document();
  const Scenario wanted = withDataNamedInFull(shown.scenario, shown.folder);
  const Scenario trained = withDataNamedInFull(document.scenario, document.folder);
  m_opened = m_state.opened();
  m_begun = document;
  forget();
  m_variant = variant;
  m_first.resume(state, document.folder);
  m_isStale = !differOnlyInFlight(trained, wanted);
  if (!m_isStale) {
    m_begun.folder = shown.folder;
    steerInFlight();
  }
  emit changed();
}

} // namespace backflow
