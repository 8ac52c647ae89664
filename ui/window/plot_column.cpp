// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/plot_column.h"

#include "ui/panel/time_bar.h"
#include "ui/plot/norm_plot.h"
#include "ui/state/app_state.h"
#include "ui/text/scenario_text.h"
#include "ui/window/compare_row.h"
#include "ui/window/lower_views.h"
#include "ui/window/tab_menu.h"
#include "ui/window/time_zoom_menu.h"
#include "ui/window/training_lab.h"

#include <QEvent>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace backflow {

namespace {

constexpr int leastFlowHeight = 96;

} // namespace

PlotColumn::PlotColumn(AppState& state, CompareRow* compare, TimeZoomMenu* timeZoom,
                       QWidget* parent)
    : QWidget(parent), m_state(state), m_compare(compare), m_timeBar(new TimeBar),
      m_plots(new QSplitter(Qt::Vertical)), m_flow(new NormPlot(PlotKind::GradientFlow)),
      m_lower(new LowerViews(state)), m_showFlow(new QToolButton) {
  m_plots->setChildrenCollapsible(false);
  m_flow->setObjectName(QStringLiteral("gradientFlow"));
  m_flow->setMinimumHeight(leastFlowHeight);
  m_flow->setTimeLabelShown(false);
  m_plots->addWidget(m_flow);
  m_plots->addWidget(m_lower);
  m_plots->setStretchFactor(0, 5);
  m_plots->setStretchFactor(1, 4);
  m_plots->setSizes({500, 400});
  m_showFlow->setObjectName(QStringLiteral("showFlow"));
  m_showFlow->setAutoRaise(true);
  m_showFlow->setArrowType(Qt::RightArrow);
  m_showFlow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_showFlow->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // its name may be long
  m_showFlow->hide();
  connect(m_showFlow, &QToolButton::clicked, m_lower, [this] {
    if (hasRoomForBoth()) {
      m_lower->bringForward(ViewKind::States);
    } else {
      toggleLowerViews();
    }
  });
  connect(m_lower, &LowerViews::tabChanged, this, &PlotColumn::makeRoom);
  addActions(m_lower->tabMenu()->actions()); // their keys, also while the tabs are folded away
  connect(m_lower->tabMenu(), &TabMenu::tabChosen, this, [this] {
    if (m_lower->isHidden() || m_lower->showsStripsAlone()) {
      toggleLowerViews();
    }
  });
  connect(&state, &AppState::scenarioChanged, this, &PlotColumn::nameFlow);
  connectTime(timeZoom);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_showFlow);
  layout->addWidget(m_compare);
  layout->addWidget(m_plots, 1);
  layout->addWidget(m_timeBar);
  retranslate();
}

void PlotColumn::connectTime(TimeZoomMenu* timeZoom) {
  connect(m_flow, &NormPlot::timePointed, m_timeBar, &TimeBar::setTime);
  connect(m_lower, &LowerViews::timePointed, m_timeBar, &TimeBar::setTime);
  connect(m_flow, &NormPlot::timeStretchWished, timeZoom, &TimeZoomMenu::setStretch);
  connect(m_lower, &LowerViews::timeStretchWished, timeZoom, &TimeZoomMenu::setStretch);
  connect(timeZoom, &TimeZoomMenu::stretchChanged, m_flow, &NormPlot::setTimeStretch);
  connect(timeZoom, &TimeZoomMenu::stretchChanged, m_lower, &LowerViews::setTimeStretch);
  connect(m_timeBar, &TimeBar::timeChanged, timeZoom, &TimeZoomMenu::setTimeCursor);
  connect(m_timeBar, &TimeBar::timeChanged, m_flow, &NormPlot::setTimeCursor);
  connect(m_timeBar, &TimeBar::timeChanged, m_lower, &LowerViews::setTimeCursor);
  connect(m_timeBar, &TimeBar::playingChanged, this, [this](bool playing) {
    // The labs have nothing to do with time: who works there is left there.
    if (playing && !m_lower->wantsRoom()) {
      m_lower->bringForward(ViewKind::Unroll);
    }
    m_lower->setPlaying(playing);
  });
}

void PlotColumn::setForClass(bool isForClass) {
  m_isForClass = isForClass;
  m_compare->setForClass(isForClass);
  m_flow->setScenarioNamed(isForClass); // no title bar does
  makeRoom();
}

