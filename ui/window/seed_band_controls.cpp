// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/seed_band_controls.h"

#include "ui/panel/appearance.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/flow_layout.h"

#include <QAction>
#include <QLabel>

#include <utility>

namespace backflow {

namespace {

constexpr int seedCounts[] = {10, 30, 100};
constexpr int usualSeeds = 30;

bool givesWeights(const Scenario& scenario) {
  return scenario.weights.init == WeightInit::Explicit;
}

} // namespace

SeedBandControls::SeedBandControls(AppState& state, QObject* parent)
    : QObject(parent), m_state(state), m_action(new QAction(this)), m_label(new QLabel),
      m_count(new ChoiceBox(QStringLiteral("seedCount"))), m_settings(oneWord({m_label, m_count})),
      m_news(new QLabel) {
  m_action->setObjectName(QStringLiteral("seedBand"));
  m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
  m_action->setCheckable(true);
  for (const int count : seedCounts) {
    m_count->setChoice(count, QString::number(count));
  }
  m_count->setCurrent(usualSeeds);
  m_count->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  m_count->setMinimumContentsLength(3);
  m_label->setBuddy(m_count);
  m_news->setObjectName(QStringLiteral("seedProgress"));
  connect(m_action, &QAction::toggled, this, [this] {
    request();
    refreshAction();
  });
  connect(m_count, &ChoiceBox::chosen, this, &SeedBandControls::request);
  connect(&m_state, &AppState::scenarioChanged, this, [this] {
    request();
    refreshAction();
  });
  connect(&m_worker, &SeedBandWorker::progressed, this,
          [this](int done, int all) { m_news->setText(tr("seed %1 of %2").arg(done).arg(all)); });
  connect(&m_worker, &SeedBandWorker::bandReady, this,
          [this](const std::shared_ptr<const SeedBandStudy>& band) {
            m_band = band;
            tellRange();
            emit bandChanged();
          });
  retranslate();
}

SeedBandControls::~SeedBandControls() {
  m_worker.disconnect(this);
}

QWidget* SeedBandControls::news() const {
  return m_news;
}

void SeedBandControls::request() {
  const bool isOn = m_action->isChecked();
  if (isOn && !givesWeights(m_state.scenario())) {
    const int seeds = m_count->currentData().toInt();
    const bool isKnown =
        m_band && m_band->scenario == m_state.scenario() && m_band->band.seeds == seeds;
    if (isKnown) {
      m_worker.stop();
      tellRange();
      return;
    }
    m_worker.request(m_state.document(), seeds);
    m_news->setText(tr("seed %1 of %2").arg(0).arg(seeds));
    return;
  }
  m_worker.stop();
  m_news->setText(isOn ? tr("The scenario gives the weights: there is no seed.") : QString());
  if (std::exchange(m_band, nullptr)) {
    emit bandChanged();
  }
}

void SeedBandControls::tellRange() {
  const std::uint64_t first = m_band->scenario.weights.seed;
  const auto count = static_cast<std::uint64_t>(m_band->band.seeds);
  m_news->setText(tr("seeds %1 to %2").arg(first).arg(first + count - 1));
}

void SeedBandControls::refreshAction() {
  const bool given = givesWeights(m_state.scenario());
  m_action->setEnabled(!given || m_action->isChecked());
  m_action->setToolTip(given ? tr("The scenario gives the weights: there is no seed.")
                             : tr("Median and quartiles of the gradient flow over many seeds of "
                                  "the weights (Ctrl+Shift+B)"));
}

void SeedBandControls::retranslate() {
  m_action->setText(tr("Band over seeds"));
  m_action->setIconText(tr("Seeds"));
  m_label->setText(tr("Band over seeds"));
  m_count->setAccessibleName(tr("Number of seeds"));
  m_count->setToolTip(tr("How many draws of the weights: the scenario's seed and those after it. "
                         "Input and loss stay the same."));
  // The widest text that is usual, so that nothing moves as the seeds go by.
  const QString widest = tr("seed %1 of %2").arg(888).arg(888);
  m_news->setMinimumWidth(m_news->fontMetrics().horizontalAdvance(widest) + smallGap);
  refreshAction();
  if (m_band && !m_worker.isBusy()) {
    tellRange();
  }
}

} // namespace backflow
