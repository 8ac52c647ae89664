// SPDX-License-Identifier: GPL-3.0-or-later
// How scenarios come into the window and leave it: files, drops, and what a former window left.
#include "ui/panel/control_panel.h"
#include "ui/panel/file_choice.h"
#include "ui/panel/time_bar.h"
#include "ui/run/session_keeper.h"
#include "ui/run/training_keeper.h"
#include "ui/state/data_input.h"
#include "ui/state/preferences.h"
#include "ui/text/file_name.h"
#include "ui/text/problem_text.h"
#include "ui/text/scenario_text.h"
#include "ui/window/compare_row.h"
#include "ui/window/data_reading.h"
#include "ui/window/hints.h"
#include "ui/window/lower_views.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/plot_column.h"
#include "ui/window/projector_view.h"
#include "ui/window/recent_files_menu.h"
#include "ui/window/scenario_files.h"
#include "ui/window/training_lab.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace backflow {

namespace {

/// Of the library: the gradient fades, and float32 loses it before float64 does.
constexpr const char* firstScenario = "first-look";

} // namespace

void MainWindow::connectFiles() {
  connect(&m_state, &AppState::fileChanged, this, &MainWindow::updateTitle);
  connect(m_session.get(), &SessionKeeper::unsavedWorkChanged, this, &QWidget::setWindowModified);
  connect(m_compare, &CompareRow::pinnedChanged, this,
          [this] { m_session->notePins(m_compare->pinnedSettings()); });
  m_trainingKeeper =
      new TrainingKeeper(m_lower->trainingLab()->pair(), m_session->trainingFile(), this);
  connect(m_timeBar, &TimeBar::timeChanged, this, &MainWindow::noteView);
  connect(m_lower, &LowerViews::tabChanged, this, &MainWindow::noteView);
  connect(&m_state, &AppState::scenarioChanged, m_message, &MessageBar::goOn);
  connect(&m_lower->trainingLab()->pair(), &TrainingPair::changed, this, &MainWindow::noteView);
  connect(m_compare, &CompareRow::pinsMissed, this,
          [this](const QString& why) { m_message->showProblem(why); });
  connect(m_controls, &ControlPanel::dataChosen, this,
          [this](const QString& file) { m_data->read(file.toStdString()); });
  connect(m_data, &DataReading::tableRead, m_controls, &ControlPanel::showTable);
  connect(m_controls, &ControlPanel::textChosen, this,
          [this](const QString& file) { m_data->readText(file.toStdString()); });
  connect(m_recentMenu, &RecentFilesMenu::fileChosen, this,
          [this](const QString& file) { openFile(file.toStdString()); });
}

void MainWindow::connectScripts() {
  connect(&m_scripts, &ScriptWorker::scriptReady, this, [this](const QString& script) {
    QApplication::clipboard()->setText(script);
    m_message->showNews(tr("A PyTorch script of this scenario is on the clipboard: paste it into a "
                           "file and run it with Python."));
  });
  connect(&m_scripts, &ScriptWorker::failed, this,
          [this](const std::vector<FieldProblem>& problems) {
            m_message->showProblem(problemsText(problems));
          });
}

void MainWindow::begin(const std::filesystem::path& file) {
  restoreGeometry(Preferences::windowGeometry());
  resize(size().boundedTo(screen()->availableSize()));
  setThemeChoice(Preferences::theme());
  const std::vector<LibraryEntry> entries = libraryEntries(m_library);
  const auto first = std::ranges::find(entries, firstScenario, &LibraryEntry::name);
  if (first != entries.end()) {
    openFile(first->file);
  }
  m_state.undoStack()->clear(); // there is nothing yet that a user has done
  if (!file.empty()) {
    openFile(file);
  }
  if (m_data->isBusy()) {
    connect(m_data, &DataReading::ended, this, &MainWindow::offerLeftBehind,
            Qt::SingleShotConnection);
  } else {
    offerLeftBehind();
  }
  if (!Preferences::hintsAreSeen()) {
    connect(this, &MainWindow::traceShown, m_hints, &Hints::start, Qt::SingleShotConnection);
  }
}

void MainWindow::stepScenario(int steps) {
  const std::vector<LibraryEntry> entries = libraryEntries(m_library);
  const auto now = std::ranges::find(entries, m_shippedFile, &LibraryEntry::file);
  const std::ptrdiff_t next = now == entries.end() ? 0 : now - entries.begin() + steps;
  if (next < 0 || next >= std::ssize(entries)) {
    return;
  }
  const std::filesystem::path& file = entries[static_cast<std::size_t>(next)].file;
  openFile(file);
}

void MainWindow::openFile(const std::filesystem::path& file) {
  if (!isShipped(file)) {
    Preferences::setFolderOf(QString::fromStdString(file.string()));
  }
  if (isTrainingFile(file)) {
    openTraining(file);
  } else if (isDataFile(file)) {
    m_data->read(file);
  } else {
    openScenario(file);
  }
}

