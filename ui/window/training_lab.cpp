// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/training_lab.h"

#include "core/scenario/atomic_file.h"
#include "core/train/training_csv.h"
#include "ui/panel/appearance.h"
#include "ui/panel/file_choice.h"
#include "ui/plot/training_plot.h"
#include "ui/plot/training_profile_plot.h"
#include "ui/state/preferences.h"
#include "ui/text/file_name.h"
#include "ui/text/scenario_text.h"
#include "ui/text/training_text.h"
#include "ui/window/training_bar.h"
#include "ui/window/training_words.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <exception>
#include <utility>

namespace backflow {

namespace {

constexpr int leastPlotWidth = 90;

/// What died makes no more.
int updatesLeft(const TrainingHistory& history) {
  const bool isDead = history.status == TrainingStatus::Dead;
  return isDead ? 0 : std::max(0, history.updates - history.made());
}

/// Of two trainings the one with more before it: a full bar says that both are made.
const TrainingRun& lastToEnd(const TrainingPair& pair) {
  const auto left = [](const TrainingRun& run) {
    return run.history() ? updatesLeft(*run.history()) : -1;
  };
  return left(pair.second()) > left(pair.first()) ? pair.second() : pair.first();
}

} // namespace

TrainingLab::TrainingLab(AppState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_pair(state), m_bar(new TrainingBar(state, m_pair, this)),
      m_progress(new QProgressBar(this)), m_reading(new QLabel(this)),
      m_standing(new TrainingWords(this)), m_curves(new TrainingPlot),
      m_profile(new TrainingProfilePlot), m_right(new QSplitter(Qt::Vertical)),
      m_text(new QPlainTextEdit(this)) {
  setObjectName(QStringLiteral("trainingLab"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, smallGap, 0, 0);
  column->setSpacing(smallGap);
  column->addWidget(m_bar);
  m_progress->setObjectName(QStringLiteral("trainingProgress"));
  m_progress->setTextVisible(true);
  m_reading->setObjectName(QStringLiteral("trainingReading"));
  m_reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* progress = new QHBoxLayout;
  progress->setContentsMargins(wideGap, 0, wideGap, 0);
  progress->addWidget(m_progress, 1);
  progress->addWidget(m_reading, 1);
  column->addLayout(progress);

  auto* words = new QHBoxLayout;
  words->setContentsMargins(wideGap, 0, wideGap, 0);
  words->addWidget(m_standing);
  column->addLayout(words);
  m_standing->setObjectName(QStringLiteral("trainingStanding"));

  m_right->setChildrenCollapsible(false);
  m_right->addWidget(m_profile);
  m_right->addWidget(m_text);
  m_right->setSizes({300, 120});
  m_text->setObjectName(QStringLiteral("trainingText"));
  m_text->setReadOnly(true);
  m_text->setMinimumHeight(60);
  auto* plots = new QSplitter(Qt::Horizontal);
  plots->setChildrenCollapsible(false);
  for (PlotView* plot : std::initializer_list<PlotView*>{m_curves, m_profile}) {
    plot->setMinimumWidth(leastPlotWidth); // side by side, on a small screen
  }
  plots->addWidget(m_curves);
  plots->addWidget(m_right);
  plots->setSizes({440, 280});
  plots->setStretchFactor(0, 3);
  plots->setStretchFactor(1, 2);
  column->addWidget(plots, 1);

  connectControls();
  retranslate();
}

void TrainingLab::connectControls() {
  connect(m_bar, &TrainingBar::saveCsvWished, this, [this] {
    const QString file =
        chosenFile(tr("Save every update"), tr("Tables (*.csv)"), QStringLiteral("csv"));
    if (!file.isEmpty()) {
      saveCsv(file);
    }
  });
  connect(m_bar, &TrainingBar::saveStateWished, this, [this] {
    const QString file = chosenFile(tr("Save the training"), tr("Trainings (*.training.json)"),
                                    QStringLiteral("training.json"));
    if (!file.isEmpty()) {
      saveState(file);
    }
  });
  connect(m_curves, &TrainingPlot::updatePointed, this, &TrainingLab::pointAt);
  connect(&m_pair, &TrainingPair::changed, this, &TrainingLab::refresh);
  connect(&m_pair, &TrainingPair::advanced, this, &TrainingLab::trainingsChanged);
  connect(&m_pair, &TrainingPair::begun, this, &TrainingLab::forgetReading);
  connect(&m_pair, &TrainingPair::saved, this, [this](const QString& file, const QString& problem) {
    QString news = problem.isEmpty() ? savedText({file}) : problem;
    if (problem.isEmpty() && m_pair.second().hasBegun()) {
      news += QStringLiteral(" · ") + tr("without the training beside it");
    }
    tell(news, !problem.isEmpty());
  });
}

PlotView* TrainingLab::curves() const {
  return m_curves;
}

PlotView* TrainingLab::profile() const {
  return m_profile;
}

Trainings TrainingLab::trainings() const {
  return m_pair.trainings();
}

void TrainingLab::forgetReading() {
  m_update = 0;
  m_curves->setUpdateCursor(0);
  tell({});
}

void TrainingLab::saveCsv(const QString& file) {
  const Trainings all = trainings();
  QStringList names;
  try {
    for (std::size_t k = 0; k < all.size(); ++k) {
      const QFileInfo info(file);
      const QString name = k == 0 ? file
                                  : info.path() + QChar('/') + info.completeBaseName() +
                                        QStringLiteral("-beside.") + info.suffix();
      writeAtomically(name.toStdString(),
                      [&](std::ostream& out) { writeTrainingCsv(all[k]->records, out); });
      names << name;
    }
  } catch (const std::exception& error) {
    tell(QString::fromStdString(error.what()), true);
    return;
  }
  tell(names.isEmpty() ? tr("There is no training to save.") : savedText(names), names.isEmpty());
}

void TrainingLab::saveState(const QString& file) {
  m_pair.save(file.toStdString());
}

QString TrainingLab::chosenFile(const QString& title, const QString& filter,
                                const QString& suffix) {
  const auto history = m_pair.first().history();
  const QString name = history ? fileNameOf(ScenarioText::title(history->scenario)) : QString();
  QString file = fileToSave(this, title, filter, {suffix}, name);
  Preferences::setFolderOf(file);
  return file;
}

void TrainingLab::pointAt(int update) {
  m_update = update;
  m_curves->setUpdateCursor(update);
  const auto history = m_pair.first().history();
  const QString reading =
      history && update > 0 ? TrainingText::reading(*history, update) : QString();
  tell(reading.isEmpty() ? QString() : tr("Update %1: %2").arg(update).arg(reading));
}

void TrainingLab::tell(const QString& text, bool isProblem) {
  showWords(*m_reading, text, isProblem);
  m_reading->setVisible(!m_isBrief || !text.isEmpty());
}

void TrainingLab::refresh() {
  const bool hasTask = m_state.scenario().training.has_value();
  m_bar->refresh();
  showProgress();
  showStanding();
  const auto history = m_pair.first().history();
  const bool writes = hasTask && m_state.scenario().training->task.kind == TaskKind::Characters;
  m_text->setVisible(writes);
  const QString text = history ? QString::fromStdString(history->text) : QString();
  if (writes && m_text->property("update") != (history ? history->textUpdate : 0)) {
    m_text->setProperty("update", history ? history->textUpdate : 0);
    m_text->setPlainText(text.isEmpty() ? text
                                        : tr("Written after update %1:").arg(history->textUpdate) +
                                              QChar('\n') + text);
  }
}

void TrainingLab::showProgress() {
  const Trainings all = trainings();
  // In brief the line of each training says its update too; empty, it looks like a field to type
  // in.
  m_progress->setVisible(!m_isBrief && !all.empty());
  if (all.empty()) {
    return;
  }
  const TrainingRun& run = lastToEnd(m_pair);
  const auto shown = run.history();
  m_progress->setRange(0, shown->updates);
  m_progress->setValue(std::min(shown->made(), shown->updates));
  QString text = tr("update %1 of %2").arg(shown->made()).arg(shown->updates);
  if (run.isPlaying() && run.pace() > 0) {
    text += tr(" · %1 left").arg(TrainingText::duration(updatesLeft(*shown) / run.pace()));
  }
  if (all.size() > 1) {
    const TrainingHistory& other = shown == all.front() ? *all.back() : *all.front();
    if (updatesLeft(other) == 0 && updatesLeft(*shown) > 0) {
      text.prepend(TrainingText::name(shown->scenario, &other.scenario) + QStringLiteral(" · "));
    }
  }
  m_progress->setFormat(text);
}

void TrainingLab::showStanding() {
  const auto first = m_pair.first().history();
  m_standing->showStanding(m_state, m_pair);
  m_bar->offerRescue(first && first->status == TrainingStatus::Dead && !m_pair.second().history() &&
                     !first->scenario.clip && !m_pair.isStale());
}

void TrainingLab::setBrief(bool brief) {
  if (std::exchange(m_isBrief, brief) == brief) {
    return;
  }
  m_standing->setBrief(brief);
  showProgress();
  m_reading->setVisible(!brief || !m_reading->text().isEmpty());
  m_right->setVisible(!brief);
  m_curves->setBrief(brief);
}

void TrainingLab::retranslate() {
  m_text->setAccessibleName(tr("What the network writes"));
  m_text->setPlaceholderText(tr("What the network writes comes with every look at the held-out "
                                "text."));
  m_text->setProperty("update", -1);
  pointAt(m_update);
  refresh();
}

void TrainingLab::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