/// Whether the flow and the plots below it can both be read: in a class, on a low screen, type as
/// large as there leaves neither of them any curves.
bool PlotColumn::hasRoomForBoth() const {
  constexpr int fewestLines = 30; // with what stands above, between and below them
  return !m_isForClass || height() >= fewestLines * fontMetrics().height();
}

/// Whether a tab with controls and words of its own has too little height, in type as large as in a
/// class. The window's: the column's own grows as others make room.
bool PlotColumn::isOnLowScreen() const {
  constexpr int fewestLines = 30;
  return m_isForClass && window()->height() < fewestLines * fontMetrics().height();
}

/// Whether all that is told of a training would press its curves together.
bool PlotColumn::isWindowLow() const {
  constexpr int fewestLines = 45;
  return window()->height() < fewestLines * fontMetrics().height();
}

void PlotColumn::makeRoom() {
  const bool isWhole = !m_lower->isHidden() && !m_lower->showsStripsAlone();
  const bool taken = isWhole && (m_lower->wantsRoom() || !hasRoomForBoth());
  m_flow->setVisible(!taken);
  m_compare->setWanted(!taken);
  m_showFlow->setVisible(taken);
  nameFlow();
  const bool isScarce = isWhole && m_lower->wantsRoom() && isOnLowScreen();
  if (std::exchange(m_isScarce, isScarce) != isScarce) {
    m_timeBar->setVisible(!isScarce); // the labs have nothing to do with time
    emit heightBecameScarce();
  }
  m_lower->trainingLab()->setBrief(isScarce || (!m_isForClass && isWindowLow()));
  const bool isTraining = isWhole && m_lower->showsTraining();
  const Work work = isTraining ? Work::Training : taken ? Work::Below : Work::Flow;
  if (std::exchange(m_work, work) != work) {
    emit workChanged();
  }
}

void PlotColumn::toggleLowerViews() {
  const bool isWhole = !m_lower->isHidden() && !m_lower->showsStripsAlone();
  m_lower->setStripsAlone(false);
  m_lower->setVisible(!isWhole);
  const int half = m_plots->height() / 2;
  m_plots->setSizes({half, half});
  makeRoom();
}

void PlotColumn::preferFlow() {
  if (!hasRoomForBoth()) {
    m_lower->setVisible(false);
    makeRoom();
  }
}

void PlotColumn::playBeforeClass() {
  if (m_isScarce) {
    return; // neither what plays nor its cursor is in sight
  }
  if (m_lower->isHidden()) {
    m_lower->setStripsAlone(true);
    m_lower->setVisible(true);
    makeRoom();
  }
  m_timeBar->togglePlaying();
}

/// Not when playing stops: a lecturer halts it to talk about a step, and when it has arrived the
/// whole way is the picture to talk about.
void PlotColumn::endPlayBeforeClass() {
  if (m_lower->showsStripsAlone() && !m_timeBar->isPlaying()) {
    m_lower->setStripsAlone(false);
    m_lower->setVisible(false);
    makeRoom();
  }
}

QByteArray PlotColumn::heights() const {
  return m_plots->saveState();
}

void PlotColumn::setHeights(const QByteArray& heights) {
  m_plots->restoreState(heights);
}

void PlotColumn::retranslate() {
  nameFlow();
  m_showFlow->setToolTip(tr("Back to the gradient flow, which is above the other tabs"));
}

/// As the flow's own title does: in a class with the scenario, as far as there is room.
void PlotColumn::nameFlow() {
  const QString name = tr("Gradient flow");
  if (!m_isForClass || m_showFlow->isHidden()) {
    m_showFlow->setText(name);
    return;
  }
  const QString scenario = ScenarioText::presentName(m_state.scenario());
  const QString whole = name + QStringLiteral(" · ") + scenario;
  const QFontMetrics metrics = m_showFlow->fontMetrics();
  const int room = width() - 4 * metrics.height(); // beside the arrow
  m_showFlow->setText(metrics.horizontalAdvance(whole) <= room
                          ? whole
                          : metrics.elidedText(scenario, Qt::ElideRight, room));
}

void PlotColumn::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  makeRoom();
}

void PlotColumn::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
