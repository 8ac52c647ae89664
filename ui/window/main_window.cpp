// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/panel/control_panel.h"
#include "ui/panel/event_panel.h"
#include "ui/panel/exercise_panel.h"
#include "ui/panel/happenings_panel.h"
#include "ui/panel/number_inspector.h"
#include "ui/panel/time_bar.h"
#include "ui/plot/norm_plot.h"
#include "ui/run/session_keeper.h"
#include "ui/text/language.h"
#include "ui/text/problem_text.h"
#include "ui/window/check_panel.h"
#include "ui/window/compare_row.h"
#include "ui/window/export_bar.h"
#include "ui/window/hints.h"
#include "ui/window/key_list.h"
#include "ui/window/lower_views.h"
#include "ui/window/message_bar.h"
#include "ui/window/projector_view.h"
#include "ui/window/system_appearance.h"
#include "ui/window/time_zoom_menu.h"
#include "ui/window/training_lab.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace backflow {

namespace {

constexpr double projectorPointSize = 20;
constexpr int overlayGap = 12;
/// Of what happened, on a projector.
constexpr int lettersInARow = 36;
constexpr double happeningsPointSize = 17;

std::filesystem::path sessionFolder() {
  const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  return std::filesystem::path(data.toStdString()) / "sessions";
}

} // namespace

MainWindow::MainWindow(std::vector<LibraryGroup> library, QWidget* parent)
    : QMainWindow(parent), m_library(std::move(library)) {
  setObjectName(QStringLiteral("mainWindow"));
  setAcceptDrops(true);
  m_appearance = new SystemAppearance(this);
  m_session = std::make_unique<SessionKeeper>(m_state, sessionFolder());
  makeActions();
  makeMenus();
  makeToolBar();
  makeViews();
  makeOverlays();
  connectFiles();
  connectAppearance();
  connectScripts();
  setThemeKind(ThemeKind::Light);
  retranslate();
  resize(1280, 800);

  connect(&m_state, &AppState::scenarioChanged, this, [this] {
    updateTitle();
    refreshCompareCells();
    requestTrace();
  });
  connect(&m_worker, &TraceWorker::traceReady, this, &MainWindow::showTrace);
  connect(&m_worker, &TraceWorker::failed, this, &MainWindow::showProblems);
  // Only what takes long is worth a word; a flicker at every move of a slider is not.
  m_busyDelay.setSingleShot(true);
  m_busyDelay.setInterval(200);
  connect(&m_busyDelay, &QTimer::timeout, m_busy, &QWidget::show);
  connect(&m_worker, &TraceWorker::busyChanged, this, [this](bool busy) {
    if (busy) {
      m_busyDelay.start();
    } else {
      m_busyDelay.stop();
      m_busy->hide();
    }
  });
  requestTrace();
}

MainWindow::~MainWindow() {
  // A trace that comes now would find half a window.
  m_worker.disconnect(this);
  m_scripts.disconnect(this);
  m_state.disconnect(this);
}

