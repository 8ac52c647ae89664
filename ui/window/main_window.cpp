// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/panel/control_panel.h"
#include "ui/panel/event_panel.h"
#include "ui/panel/time_bar.h"
#include "ui/plot/norm_plot.h"
#include "ui/text/language.h"
#include "ui/text/problem_text.h"
#include "ui/window/export_bar.h"
#include "ui/window/message_bar.h"
#include "ui/window/scenario_files.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QSplitter>
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
    m_worker.request(m_state.document());
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
  m_worker.request(m_state.document());
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
  const std::array kinds{PlotKind::GradientFlow, PlotKind::States, PlotKind::ParameterGradient};
  const std::array names{"gradientFlow", "states", "parameterGradient"};
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    auto* plot = new NormPlot(kinds[k]);
    plot->setObjectName(QString::fromLatin1(names[k]));
    plot->setMinimumHeight(kinds[k] == PlotKind::GradientFlow ? 200 : 90);
    plot->setTimeLabelShown(k + 1 == kinds.size());
    plots->addWidget(plot);
    plots->setStretchFactor(static_cast<int>(k), kinds[k] == PlotKind::GradientFlow ? 5 : 2);
    connect(plot, &NormPlot::timePointed, m_timeBar, &TimeBar::setTime);
    connect(m_timeBar, &TimeBar::timeChanged, plot, &NormPlot::setTimeCursor);
    m_plots[k] = plot;
  }
  plots->setSizes({500, 200, 200});
  connect(m_events, &EventPanel::timePointed, m_timeBar, &TimeBar::setTime);

  auto* centre = new QWidget;
  auto* centreLayout = new QVBoxLayout(centre);
  centreLayout->setContentsMargins(0, 0, 0, 0);
  centreLayout->setSpacing(0);
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
  auto read = readDocument(file);
  if (const auto* problem = std::get_if<QString>(&read)) {
    m_message->showProblem(*problem);
    return;
  }
  m_message->hide();
  m_state.open(std::get<Document>(std::move(read)));
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
  const QString file = QFileDialog::getOpenFileName(this, tr("Open a scenario"), {},
                                                    tr("Scenarios (*.backflow.json *.json)"));
  if (!file.isEmpty()) {
    openFile(file.toStdString());
  }
}

void MainWindow::chooseFileToSave() {
  QFileDialog dialog(this, tr("Save the scenario"), {}, tr("Scenarios (*.backflow.json)"));
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(QStringLiteral("backflow.json"));
  if (dialog.exec() == QDialog::Accepted) {
    saveFile(dialog.selectedFiles().value(0).toStdString());
  }
}

void MainWindow::showTrace(std::shared_ptr<const Trace> trace) {
  m_trace = std::move(trace);
  if (std::exchange(m_runFailed, false)) {
    m_message->hide();
  }
  m_timeBar->showTrace(m_trace);
  for (NormPlot* plot : m_plots) {
    plot->setTrace(m_trace);
    plot->setTimeCursor(m_timeBar->time());
  }
  m_events->showTrace(m_trace);
  m_controls->showTrace(m_trace);
  m_exportBar->showTrace(m_trace);
  emit traceShown();
}

void MainWindow::showProblems(const std::vector<FieldProblem>& problems) {
  m_controls->showProblems(problems);
  m_message->showProblem(problemsText(problems));
  m_runFailed = true;
}

void MainWindow::setThemeKind(ThemeKind kind) {
  const Theme theme = themeOf(kind);
  QApplication::setPalette(paletteOf(theme));
  for (NormPlot* plot : m_plots) {
    plot->setTheme(theme);
  }
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
