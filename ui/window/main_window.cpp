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
#include "ui/text/problem_text.h"
#include "ui/window/busy_note.h"
#include "ui/window/check_panel.h"
#include "ui/window/columns.h"
#include "ui/window/compare_row.h"
#include "ui/window/data_reading.h"
#include "ui/window/export_bar.h"
#include "ui/window/glossary_page.h"
#include "ui/window/hints.h"
#include "ui/window/key_list.h"
#include "ui/window/lower_views.h"
#include "ui/window/message_bar.h"
#include "ui/window/plot_column.h"
#include "ui/window/projector_view.h"
#include "ui/window/system_appearance.h"
#include "ui/window/tab_menu.h"
#include "ui/window/time_zoom_menu.h"
#include "ui/window/training_lab.h"

#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QSplitter>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

#include <utility>

namespace backflow {

namespace {

constexpr int overlayGap = 12;

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
  auto* busy =
      new BusyNote(m_flow, [this] { return m_trace && m_trace->scenario != m_state.scenario(); });
  connect(&m_worker, &TraceWorker::busyChanged, busy, &BusyNote::setBusy);
  connect(&m_state, &AppState::scenarioChanged, busy, &BusyNote::reword);
  connect(&m_worker, &TraceWorker::failed, busy, &BusyNote::setFailed);
  connect(this, &MainWindow::traceShown, busy, &BusyNote::takePicture);
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
  m_plots = new PlotColumn(m_state, m_compare, m_timeZoom);
  m_flow = m_plots->flow();
  m_lower = m_plots->lowerViews();
  m_viewMenu->insertMenu(m_timeZoom->menuAction(), m_lower->tabMenu());
  m_timeBar = m_plots->timeBar();
  connect(m_timeBar, &TimeBar::timeChanged, m_exportBar, &ExportBar::setTimeCursor);
  connect(m_timeBar, &TimeBar::timeChanged, m_happenings->inspector(),
          &NumberInspector::setTimeCursor);
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
  connect(m_lower, &LowerViews::tabChanged, this, [this] {
    if (m_lower->showsTraining()) {
      m_controls->bringTrainingForward();
    }
    if (m_exportBar->isVisible()) {
      followTabForExport();
    }
  });
  connect(m_events, &EventPanel::timePointed, m_timeBar, &TimeBar::setTime);
  connect(m_compare, &CompareRow::comparisonChanged, this, &MainWindow::showComparison);
  connect(m_flow, &NormPlot::hiddenCurvesChanged, m_exportBar,
          [this] { m_exportBar->setHiddenCurves(ViewKind::GradientFlow, m_flow->hiddenCurves()); });
  connect(m_lower, &LowerViews::hiddenCurvesChanged, m_exportBar, &ExportBar::setHiddenCurves);

  auto* columns = new Columns;
  m_columns = columns;
  columns->addWidget(m_controls);
  columns->addWidget(m_plots);
  columns->addWidget(m_rightTabs);
  columns->setStretchFactor(0, 0);
  columns->setStretchFactor(1, 1);
  columns->setStretchFactor(2, 0);

  auto* all = new QWidget;
  auto* layout = new QVBoxLayout(all);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_exportBar);
  layout->addWidget(columns, 1);
  m_projectorView = new ProjectorView(*m_controls);
  m_projectorView->setParts(
      {menuBar(), m_toolBar, m_switches, m_exportBar, m_controls, m_lower, m_rightTabs});
  layout->addWidget(m_projectorView);
  setCentralWidget(all);
}

/// What lies over the window and moves nothing of it.
void MainWindow::makeOverlays() {
  m_message = new MessageBar(centralWidget());
  m_message->setObjectName(QStringLiteral("messageBar"));
  liftMessages();
  m_data = new DataReading(m_state, *m_message, this);
  m_keyList = new KeyList(this);
  m_keyList->setActions(actions());
  m_glossary = new GlossaryPage(this);
  connect(m_showGlossary, &QAction::triggered, this,
          [this] { m_glossary->setShown(m_glossary->isHidden()); });
  m_checkPanel = new CheckPanel(centralWidget());
  connect(m_check, &QAction::triggered, m_checkPanel, &CheckPanel::start);
  m_hints = new Hints(this);
  const auto placeOf = [this](const QWidget* widget, const QRect& part) {
    return QRect(widget->mapTo(this, part.topLeft()), part.size());
  };
  const auto* gain = m_controls->findChild<QWidget*>(QStringLiteral("gainSlider"));
  const QTabBar* tabs = m_rightTabs->tabBar();
  m_hints->setTargets({[=] { return placeOf(gain, gain->rect()); },
                       [=, this] { return placeOf(m_flow, m_flow->rect()); },
                       [=, this] {
                         return placeOf(tabs, tabs->tabRect(m_rightTabs->indexOf(m_exercises)));
                       }});
  m_hints->setGainUse([this] { return m_state.scenario().weights.init != WeightInit::Explicit; });
  connect(m_hints, &Hints::finished, this, [] { Preferences::setHintsSeen(true); });
}

/// Messages stand above the time bar, and above the projector view's row if it is there.
void MainWindow::liftMessages() {
  m_message->setDistance(m_timeBar->sizeHint().height() + overlayGap +
                         (m_projectorView->isOn() ? m_projectorView->sizeHint().height() : 0));
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

void MainWindow::showExportBar() {
  if (m_exportBar->isHidden()) {
    offerPlotInSight();
  }
  m_exportBar->show();
}

namespace {

bool isOfLab(ViewKind view) {
  return view == ViewKind::Training || view == ViewKind::TrainingProfile ||
         view == ViewKind::Cliff || view == ViewKind::PhaseDiagram;
}

} // namespace

/// For export. The gradient flow always is in sight, unless a lab has its room.
void MainWindow::offerPlotInSight() {
  const ViewKind chosen = m_exportBar->view();
  const bool isInSight = m_lower->shows(chosen) || chosen == ViewKind::Dashboard ||
                         (chosen == ViewKind::GradientFlow && !m_lower->wantsRoom());
  if (!isInSight) {
    m_exportBar->setView(isOfLab(chosen) && !m_lower->wantsRoom() ? ViewKind::GradientFlow
                                                                  : m_lower->current());
  }
}

/// Who chooses another tab while the bar is there wants that plot.
void MainWindow::followTabForExport() {
  if (isOfLab(m_exportBar->view())) {
    offerPlotInSight();
  } else if (m_exportBar->view() != ViewKind::Dashboard) {
    m_exportBar->setView(m_lower->current());
  }
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
    m_message->clear();
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
  // What the user has changed since is not the file's.
  const bool isOfFile = !m_state.file().empty() && m_state.scenario() == m_state.opened();
  m_message->showProblem(isOfFile ? problemsText(m_state.file(), problems)
                                  : problemsText(problems));
  m_runFailed = true;
}

} // namespace backflow
