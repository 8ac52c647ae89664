// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/training_bar.h"

#include "ui/panel/appearance.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/flow_layout.h"
#include "ui/run/training_pair.h"
#include "ui/state/app_state.h"
#include "ui/text/training_text.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

namespace backflow {

namespace {

constexpr TrainingVariant variants[] = {TrainingVariant::None,       TrainingVariant::Clipping,
                                        TrainingVariant::Truncation, TrainingVariant::Rnn,
                                        TrainingVariant::Gru,        TrainingVariant::Lstm,
                                        TrainingVariant::Regulariser};

/// Updates a second; 0 is as fast as possible.
constexpr int speeds[] = {0, 1, 5, 20, 100};

} // namespace

TrainingBar::TrainingBar(AppState& state, TrainingPair& pair, QWidget* parent)
    : QWidget(parent), m_state(state), m_pair(pair), m_play(new QPushButton(this)),
      m_step(new QPushButton(this)), m_stop(new QPushButton(this)), m_speedLabel(new QLabel(this)),
      m_speed(new ChoiceBox(QStringLiteral("trainingSpeed"))), m_besideLabel(new QLabel(this)),
      m_beside(new ChoiceBox(QStringLiteral("trainingBeside"))), m_rescue(new QPushButton(this)),
      m_save(new QToolButton(this)), m_saveCsv(new QAction(this)), m_saveState(new QAction(this)) {
  arrange();
  connectControls();
  retranslate();
}

void TrainingBar::arrange() {
  m_play->setObjectName(QStringLiteral("trainingPlay"));
  m_step->setObjectName(QStringLiteral("trainingStep"));
  m_stop->setObjectName(QStringLiteral("trainingStop"));
  m_rescue->setObjectName(QStringLiteral("trainingRescue"));
  m_save->setObjectName(QStringLiteral("trainingSave"));
  m_save->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(this);
  menu->addActions({m_saveCsv, m_saveState});
  m_save->setMenu(menu);
  m_speedLabel->setBuddy(m_speed);
  m_besideLabel->setBuddy(m_beside);
  auto* beside = oneWord({m_besideLabel, m_beside});
  auto* row = new FlowLayout(this);
  row->setContentsMargins(wideGap, 0, wideGap, 0);
  row->setSpacing(smallGap);
  for (QWidget* widget : std::initializer_list<QWidget*>{
           m_play, m_step, m_stop, oneWord({m_speedLabel, m_speed}), beside, m_rescue, m_save}) {
    row->addWidget(widget);
  }
  row->setFiller(beside);
}

void TrainingBar::connectControls() {
  const auto toggle = [this] {
    m_pair.isPlaying() ? m_pair.pause() : m_pair.play();
  };
  connect(m_play, &QPushButton::clicked, this, toggle);
  const auto addKey = [this](Qt::Key key) {
    auto* shortcut = new QShortcut(QKeySequence(key), this);
    shortcut->setAutoRepeat(false);
    return shortcut;
  };
  connect(addKey(Qt::Key_F5), &QShortcut::activated, this, toggle);
  connect(m_step, &QPushButton::clicked, &m_pair, &TrainingPair::step);
  connect(addKey(Qt::Key_F6), &QShortcut::activated, &m_pair, &TrainingPair::step);
  connect(m_stop, &QPushButton::clicked, &m_pair, &TrainingPair::stop);
  connect(m_speed, &ChoiceBox::chosen, &m_pair, &TrainingPair::setSpeed);
  connect(m_beside, &ChoiceBox::chosen, this,
          [this](int variant) { m_pair.chooseVariant(static_cast<TrainingVariant>(variant)); });
  connect(m_rescue, &QPushButton::clicked, &m_pair, &TrainingPair::rescue);
  connect(m_saveCsv, &QAction::triggered, this, &TrainingBar::saveCsvWished);
  connect(m_saveState, &QAction::triggered, this, &TrainingBar::saveStateWished);
}

void TrainingBar::refresh() {
  const bool hasTask = m_state.scenario().training.has_value();
  m_play->setText(m_pair.isPlaying() ? tr("Pause")
                  : m_pair.canGoOn() ? tr("Continue")
                                     : tr("Play"));
  m_play->setEnabled(hasTask);
  m_step->setEnabled(hasTask && !m_pair.isPlaying());
  m_stop->setEnabled(m_pair.first().canGoOn() || m_pair.second().canGoOn());
  m_save->setEnabled(m_pair.first().history() != nullptr);
  m_saveState->setEnabled(m_pair.first().history() != nullptr);
  m_beside->setEnabled(hasTask);
  showVariants();
}

void TrainingBar::offerRescue(bool offered) {
  m_rescue->setVisible(offered);
}

void TrainingBar::showVariants() {
  const Scenario scenario = m_pair.ground();
  for (const TrainingVariant variant : variants) {
    m_beside->setChoice(variant, TrainingText::variant(scenario, variant));
    const QString obstacle = TrainingText::obstacle(scenario, variant);
    m_beside->setChoiceEnabled(static_cast<int>(variant), obstacle.isEmpty(), obstacle);
  }
  m_beside->setCurrent(m_pair.variant());
}

void TrainingBar::retranslate() {
  m_step->setText(tr("Step"));
  m_stop->setText(tr("Stop"));
  m_play->setToolTip(tr("Train, or halt the training (F5)"));
  m_step->setToolTip(tr("One update (F6)"));
  m_stop->setToolTip(tr("End this training; its curves stay, and Play begins a new one"));
  m_speedLabel->setText(tr("Speed"));
  for (const int speed : speeds) {
    m_speed->setChoice(speed, speed == 0 ? tr("full") : tr("%1 updates/s").arg(speed));
  }
  m_besideLabel->setText(tr("Beside it"));
  m_beside->setToolTip(tr("A second training, from the same seed, that differs in one setting"));
  m_save->setText(tr("Save"));
  m_saveCsv->setText(tr("Every update as CSV…"));
  m_saveState->setText(tr("The training, to go on later…"));
  m_rescue->setText(tr("The same run, clipped at 1"));
  refresh();
}

void TrainingBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
