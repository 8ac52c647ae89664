// SPDX-License-Identifier: GPL-3.0-or-later
// The window's menus and tool bar, and their words.
#include "ui/panel/event_panel.h"
#include "ui/panel/exercise_panel.h"
#include "ui/panel/happenings_panel.h"
#include "ui/text/file_name.h"
#include "ui/text/language.h"
#include "ui/text/scenario_text.h"
#include "ui/window/compare_row.h"
#include "ui/window/export_bar.h"
#include "ui/window/glossary_page.h"
#include "ui/window/hints.h"
#include "ui/window/key_list.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/recent_files_menu.h"
#include "ui/window/time_zoom_menu.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

namespace backflow {

void MainWindow::makeActions() {
  const auto action = [this](QAction*& member, const char* name, const QKeySequence& keys) {
    member = new QAction(this);
    member->setObjectName(QString::fromLatin1(name));
    member->setShortcut(keys);
    addAction(member);
  };
  action(m_open, "open", QKeySequence::Open);
  action(m_save, "save", QKeySequence::Save);
  action(m_saveAs, "saveAs", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
  action(m_export, "export", QKeySequence(Qt::CTRL | Qt::Key_E));
  action(m_copy, "copyPlot", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  action(m_copyScript, "copyAsPyTorch", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
  action(m_quit, "quit", QKeySequence::Quit);
  action(m_undo, "undo", QKeySequence::Undo);
  action(m_redo, "redo", QKeySequence::Redo);
  action(m_reset, "reset", QKeySequence(Qt::CTRL | Qt::Key_R));
  action(m_compareCells, "compareCells", QKeySequence(Qt::CTRL | Qt::Key_L));
  m_compareCells->setCheckable(true);
  action(m_projector, "projector", QKeySequence(Qt::Key_F11));
  m_projector->setCheckable(true);
  action(m_keys, "keys", QKeySequence(Qt::Key_F1));
  action(m_showGlossary, "glossary", QKeySequence(Qt::SHIFT | Qt::Key_F1));
  action(m_showHints, "showHints", {});
  action(m_check, "checkComputer", {});
  action(m_about, "about", {});
  action(m_showExercises, "exercises", QKeySequence(Qt::CTRL | Qt::Key_B));
  m_compare = new CompareRow(m_state, this);
  addActions({m_compare->pinAction(), m_compare->bandAction()});
  action(m_dark, "dark", QKeySequence(Qt::CTRL | Qt::Key_D));
  action(m_themeSystem, "themeSystem", {});
  action(m_themeLight, "themeLight", {});
  action(m_themeDark, "themeDark", {});
  auto* themes = new QActionGroup(this);
  for (QAction* theme : {m_themeSystem, m_themeLight, m_themeDark}) {
    theme->setCheckable(true);
    themes->addAction(theme);
  }
  m_dark->setCheckable(true);
  m_languages = new QActionGroup(this);
  for (const Language& language : languages()) {
    auto* choice = new QAction(language.name, m_languages);
    choice->setIconText(language.code.first(2).toUpper());
    choice->setToolTip(language.name);
    choice->setObjectName(QStringLiteral("language_") + language.code);
    choice->setData(language.code);
    choice->setCheckable(true);
    choice->setChecked(language.code == currentLanguage());
  }
  addActions(m_languages->actions());

  connect(m_open, &QAction::triggered, this, &MainWindow::chooseFileToOpen);
  connect(m_save, &QAction::triggered, this, &MainWindow::save);
  connect(m_saveAs, &QAction::triggered, this, &MainWindow::chooseFileToSave);
  connect(m_export, &QAction::triggered, this, &MainWindow::showExportBar);
  connect(m_copy, &QAction::triggered, this, [this] {
    showExportBar();
    m_exportBar->copy();
  });
  connect(m_copyScript, &QAction::triggered, this,
          [this] { m_scripts.request(m_state.document()); });
  connect(m_quit, &QAction::triggered, this, &QWidget::close);
  connect(m_reset, &QAction::triggered, &m_state, &AppState::reset);
  connect(m_compareCells, &QAction::triggered, this, &MainWindow::requestTrace);
  connect(m_projector, &QAction::triggered, this, &MainWindow::setProjector);
  connect(m_keys, &QAction::triggered, this,
          [this] { m_keyList->setShown(m_keyList->isHidden()); });
  connect(m_showHints, &QAction::triggered, this, [this] {
    setProjector(false);
    m_hints->start();
  });
  connect(m_about, &QAction::triggered, this, [this] {
    m_message->showNews(
        tr("Backflow %1, a gradient laboratory for recurrent networks. Free software "
           "under the GNU General Public License, version 3 or later.")
            .arg(QCoreApplication::applicationVersion()));
  });
  const auto chooseTheme = [this](ThemeChoice choice) {
    Preferences::setTheme(choice);
    setThemeChoice(choice);
  };
  connect(m_showExercises, &QAction::triggered, this,
          [this] { m_rightTabs->setCurrentWidget(m_exercises); });
  connect(m_dark, &QAction::triggered, this,
          [chooseTheme](bool dark) { chooseTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light); });
  connect(m_themeSystem, &QAction::triggered, this,
          [chooseTheme] { chooseTheme(ThemeChoice::System); });
  connect(m_themeLight, &QAction::triggered, this,
          [chooseTheme] { chooseTheme(ThemeChoice::Light); });
  connect(m_themeDark, &QAction::triggered, this,
          [chooseTheme] { chooseTheme(ThemeChoice::Dark); });
  connect(m_languages, &QActionGroup::triggered, this, [this](const QAction* choice) {
    const QString language = choice->data().toString();
    Preferences::setLanguage(language);
    setLanguage(language);
  });
  QUndoStack* undoStack = m_state.undoStack();
  connect(m_undo, &QAction::triggered, undoStack, &QUndoStack::undo);
  connect(m_redo, &QAction::triggered, undoStack, &QUndoStack::redo);
  connect(undoStack, &QUndoStack::canUndoChanged, m_undo, &QAction::setEnabled);
  connect(undoStack, &QUndoStack::canRedoChanged, m_redo, &QAction::setEnabled);
  m_undo->setEnabled(false);
  m_redo->setEnabled(false);
}

void MainWindow::makeMenus() {
  m_fileMenu = menuBar()->addMenu(QString());
  m_fileMenu->addAction(m_open);
  m_recentMenu = new RecentFilesMenu(m_fileMenu);
  m_fileMenu->addMenu(m_recentMenu);
  m_fileMenu->addActions({m_save, m_saveAs});
  m_fileMenu->addSeparator();
  m_fileMenu->addActions({m_export, m_copy, m_copyScript});
  m_fileMenu->addSeparator();
  m_fileMenu->addAction(m_quit);
  m_editMenu = menuBar()->addMenu(QString());
  m_editMenu->addActions({m_undo, m_redo});
  m_editMenu->addSeparator();
  m_editMenu->addAction(m_reset);
  m_viewMenu = menuBar()->addMenu(QString());
  m_viewMenu->addActions({m_compareCells, m_compare->pinAction(), m_compare->bandAction()});
  m_viewMenu->addSeparator();
  m_viewMenu->addAction(m_showExercises);
  m_viewMenu->addSeparator();
  m_timeZoom = new TimeZoomMenu(m_viewMenu);
  m_viewMenu->addMenu(m_timeZoom);
  addActions(m_timeZoom->actions());
  m_viewMenu->addAction(m_projector);
  m_themeMenu = m_viewMenu->addMenu(QString());
  m_themeMenu->addActions({m_themeSystem, m_themeLight, m_themeDark});
  m_viewMenu->addSeparator();
  m_viewMenu->addActions(m_languages->actions());
  m_helpMenu = menuBar()->addMenu(QString());
  m_helpMenu->addActions({m_showGlossary, m_keys, m_showHints});
  m_helpMenu->addSeparator();
  m_helpMenu->addActions({m_check, m_about});
}

void MainWindow::makeToolBar() {
  m_toolBar = new QToolBar(this);
  m_toolBar->setObjectName(QStringLiteral("toolBar"));
  m_switches = new QToolBar(this);
  m_switches->setObjectName(QStringLiteral("switches"));
  for (QToolBar* part : {m_toolBar, m_switches}) {
    part->setMovable(false);
    part->setContextMenuPolicy(Qt::PreventContextMenu);
    addToolBar(part);
  }
  QToolBar* bar = m_toolBar;
  m_scenarioMenu = new QMenu(this);
  m_scenarioButton = new QToolButton(this);
  m_scenarioButton->setObjectName(QStringLiteral("scenarioButton"));
  m_scenarioButton->setMenu(m_scenarioMenu);
  m_scenarioButton->setPopupMode(QToolButton::InstantPopup);
  m_scenarioButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
  bar->addWidget(m_scenarioButton);
  bar->addSeparator();
  bar->addActions({m_undo, m_redo, m_reset});
  bar->addSeparator();
  bar->addActions({m_open, m_save});
  bar->addSeparator();
  bar->addActions({m_compareCells, m_compare->pinAction(), m_compare->bandAction()});
  bar->addSeparator();
  bar->addAction(m_showExercises);
  bar->addSeparator();
  bar->addAction(m_copy);
  auto* space = new QWidget(this);
  space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_switches->addWidget(space);
  m_switches->addActions({m_export, m_projector});
  m_switches->addSeparator();
  m_switches->addActions(m_languages->actions());
  for (QAction* language : m_languages->actions()) {
    m_switches->widgetForAction(language)->setAccessibleName(language->text());
  }
  m_switches->addAction(m_dark);
}

/// On the bar the arrow alone, which leaves room to what has no sign that all know.
void MainWindow::nameByArrow(QAction& action, const QString& name, const QString& arrow) {
  action.setText(name);
  action.setIconText(arrow);
  action.setToolTip(
      QStringLiteral("%1 (%2)").arg(name, action.shortcut().toString(QKeySequence::NativeText)));
  m_toolBar->widgetForAction(&action)->setAccessibleName(name);
}

/// What has no room on the bar hides in a menu, but never these: whoever cannot read the window's
/// language finds the other one, and who stands before a class the view for it.
void MainWindow::holdSwitches() {
  m_switches->setMinimumWidth(0);
  m_switches->setMinimumWidth(m_switches->sizeHint().width());
}

void MainWindow::fillScenarioMenu() {
  const auto words = [](const LocalizedText& text) {
    return inCurrentLanguage(text).replace(QStringLiteral("&"), QStringLiteral("&&"));
  };
  m_scenarioMenu->clear();
  qDeleteAll(m_scenarioMenu->findChildren<QMenu*>());
  for (const LibraryGroup& group : m_library) {
    QMenu* groupMenu = m_scenarioMenu->addMenu(words(group.title));
    for (const LibraryEntry& entry : group.entries) {
      QAction* action = groupMenu->addAction(words(entry.title));
      action->setObjectName(QString::fromStdString(entry.name));
      connect(action, &QAction::triggered, this, [this, file = entry.file] { openFile(file); });
    }
  }
}

void MainWindow::updateTitle() {
  QString title = ScenarioText::name(m_state.scenario());
  if (!m_state.file().empty()) {
    title += QStringLiteral(" (%1)").arg(shownName(m_state.file()));
  }
  setWindowTitle(title + QStringLiteral("[*] — Backflow"));
}

void MainWindow::refreshCompareCells() {
  const bool given = m_state.scenario().weights.init == WeightInit::Explicit;
  m_compareCells->setEnabled(!given);
  m_compareCells->setToolTip(
      given ? tr("The scenario gives weights, which fit its own cell alone.")
            : tr("RNN, GRU and LSTM in the gradient flow, with the same seed and input (Ctrl+L)"));
}

void MainWindow::retranslate() {
  m_fileMenu->setTitle(tr("&File"));
  m_editMenu->setTitle(tr("&Edit"));
  m_viewMenu->setTitle(tr("&View"));
  m_scenarioButton->setText(tr("Scenarios"));
  m_scenarioButton->setToolTip(tr("Choose one of the scenarios that come with Backflow"));
  m_open->setText(tr("Open…"));
  m_open->setToolTip(tr("Open a scenario, a training or data (Ctrl+O)"));
  m_save->setText(tr("Save"));
  m_save->setToolTip(tr("Save the scenario with its present settings (Ctrl+S)"));
  m_saveAs->setText(tr("Save as…"));
  m_export->setText(tr("Export…"));
  m_export->setToolTip(tr("Save a plot as PNG, SVG or PDF, or its numbers as CSV (Ctrl+E)"));
  m_copy->setText(tr("Copy plot"));
  m_copy->setIconText(tr("Copy")); // on the bar, where room is scarce
  m_copy->setToolTip(tr("Copy the plot chosen in the export bar to the clipboard (Ctrl+Shift+C)"));
  m_copyScript->setText(tr("Copy as PyTorch"));
  m_copyScript->setToolTip(
      tr("A Python script on the clipboard that rebuilds the scenario in PyTorch and prints the "
         "same norms (Ctrl+Shift+P)"));
  m_quit->setText(tr("Quit"));
  nameByArrow(*m_undo, tr("Undo"), QStringLiteral("↶"));
  nameByArrow(*m_redo, tr("Redo"), QStringLiteral("↷"));
  m_reset->setText(tr("Reset"));
  m_reset->setToolTip(tr("Back to the scenario as it was opened (Ctrl+R)"));
  m_compareCells->setText(tr("Compare cells"));
  refreshCompareCells();
  m_projector->setText(tr("Projector"));
  m_projector->setToolTip(tr("Large type and thick lines for a class (F11)"));
  m_helpMenu->setTitle(tr("&Help"));
  m_themeMenu->setTitle(tr("Theme"));
  m_themeSystem->setText(tr("As the system"));
  m_themeLight->setText(tr("Light"));
  m_themeDark->setText(tr("Dark"));
  m_showGlossary->setText(tr("Glossary"));
  m_keys->setText(tr("Keys"));
  m_showHints->setText(tr("Show the hints again"));
  m_check->setText(tr("Check this computer…"));
  m_about->setText(tr("About Backflow"));
  m_showExercises->setText(tr("Exercises"));
  m_showExercises->setToolTip(tr("The exercise book: predict, run, explain (Ctrl+B)"));
  m_rightTabs->setAccessibleName(tr("What happened, and exercises"));
  m_rightTabs->setTabText(m_rightTabs->indexOf(m_happenings), tr("What happened"));
  m_rightTabs->setTabText(m_rightTabs->indexOf(m_exercises), tr("Exercises"));
  m_dark->setText(tr("Dark"));
  m_dark->setToolTip(tr("Light on dark (Ctrl+D)"));
  holdSwitches();
  fillScenarioMenu();
  updateTitle();
}

} // namespace backflow