void MainWindow::makeViews() {
  m_exportBar = new ExportBar;
  m_exportBar->setObjectName(QStringLiteral("exportBar"));
  m_exportBar->hide();
  m_controls = new ControlPanel(m_state, this);
  makeRightTabs();
  m_timeBar = new TimeBar;

  auto* plots = new QSplitter(Qt::Vertical);
  m_plots = plots;
  plots->setChildrenCollapsible(false);
  m_flow = new NormPlot(PlotKind::GradientFlow);
  m_flow->setObjectName(QStringLiteral("gradientFlow"));
  m_flow->setMinimumHeight(200);
  m_flow->setTimeLabelShown(false);
  m_lower = new LowerViews(m_state);
  plots->addWidget(m_flow);
  plots->addWidget(m_lower);
  plots->setStretchFactor(0, 5);
  plots->setStretchFactor(1, 4);
  connect(m_flow, &NormPlot::timePointed, m_timeBar, &TimeBar::setTime);
  connect(m_lower, &LowerViews::timePointed, m_timeBar, &TimeBar::setTime);
  connect(m_flow, &NormPlot::timeStretchWished, m_timeZoom, &TimeZoomMenu::setStretch);
  connect(m_lower, &LowerViews::timeStretchWished, m_timeZoom, &TimeZoomMenu::setStretch);
  connect(m_timeZoom, &TimeZoomMenu::stretchChanged, m_flow, &NormPlot::setTimeStretch);
  connect(m_timeZoom, &TimeZoomMenu::stretchChanged, m_lower, &LowerViews::setTimeStretch);
  connect(m_timeBar, &TimeBar::timeChanged, m_timeZoom, &TimeZoomMenu::setTimeCursor);
  connect(m_timeBar, &TimeBar::timeChanged, m_flow, &NormPlot::setTimeCursor);
  connect(m_timeBar, &TimeBar::timeChanged, m_lower, &LowerViews::setTimeCursor);
  connect(m_timeBar, &TimeBar::timeChanged, m_exportBar, &ExportBar::setTimeCursor);
  connect(m_timeBar, &TimeBar::timeChanged, m_happenings->inspector(),
          &NumberInspector::setTimeCursor);
  connect(m_timeBar, &TimeBar::playingChanged, this, [this](bool playing) {
    // The labs have nothing to do with time: who works there is left there.
    if (playing && !m_lower->wantsRoom()) {
      m_lower->bringForward(ViewKind::Unroll);
    }
    m_lower->setPlaying(playing);
  });
  connect(m_lower, &LowerViews::wishesChanged, this, &MainWindow::requestTrace);
  connect(m_lower, &LowerViews::findingsChanged, this, [this] {
    m_exportBar->showFindings(m_lower->findings());
    m_exercises->showInfluence(m_lower->findings().influence);
    m_exercises->showTrainings(m_lower->findings().trainings);
  });
  connect(m_lower, &LowerViews::scenarioWished, this, [this](const Document& document) {
    m_state.endEdit();
    m_state.edit(QString(), [&](Scenario& scenario) { scenario = document.scenario; });
    m_state.endEdit();
  });
  connect(m_exportBar, &ExportBar::viewChosen, m_lower, &LowerViews::bringForward);
  plots->setSizes({500, 400});
  m_showFlow = new QToolButton;
  m_showFlow->setObjectName(QStringLiteral("showFlow"));
  m_showFlow->setAutoRaise(true);
  m_showFlow->setArrowType(Qt::RightArrow);
  m_showFlow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_showFlow->hide();
  connect(m_showFlow, &QToolButton::clicked, m_lower, [this] {
    if (hasRoomForBoth()) {
      m_lower->bringForward(ViewKind::States);
    } else {
      toggleLowerViews();
    }
  });
  connect(m_lower, &LowerViews::tabChanged, this, [this] {
    makeRoom();
    if (m_lower->showsTraining()) {
      m_controls->bringTrainingForward();
    }
  });
  connect(m_events, &EventPanel::timePointed, m_timeBar, &TimeBar::setTime);
  connect(m_compare, &CompareRow::comparisonChanged, this, &MainWindow::showComparison);
  connect(m_flow, &NormPlot::hiddenCurvesChanged, m_exportBar,
          [this] { m_exportBar->setHiddenCurves(ViewKind::GradientFlow, m_flow->hiddenCurves()); });
  connect(m_lower, &LowerViews::hiddenCurvesChanged, m_exportBar, &ExportBar::setHiddenCurves);

  auto* centre = new QWidget;
  auto* centreLayout = new QVBoxLayout(centre);
  centreLayout->setContentsMargins(0, 0, 0, 0);
  centreLayout->setSpacing(0);
  centreLayout->addWidget(m_showFlow);
  centreLayout->addWidget(m_compare);
  centreLayout->addWidget(plots, 1);
  centreLayout->addWidget(m_timeBar);

  auto* columns = new QSplitter(Qt::Horizontal);
  m_columns = columns;
  columns->setChildrenCollapsible(false);
  columns->addWidget(m_controls);
  columns->addWidget(centre);
  columns->addWidget(m_rightTabs);
  columns->setStretchFactor(0, 0);
  columns->setStretchFactor(1, 1);
  columns->setStretchFactor(2, 0);
  columns->setSizes({310, 650, 320});

  auto* all = new QWidget;
  auto* layout = new QVBoxLayout(all);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_exportBar);
  layout->addWidget(columns, 1);
  m_projectorView = new ProjectorView(*m_controls);
  m_projectorView->setParts({menuBar(), m_toolBar, m_exportBar, m_controls, m_lower, m_rightTabs});
  layout->addWidget(m_projectorView);
  setCentralWidget(all);
}

