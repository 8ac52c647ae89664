// SPDX-License-Identifier: GPL-3.0-or-later
// The window's menus and tool bar, and their words.
#include "ui/text/language.h"
#include "ui/window/compare_row.h"
#include "ui/window/export_bar.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
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
  action(m_export, "export", QKeySequence(Qt::CTRL | Qt::Key_E));
  action(m_copy, "copyPlot", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  action(m_quit, "quit", QKeySequence::Quit);
  action(m_undo, "undo", QKeySequence::Undo);
  action(m_redo, "redo", QKeySequence::Redo);
  action(m_reset, "reset", QKeySequence(Qt::CTRL | Qt::Key_R));
  action(m_compareCells, "compareCells", QKeySequence(Qt::CTRL | Qt::Key_L));
  m_compareCells->setCheckable(true);
  m_compare = new CompareRow(m_state, this);
  addActions({m_compare->pinAction(), m_compare->bandAction()});
  action(m_dark, "dark", QKeySequence(Qt::CTRL | Qt::Key_D));
  action(m_english, "english", {});
  action(m_portuguese, "portuguese", {});
  m_dark->setCheckable(true);
  auto* languages = new QActionGroup(this);
  for (QAction* language : {m_english, m_portuguese}) {
    language->setCheckable(true);
    languages->addAction(language);
  }
  m_english->setText(QStringLiteral("English"));
  m_portuguese->setText(QStringLiteral("Português"));
  (currentLanguage() == QStringLiteral("en") ? m_english : m_portuguese)->setChecked(true);

  connect(m_open, &QAction::triggered, this, &MainWindow::chooseFileToOpen);
  connect(m_save, &QAction::triggered, this, &MainWindow::chooseFileToSave);
  connect(m_export, &QAction::triggered, this, &MainWindow::showExportBar);
  connect(m_copy, &QAction::triggered, this, [this] {
    showExportBar();
    m_exportBar->copy();
  });
  connect(m_quit, &QAction::triggered, this, &QWidget::close);
  connect(m_reset, &QAction::triggered, &m_state, &AppState::reset);
  connect(m_compareCells, &QAction::triggered, this, &MainWindow::requestTrace);
  connect(m_dark, &QAction::triggered, this,
          [this](bool dark) { setThemeKind(dark ? ThemeKind::Dark : ThemeKind::Light); });
  connect(m_english, &QAction::triggered, this, [this] { setLanguage(QStringLiteral("en")); });
  connect(m_portuguese, &QAction::triggered, this,
          [this] { setLanguage(QStringLiteral("pt_BR")); });
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
  m_fileMenu->addActions({m_open, m_save});
  m_fileMenu->addSeparator();
  m_fileMenu->addActions({m_export, m_copy});
  m_fileMenu->addSeparator();
  m_fileMenu->addAction(m_quit);
  m_editMenu = menuBar()->addMenu(QString());
  m_editMenu->addActions({m_undo, m_redo});
  m_editMenu->addSeparator();
  m_editMenu->addAction(m_reset);
  m_viewMenu = menuBar()->addMenu(QString());
  m_viewMenu->addActions({m_compareCells, m_compare->pinAction(), m_compare->bandAction()});
  m_viewMenu->addSeparator();
  m_viewMenu->addAction(m_dark);
  m_viewMenu->addSeparator();
  m_viewMenu->addActions({m_english, m_portuguese});
}

void MainWindow::makeToolBar() {
  auto* bar = new QToolBar(this);
  bar->setObjectName(QStringLiteral("toolBar"));
  bar->setMovable(false);
  bar->setContextMenuPolicy(Qt::PreventContextMenu);
  addToolBar(bar);
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
  bar->addActions({m_copy, m_export});
  auto* space = new QWidget(this);
  space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  bar->addWidget(space);
  m_busy = new QLabel(this);
  m_busy->setObjectName(QStringLiteral("busy"));
  m_busy->setContentsMargins(8, 0, 8, 0);
  QSizePolicy keepsItsPlace = m_busy->sizePolicy();
  keepsItsPlace.setRetainSizeWhenHidden(true);
  m_busy->setSizePolicy(keepsItsPlace);
  m_busy->hide();
  bar->addWidget(m_busy);
  bar->addActions({m_english, m_portuguese, m_dark});
}

void MainWindow::fillScenarioMenu() {
  const bool english = currentLanguage() == QStringLiteral("en");
  const auto words = [english](const LocalizedText& text) {
    return QString::fromStdString(english ? text.en : text.ptBr)
        .replace(QStringLiteral("&"), QStringLiteral("&&"));
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
  QString title = QString::fromStdString(m_state.scenario().title);
  if (title.isEmpty()) {
    title = tr("Untitled scenario");
  }
  setWindowTitle(title + QStringLiteral(" — Backflow"));
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
  m_open->setToolTip(tr("Open a scenario file (Ctrl+O)"));
  m_save->setText(tr("Save…"));
  m_save->setToolTip(tr("Save the scenario with its present settings (Ctrl+S)"));
  m_export->setText(tr("Export…"));
  m_export->setToolTip(tr("Save a plot as PNG, SVG or PDF, or its numbers as CSV (Ctrl+E)"));
  m_copy->setText(tr("Copy plot"));
  m_copy->setToolTip(tr("Copy the plot chosen in the export bar to the clipboard (Ctrl+Shift+C)"));
  m_quit->setText(tr("Quit"));
  m_undo->setText(tr("Undo"));
  m_redo->setText(tr("Redo"));
  m_reset->setText(tr("Reset"));
  m_reset->setToolTip(tr("Back to the scenario as it was opened (Ctrl+R)"));
  m_compareCells->setText(tr("Compare cells"));
  refreshCompareCells();
  m_dark->setText(tr("Dark"));
  m_dark->setToolTip(tr("Light on dark (Ctrl+D)"));
  m_busy->setText(tr("computing…"));
  m_showFlow->setText(tr("Gradient flow"));
  m_showFlow->setToolTip(tr("Back to the gradient flow, which is above the other tabs"));
  fillScenarioMenu();
  updateTitle();
}

} // namespace backflow
