// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/compare_row.h"

#include "ui/panel/appearance.h"
#include "ui/panel/flow_layout.h"
#include "ui/panel/pinned_runs_bar.h"
#include "ui/text/difference_text.h"
#include "ui/text/problem_text.h"
#include "ui/text/scenario_text.h"
#include "ui/window/seed_band_controls.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

constexpr int undoMs = 10'000;

} // namespace

CompareRow::CompareRow(AppState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_pin(new QAction(this)), m_heading(new QLabel),
      m_removeAll(new QToolButton), m_undoRemove(new QToolButton), m_forget(new QToolButton),
      m_band(new SeedBandControls(state, this)), m_bar(new PinnedRunsBar(m_runs)) {
  m_pin->setObjectName(QStringLiteral("pinCurves"));
  m_pin->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // in a narrow window it has lines
  layOut();
  connect(m_pin, &QAction::triggered, this, &CompareRow::pinPresent);
  connect(m_removeAll, &QToolButton::clicked, this, &CompareRow::removeAll);
  connect(m_undoRemove, &QToolButton::clicked, &m_runs, &PinnedRuns::undoRemove);
  connect(m_forget, &QToolButton::clicked, &m_runs, &PinnedRuns::forgetRemoved);
  connect(m_bar, &PinnedRunsBar::loadWanted, this, &CompareRow::loadSettings);
  m_removedGoes.setObjectName(QStringLiteral("removedGoes"));
  m_removedGoes.setSingleShot(true);
  m_removedGoes.setInterval(undoMs);
  connect(&m_removedGoes, &QTimer::timeout, &m_runs, &PinnedRuns::forgetRemoved);
  connect(&m_runs, &PinnedRuns::changed, this, [this] {
    if (m_runs.canUndoRemove()) {
      m_removedGoes.start();
    } else {
      m_removedGoes.stop();
    }
    refresh();
    emit comparisonChanged();
    emit pinnedChanged();
  });
  connect(m_band, &SeedBandControls::bandChanged, this, &CompareRow::comparisonChanged);
  connect(m_band->action(), &QAction::toggled, this, &CompareRow::refresh);
  connectReturner();
  connect(&m_state, &AppState::scenarioChanged, this,
          [this] { m_bar->showScenario(m_state.scenario()); });
  m_bar->showScenario(m_state.scenario());
  retranslate();
  refresh();
}

CompareRow::~CompareRow() {
  m_returner.disconnect(this);
  m_runs.disconnect(this);
}

void CompareRow::connectReturner() {
  connect(&m_returner, &TraceWorker::traceReady, this,
          [this](const std::shared_ptr<const Trace>& trace,
                 const std::shared_ptr<const NormPictures>& pictures) {
            // All may have been removed while it came.
            if (m_returning.empty() || trace->scenario != m_returning.front().document.scenario) {
              return;
            }
            PinnedSettings settings = m_returning.front();
            m_returning.pop_front();
            if (settings.namedAfter) { // the language may be another one than that of last time
              settings.name = nameFor(*settings.namedAfter, trace->scenario);
            }
            if (!m_runs.bringBack(settings, trace, pictures)) {
              miss(settings, tr("%1 curves are pinned: remove one first.").arg(mostPinnedRuns));
            }
            computeNextReturning();
          });
  connect(&m_returner, &TraceWorker::failed, this,
          [this](const std::vector<FieldProblem>& problems) {
            if (!m_returning.empty()) {
              const PinnedSettings settings = m_returning.front();
              m_returning.pop_front();
              miss(settings, problemsText(problems));
              computeNextReturning();
            }
          });
}

void CompareRow::bringBack(const std::vector<PinnedSettings>& pins) {
  const bool isComputing = !m_returning.empty();
  m_returning.insert(m_returning.end(), pins.begin(), pins.end());
  if (!isComputing) {
    computeNextReturning();
  }
  emit pinnedChanged();
}

void CompareRow::computeNextReturning() {
  std::vector<int> places;
  for (const PinnedSettings& pin : m_returning) {
    places.push_back(pin.slot);
  }
  m_runs.reserve(std::move(places));
  if (!m_returning.empty()) {
    m_returner.request(m_returning.front().document);
  } else if (!m_missedWhy.isEmpty()) {
    QStringList names;
    for (const PinnedSettings& pin : m_missed) {
      names << QStringLiteral("“%1”").arg(pin.name);
    }
    emit pinsMissed(tr("Pinned curves that cannot be computed now: %1. %2 They are kept for the "
                       "next start.")
                        .arg(names.join(QStringLiteral(", ")), m_missedWhy));
    m_missedWhy.clear();
  }
  refreshActions();
}

void CompareRow::miss(const PinnedSettings& pin, const QString& why) {
  m_missed.push_back(pin);
  if (m_missedWhy.isEmpty()) {
    m_missedWhy = why;
  }
}

void CompareRow::removeAll() {
  m_returning.clear();
  m_missed.clear();
  m_returner.stop();
  m_runs.reserve({});
  m_runs.removeAll();
}

std::vector<PinnedSettings> CompareRow::pinnedSettings() const {
  std::vector<PinnedSettings> all;
  for (const PinnedRun& run : m_runs.runs()) {
    all.push_back(settingsOf(run));
  }
  all.insert(all.end(), m_returning.begin(), m_returning.end());
  all.insert(all.end(), m_missed.begin(), m_missed.end());
  return all;
}

QAction* CompareRow::bandAction() const {
  return m_band->action();
}

std::shared_ptr<const SeedBandStudy> CompareRow::band() const {
  return m_band->band();
}

void CompareRow::layOut() {
  m_removeAll->setObjectName(QStringLiteral("pinsRemoveAll"));
  m_undoRemove->setObjectName(QStringLiteral("pinsUndoRemove"));
  m_forget->setObjectName(QStringLiteral("pinsForgetRemoved"));
  m_forget->setText(QStringLiteral("✕"));
  for (QToolButton* button : {m_removeAll, m_undoRemove, m_forget}) {
    button->setAutoRaise(true);
  }
  QFont bold = m_heading->font();
  bold.setBold(true);
  m_heading->setFont(bold);
  auto* head = new FlowLayout;
  head->setContentsMargins(wideGap, 0, smallGap, 0);
  for (QWidget* widget : std::initializer_list<QWidget*>{
           m_heading, m_removeAll, m_undoRemove, m_forget, m_band->settings(), m_band->news()}) {
    head->addWidget(widget);
  }
  m_bar->setObjectName(QStringLiteral("pinnedRuns"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, smallGap / 2, 0, smallGap / 2);
  column->setSpacing(0);
  column->addLayout(head);
  column->addWidget(m_bar);
}

void CompareRow::showTrace(std::shared_ptr<const Trace> trace,
                           std::shared_ptr<const NormPictures> pictures) {
  m_trace = std::move(trace);
  m_pictures = std::move(pictures);
  refreshActions();
}

void CompareRow::setTheme(const Theme& theme) {
  m_bar->setTheme(theme);
}

void CompareRow::setWanted(bool wanted) {
  m_isWanted = wanted;
  refresh();
}

void CompareRow::setForClass(bool isForClass) {
  m_isForClass = isForClass;
  m_bar->setForClass(isForClass);
  refresh();
}

/// The title, or what was changed since the last pin: that is what tells the curves apart.
QString CompareRow::nameFor(const Scenario& before, const Scenario& present) {
  const QString title = ScenarioText::name(present);
  constexpr qsizetype mostTold = 3;
  const QString settings =
      DifferenceText::settings(before, present).mid(0, mostTold).join(QStringLiteral(", "));
  const bool isOther = before.title != present.title;
  return settings.isEmpty() || isOther ? title : settings;
}

void CompareRow::pinPresent() {
  if (m_trace) {
    const auto before = std::make_shared<const Scenario>(
        m_runs.runs().empty() ? m_state.opened() : m_runs.runs().back().trace->scenario);
    m_runs.pin(m_trace, m_state.document().folder, nameFor(*before, m_trace->scenario), m_pictures,
               before);
  }
}

void CompareRow::loadSettings(int id) {
  for (const PinnedRun& run : m_runs.runs()) {
    if (run.id == id) {
      m_state.open({run.trace->scenario, run.folder});
      return;
    }
  }
}

void CompareRow::refresh() {
  const bool hasPins = !m_runs.runs().empty();
  const bool hasBand = m_band->action()->isChecked() && !m_isForClass;
  m_heading->setVisible(hasPins && !m_isForClass);
  m_removeAll->setVisible(hasPins && !m_isForClass);
  const bool offersUndo = m_runs.canUndoRemove() && !m_isForClass;
  m_undoRemove->setVisible(offersUndo);
  m_forget->setVisible(offersUndo && !hasPins);
  m_bar->setVisible(hasPins);
  m_band->settings()->setVisible(hasBand);
  m_band->news()->setVisible(hasBand);
  setVisible(m_isWanted && (hasPins || offersUndo || hasBand));
  refreshActions();
}

void CompareRow::refreshActions() {
  const bool isFull = m_runs.isFull();
  const bool willBe = m_runs.runs().size() + m_returning.size() >= mostPinnedRuns;
  m_pin->setEnabled(m_trace != nullptr && !willBe);
  m_pin->setToolTip(isFull   ? tr("%1 curves are pinned: remove one first.").arg(mostPinnedRuns)
                    : willBe ? tr("The pinned curves of last time are being computed.")
                             : tr("Keep the present curves to compare others with them (Ctrl+P)"));
}

void CompareRow::retranslate() {
  m_pin->setText(tr("Pin the curves"));
  m_pin->setIconText(tr("Pin"));
  m_heading->setText(tr("Pinned curves"));
  m_removeAll->setText(tr("Remove all"));
  m_undoRemove->setText(tr("Undo remove"));
  m_undoRemove->setToolTip(tr("Brings back the curves that were removed last"));
  m_forget->setToolTip(tr("Close"));
  m_forget->setAccessibleName(m_forget->toolTip());
  m_bar->showScenario(m_state.scenario());
  refreshActions();
}

void CompareRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    m_band->retranslate();
    m_runs.nameAgain(
        [](const PinnedRun& run) { return nameFor(*run.namedAfter, run.trace->scenario); });
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