/// What lies over the window and moves nothing of it.
void MainWindow::makeOverlays() {
  m_message = new MessageBar(centralWidget());
  m_message->setObjectName(QStringLiteral("messageBar"));
  m_message->setDistance(m_timeBar->sizeHint().height() + overlayGap);
  m_keyList = new KeyList(this);
  m_keyList->setActions(actions());
  m_checkPanel = new CheckPanel(centralWidget());
  connect(m_check, &QAction::triggered, m_checkPanel, &CheckPanel::start);
  m_hints = new Hints(this);
  m_hints->setTargets(
      {m_controls->findChild<QWidget*>(QStringLiteral("gainSlider")), m_flow, m_rightTabs});
  connect(m_hints, &Hints::finished, this, [] { Preferences::setHintsSeen(true); });
}

void MainWindow::connectAppearance() {
  connect(m_appearance, &SystemAppearance::changed, this, &MainWindow::applyTheme);
  connect(m_projectorView, &ProjectorView::leaveWished, this, [this] { setProjector(false); });
  connect(m_projectorView, &ProjectorView::timeStepWished, m_timeBar,
          [this](int steps) { m_timeBar->setTime(m_timeBar->time() + steps); });
  connect(m_projectorView, &ProjectorView::lowerPlotsToggled, this, &MainWindow::toggleLowerViews);
  connect(m_projectorView, &ProjectorView::happeningsToggled, this, &MainWindow::toggleHappenings);
  connect(m_projectorView, &ProjectorView::playWished, this, &MainWindow::playBeforeClass);
  connect(m_projectorView, &ProjectorView::scenarioStepWished, this, &MainWindow::stepScenario);
}

void MainWindow::makeRightTabs() {
  m_happenings = new HappeningsPanel;
  m_events = m_happenings->events();
  m_events->setObjectName(QStringLiteral("eventPanel"));
  m_exercises = new ExercisePanel(readExerciseBook(resourceFolder()), exerciseSettings());
  m_exercises->setObjectName(QStringLiteral("exercisePanel"));
  m_rightTabs = new QTabWidget;
  m_rightTabs->setObjectName(QStringLiteral("rightTabs"));
  m_rightTabs->setDocumentMode(true);
  m_rightTabs->addTab(m_happenings, QString());
  m_rightTabs->addTab(m_exercises, QString());
  connect(m_exercises, &ExercisePanel::experimentWished, this, &MainWindow::showExperiment);
  connect(m_exercises, &ExercisePanel::calculatorWished, this,
          [this](CalculatorKind kind) { m_lower->openCalculator(kind); });
  m_happenings->setInspectorFolded(Preferences::inspectorIsFolded());
  connect(m_happenings, &HappeningsPanel::inspectorFolded, this,
          [](bool folded) { Preferences::setInspectorFolded(folded); });
}

/// Opens what an exercise asks for, with the view that it is about.
void MainWindow::showExperiment(const QString& scenario, ViewKind view, bool startTraining) {
  if (!scenario.isEmpty()) {
    const auto entry = libraryEntry(scenario.toStdString());
    if (!entry) {
      return; // the exercise says so
    }
    openFile(entry->file);
  }
  if (view != ViewKind::GradientFlow) {
    m_lower->bringForward(view);
  } else if (m_lower->wantsRoom()) {
    m_lower->bringForward(ViewKind::States); // the flow is above it
  }
  if (startTraining) {
    m_lower->trainingLab()->pair().play();
  }
}