/// Among the scenarios of the library.
bool MainWindow::isShipped(const std::filesystem::path& file) const {
  const std::vector<LibraryEntry> entries = libraryEntries(m_library);
  return std::ranges::find(entries, file, &LibraryEntry::file) != entries.end();
}

void MainWindow::openScenario(const std::filesystem::path& file) {
  auto read = readDocument(file);
  if (const auto* problem = std::get_if<QString>(&read)) {
    // Of what is no scenario by its name, what is wrong with it as one says nothing.
    const bool isMeantAsOne =
        file.extension() == ".json" || !std::filesystem::is_regular_file(file);
    m_message->showProblem(isMeantAsOne
                               ? *problem
                               : tr("%1 cannot be opened. What can be opened ends in .json, .csv, "
                                    ".tsv or .txt.")
                                     .arg(shownPath(file)));
    return;
  }
  m_message->clear();
  const bool comesWithProgram = isShipped(file);
  if (comesWithProgram) {
    m_shippedFile = file;
  } else {
    Preferences::addRecentFile(file);
  }
  const auto& document = std::get<Document>(read);
  if (document.scenario.training) {
    m_timeBar->pause(); // what comes forward has nothing to do with time
  }
  m_plots->endPlayBeforeClass();
  m_state.open(document,
               comesWithProgram ? std::filesystem::path() : std::filesystem::absolute(file));
  m_session->noteSaved();
  // Where there is a task, it is what the scenario is about.
  if (m_state.scenario().training) {
    m_lower->bringForward(ViewKind::Training);
    m_controls->bringTrainingForward();
  } else if (!m_lower->showsScenario()) {
    m_lower->bringForward(ViewKind::States);
    m_plots->preferFlow();
  }
}

void MainWindow::openTraining(const std::filesystem::path& file) {
  auto read = readTraining(file);
  if (const auto* problem = std::get_if<QString>(&read)) {
    m_message->showProblem(*problem);
    return;
  }
  m_message->clear();
  Preferences::addRecentFile(file);
  const auto& saved = std::get<SavedTraining>(read);
  m_timeBar->pause();
  m_plots->endPlayBeforeClass();
  m_lower->bringForward(ViewKind::Training);
  m_lower->trainingLab()->pair().resume(saved.state, saved.document);
}

bool MainWindow::saveFile(const std::filesystem::path& file) {
  Document document = m_state.document();
  const QString problem = writeDocument(document, file);
  if (!problem.isEmpty()) {
    m_message->showProblem(problem);
    return false;
  }
  Preferences::addRecentFile(file);
  m_state.setFile(std::filesystem::absolute(file));
  m_session->noteSaved();
  m_message->showNews(tr("The scenario is saved in %1").arg(shownPath(file)));
  return true;
}

void MainWindow::save() {
  if (m_state.file().empty()) {
    chooseFileToSave();
  } else {
    saveFile(m_state.file());
  }
}

void MainWindow::chooseFileToOpen() {
  const QString file =
      fileToOpen(this, tr("Open a scenario, a training or data"),
                 tr("All that can be opened (*.json *.csv *.tsv *.txt)") + QStringLiteral(";;") +
                     tr("Scenarios and trainings (*.json)") + QStringLiteral(";;") +
                     tr("Data to read (*.csv *.tsv *.txt)"));
  if (!file.isEmpty()) {
    openFile(file.toStdString());
  }
}

void MainWindow::chooseFileToSave() {
  const QString name = m_state.file().empty() ? fileNameOf(ScenarioText::title(m_state.scenario()))
                                              : QString::fromStdString(m_state.file().string());
  const QString file = fileToSave(this, tr("Save the scenario"), tr("Scenarios (*.backflow.json)"),
                                  {QStringLiteral("backflow.json"), QStringLiteral("json")}, name);
  if (!file.isEmpty() && saveFile(file.toStdString())) {
    Preferences::setFolderOf(file);
  }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (std::ranges::any_of(event->mimeData()->urls(), &QUrl::isLocalFile)) {
    event->acceptProposedAction();
  }
}

void MainWindow::dropEvent(QDropEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  event->acceptProposedAction();
  if (urls.size() == 1) {
    openFile(urls.first().toLocalFile().toStdString());
  } else {
    m_message->showProblem(
        tr("%n file(s) were dropped: drop one at a time.", nullptr, static_cast<int>(urls.size())));
  }
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!m_projectorView->isOn()) {
    Preferences::setWindowGeometry(saveGeometry());
  }
  takeFocus(); // who types ends that first: a name of a pinned curve is kept
  const bool hasTraining = m_trainingKeeper->isWorthAnOffer();
  m_session->noteTraining(hasTraining);
  if (hasTraining) {
    m_trainingKeeper->keepNow();
  }
  m_session->close();
  QMainWindow::closeEvent(event);
}

} // namespace backflow
