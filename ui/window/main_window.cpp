// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/panel/control_panel.h"
#include "ui/panel/event_panel.h"
#include "ui/panel/time_bar.h"
#include "ui/plot/norm_plot.h"
#include "ui/text/file_name.h"
#include "ui/text/language.h"
#include "ui/text/problem_text.h"
#include "ui/window/compare_row.h"
#include "ui/window/export_bar.h"
#include "ui/window/lower_views.h"
#include "ui/window/message_bar.h"
#include "ui/window/scenario_files.h"
#include "ui/window/training_lab.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace backflow {

MainWindow::MainWindow(std::vector<LibraryGroup> library, QWidget* parent)
    : QMainWindow(parent), m_library(std::move(library)) {
  setObjectName(QStringLiteral("mainWindow"));
  setAcceptDrops(true);
  makeActions();
  makeMenus();
  makeToolBar();
  makeViews();
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
  m_state.disconnect(this);
}

void MainWindow::makeViews() {
  m_message = new MessageBar;
  m_message->setObjectName(QStringLiteral("messageBar"));
  m_exportBar = new ExportBar;
  m_exportBar->setObjectName(QStringLiteral("exportBar"));
  m_exportBar->hide();
  m_controls = new ControlPanel(m_state, this);
  m_events = new EventPanel;
  m_timeBar = new TimeBar;

  auto* plots = new QSplitter(Qt::Vertical);
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
  connect(m_timeBar, &TimeBar::timeChanged, m_flow, &NormPlot::setTimeCursor);
  connect(m_timeBar, &TimeBar::timeChanged, m_lower, &LowerViews::setTimeCursor);
  connect(m_lower, &LowerViews::wishesChanged, this, &MainWindow::requestTrace);
  connect(m_lower, &LowerViews::findingsChanged, this,
          [this] { m_exportBar->showFindings(m_lower->findings()); });
  connect(m_exportBar, &ExportBar::viewChosen, m_lower, &LowerViews::bringForward);
  plots->setSizes({500, 400});
  m_showFlow = new QToolButton;
  m_showFlow->setObjectName(QStringLiteral("showFlow"));
  m_showFlow->setAutoRaise(true);
  m_showFlow->setArrowType(Qt::RightArrow);
  m_showFlow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_showFlow->hide();
  connect(m_showFlow, &QToolButton::clicked, m_lower,
          [this] { m_lower->bringForward(ViewKind::States); });
  connect(m_lower, &LowerViews::tabChanged, this, [this] {
    m_flow->setVisible(!m_lower->wantsRoom());
    m_compare->setWanted(!m_lower->wantsRoom());
    m_showFlow->setVisible(m_lower->wantsRoom());
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
  columns->setChildrenCollapsible(false);
  columns->addWidget(m_controls);
  columns->addWidget(centre);
  columns->addWidget(m_events);
  columns->setStretchFactor(0, 0);
  columns->setStretchFactor(1, 1);
  columns->setStretchFactor(2, 0);
  m_events->setMinimumWidth(200);
  columns->setSizes({310, 720, 250});

  auto* all = new QWidget;
  auto* layout = new QVBoxLayout(all);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_exportBar);
  layout->addWidget(m_message);
  layout->addWidget(columns, 1);
  setCentralWidget(all);
}

void MainWindow::openFile(const std::filesystem::path& file) {
  if (isTrainingFile(file)) {
    openTraining(file);
    return;
  }
  auto read = readDocument(file);
  if (const auto* problem = std::get_if<QString>(&read)) {
    m_message->showProblem(*problem);
    return;
  }
  m_message->hide();
  m_state.open(std::get<Document>(std::move(read)));
  // Where there is a task, it is what the scenario is about.
  if (m_state.scenario().training) {
    m_lower->bringForward(ViewKind::Training);
    m_controls->bringTrainingForward();
  } else if (m_lower->showsTraining()) {
    m_lower->bringForward(ViewKind::States);
  }
}

/// Offers the plot that is in sight.
void MainWindow::showExportBar() {
  const ViewKind chosen = m_exportBar->view();
  const bool isOfLab = chosen == ViewKind::Training || chosen == ViewKind::TrainingProfile ||
                       chosen == ViewKind::Cliff;
  if (m_lower->wantsRoom()) {
    m_exportBar->setView(m_lower->current());
  } else if (isOfLab) {
    m_exportBar->setView(ViewKind::GradientFlow);
  }
  m_exportBar->show();
}

void MainWindow::openTraining(const std::filesystem::path& file) {
  auto read = readTraining(file);
  if (const auto* problem = std::get_if<QString>(&read)) {
    m_message->showProblem(*problem);
    return;
  }
  m_message->hide();
  const auto& saved = std::get<SavedTraining>(read);
  m_lower->bringForward(ViewKind::Training);
  m_lower->trainingLab()->resume(saved.state, saved.document);
}

bool MainWindow::saveFile(const std::filesystem::path& file) {
  Document document = m_state.document();
  const QString problem = writeDocument(document, file);
  if (!problem.isEmpty()) {
    m_message->showProblem(problem);
    return false;
  }
  m_message->showNews(tr("The scenario is saved in %1").arg(QString::fromStdString(file.string())));
  return true;
}

void MainWindow::chooseFileToOpen() {
  const QString file = QFileDialog::getOpenFileName(
      this, tr("Open a scenario"), {},
      tr("Scenarios and trainings (*.backflow.json *.training.json *.json)"));
  if (!file.isEmpty()) {
    openFile(file.toStdString());
  }
}

void MainWindow::chooseFileToSave() {
  QFileDialog dialog(this, tr("Save the scenario"), {}, tr("Scenarios (*.backflow.json)"));
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(QStringLiteral("backflow.json"));
  dialog.selectFile(fileNameOf(QString::fromStdString(m_state.scenario().title)));
  if (dialog.exec() == QDialog::Accepted) {
    saveFile(dialog.selectedFiles().value(0).toStdString());
  }
}

void MainWindow::requestTrace() {
  TraceWishes wishes;
  wishes.units = m_lower->wantsUnits();
  wishes.otherCells = m_compareCells->isChecked() && m_compareCells->isEnabled();
  m_worker.request(m_state.document(), wishes);
}

void MainWindow::showTrace(std::shared_ptr<const Trace> trace) {
  m_trace = std::move(trace);
  if (std::exchange(m_runFailed, false)) {
    m_message->hide();
  }
  m_timeBar->showTrace(m_trace);
  m_compare->showTrace(m_trace);
  m_lower->showTrace(m_trace, m_state.document());
  m_flow->setFindings(m_lower->findings());
  m_flow->setTimeCursor(m_timeBar->time());
  m_lower->setTimeCursor(m_timeBar->time());
  m_events->showTrace(m_trace);
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

void MainWindow::setThemeKind(ThemeKind kind) {
  const Theme theme = themeOf(kind);
  QApplication::setPalette(paletteOf(theme));
  m_flow->setTheme(theme);
  m_lower->setTheme(theme);
  m_compare->setTheme(theme);
  m_events->setTheme(theme);
  m_exportBar->setTheme(kind);
  m_dark->setChecked(kind == ThemeKind::Dark);
}

void MainWindow::setLanguage(const QString& language) {
  useLanguage(language);
  m_english->setChecked(currentLanguage() == QStringLiteral("en"));
  m_portuguese->setChecked(currentLanguage() != QStringLiteral("en"));
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_scenarioButton != nullptr) {
    retranslate();
    m_message->hide(); // it was in the former language
  }
  QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (urls.size() == 1 && urls.first().isLocalFile()) {
    event->acceptProposedAction();
  }
}

void MainWindow::dropEvent(QDropEvent* event) {
  openFile(event->mimeData()->urls().first().toLocalFile().toStdString());
}

} // namespace backflow