/// Offers the plot that is in sight.
void MainWindow::showExportBar() {
  const ViewKind chosen = m_exportBar->view();
  const bool isOfLab = chosen == ViewKind::Training || chosen == ViewKind::TrainingProfile ||
                       chosen == ViewKind::Cliff || chosen == ViewKind::PhaseDiagram;
  if (m_lower->wantsRoom()) {
    m_exportBar->setView(m_lower->current());
  } else if (isOfLab) {
    m_exportBar->setView(ViewKind::GradientFlow);
  }
  m_exportBar->show();
}

void MainWindow::requestTrace() {
  TraceWishes wishes;
  wishes.units = m_lower->wantsUnits();
  wishes.otherCells = m_compareCells->isChecked() && m_compareCells->isEnabled();
  m_worker.request(m_state.document(), wishes);
}

void MainWindow::showTrace(std::shared_ptr<const Trace> trace,
                           std::shared_ptr<const NormPictures> pictures) {
  m_trace = std::move(trace);
  if (std::exchange(m_runFailed, false)) {
    m_message->hide();
  }
  m_timeZoom->setHorizon(m_trace->scenario.unroll.horizon, m_state.opened());
  m_timeBar->showTrace(m_trace);
  m_compare->showTrace(m_trace, pictures);
  m_lower->showTrace(m_trace, m_state.document(), std::move(pictures));
  m_flow->setFindings(m_lower->findings());
  m_flow->setTimeCursor(m_timeBar->time());
  m_lower->setTimeCursor(m_timeBar->time());
  m_events->showTrace(m_trace);
  m_exercises->showTrace(m_trace);
  m_happenings->inspector()->showTrace(m_trace);
  m_happenings->inspector()->setTimeCursor(m_timeBar->time());
  m_exportBar->setTimeCursor(m_timeBar->time());
  m_controls->showTrace(m_trace);
  m_exportBar->showFindings(m_lower->findings());
  emit traceShown();
}

void MainWindow::showComparison() {
  m_lower->setComparison(m_compare->pinned(), m_compare->band());
  m_flow->setFindings(m_lower->findings());
}

void MainWindow::showProblems(const std::vector<FieldProblem>& problems) {
  m_controls->showProblems(problems);
  m_message->showProblem(problemsText(problems));
  m_runFailed = true;
}

void MainWindow::setThemeChoice(ThemeChoice choice) {
  m_themeChoice = choice;
  applyTheme();
}

void MainWindow::applyTheme() {
  const bool dark = m_themeChoice == ThemeChoice::Dark ||
                    (m_themeChoice == ThemeChoice::System && m_appearance->prefersDark());
  if (m_projectorView->isOn()) {
    setThemeKind(dark ? ThemeKind::ProjectorDark : ThemeKind::Projector);
  } else {
    setThemeKind(dark ? ThemeKind::Dark : ThemeKind::Light);
  }
}

void MainWindow::setProjector(bool on) {
  if (on == m_projectorView->isOn()) {
    return;
  }
  m_keyList->setShown(false);
  m_hints->hide();
  if (on) {
    m_columnsBefore = m_columns->saveState();
    m_plotsBefore = m_plots->saveState();
    m_rightTabBefore = m_rightTabs->currentIndex();
    m_inspectorWasFolded = m_happenings->isInspectorFolded();
  }
  // The type of all that stays in sight, and of what a key brings back.
  QFont type = QApplication::font();
  type.setPointSizeF(on ? projectorPointSize : type.pointSizeF());
  centralWidget()->setFont(type);
  QFont ofHappenings;
  if (on) {
    ofHappenings.setPointSizeF(happeningsPointSize); // the whole story, in half a dozen lines
  }
  m_rightTabs->setFont(ofHappenings);
  m_keyList->setTypeSize(type.pointSizeF());
  foldInspector(on || m_inspectorWasFolded);
  m_lower->setStripsAlone(false);
  m_projectorView->setOn(on);
  m_compare->setForClass(on);
  if (on && m_lower->wantsRoom()) {
    m_lower->setVisible(true); // what is worked on stays in sight
  }
  makeRoom();
  m_rightTabs->setMinimumWidth(on ? m_events->fontMetrics().averageCharWidth() * lettersInARow : 0);
  m_message->setDistance(m_timeBar->sizeHint().height() + overlayGap +
                         (on ? m_projectorView->sizeHint().height() : 0));
  m_projector->setChecked(on);
  setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
  applyTheme();
  if (!on) {
    m_rightTabs->setCurrentIndex(m_rightTabBefore);
    // Once the panels have the room that the smaller type takes.
    QTimer::singleShot(0, this, [this] {
      if (!m_projectorView->isOn()) {
        m_columns->restoreState(m_columnsBefore);
        m_plots->restoreState(m_plotsBefore);
      }
    });
  }
  takeFocus();
}

/// No control has the focus: letters typed are the projector view's keys.
void MainWindow::takeFocus() {
  centralWidget()->setFocusPolicy(Qt::ClickFocus);
  centralWidget()->setFocus();
}

/// The flow keeps its height as far as can be: what comes below it to show the way back is low.
void MainWindow::playBeforeClass() {
  if (m_lower->isHidden()) {
    m_lower->setStripsAlone(true);
    m_lower->setVisible(true);
    makeRoom();
  }
  m_timeBar->togglePlaying();
}

/// Without remembering it as what the user likes.
void MainWindow::foldInspector(bool folded) {
  const QSignalBlocker blocker(m_happenings);
  m_happenings->setInspectorFolded(folded);
}

void MainWindow::toggleLowerViews() {
  const bool isWhole = !m_lower->isHidden() && !m_lower->showsStripsAlone();
  m_lower->setStripsAlone(false);
  m_lower->setVisible(!isWhole);
  const int half = m_plots->height() / 2;
  m_plots->setSizes({half, half});
  makeRoom();
}

void MainWindow::toggleHappenings() {
  const bool isShown = !m_rightTabs->isHidden() && m_rightTabs->currentWidget() == m_happenings;
  m_rightTabs->setCurrentWidget(m_happenings);
  m_rightTabs->setVisible(!isShown);
}

/// Whether the flow and the plots below it can both be read: in a class, on a low screen, type as
/// large as there leaves neither of them any curves.
bool MainWindow::hasRoomForBoth() const {
  constexpr int fewestLines = 26; // with what stands above, between and below them
  return !m_projectorView->isOn() ||
         height() >= fewestLines * centralWidget()->fontMetrics().height();
}

/// A tab below that needs all the height takes the gradient flow's, unless it is folded away.
void MainWindow::makeRoom() {
  const bool taken = !m_lower->isHidden() && !m_lower->showsStripsAlone() &&
                     (m_lower->wantsRoom() || !hasRoomForBoth());
  m_flow->setVisible(!taken);
  m_compare->setWanted(!taken);
  m_showFlow->setVisible(taken);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  makeRoom();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (!m_projectorView->press(*event)) {
    QMainWindow::keyPressEvent(event);
  }
}

void MainWindow::setThemeKind(ThemeKind kind) {
  const Theme theme = themeOf(kind);
  QApplication::setPalette(paletteOf(theme));
  m_flow->setTheme(theme);
  m_lower->setTheme(theme);
  m_compare->setTheme(theme);
  m_events->setTheme(theme);
  m_happenings->inspector()->setTheme(theme);
  m_exportBar->setTheme(kind);
  m_dark->setChecked(theme.isDark());
  const QAction* const chosen[] = {m_themeSystem, m_themeLight, m_themeDark};
  for (QAction* action : {m_themeSystem, m_themeLight, m_themeDark}) {
    action->setChecked(action == chosen[static_cast<int>(m_themeChoice)]);
  }
}

void MainWindow::setLanguage(const QString& language) {
  useLanguage(language);
  for (QAction* choice : m_languages->actions()) {
    choice->setChecked(choice->data() == currentLanguage());
  }
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_scenarioButton != nullptr) {
    retranslate();
    m_message->hide(); // it was in the former language
  }
  QMainWindow::changeEvent(event);
}

} // namespace backflow
