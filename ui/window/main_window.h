// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/scenario/library.h"
#include "ui/plot/theme.h"
#include "ui/run/trace_worker.h"
#include "ui/state/app_state.h"

#include <QMainWindow>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <vector>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace backflow {

class CompareRow;
class ControlPanel;
class EventPanel;
class ExportBar;
class LowerViews;
class MessageBar;
class NormPlot;
class TimeBar;

/// The window: controls on the left, plots over one time axis in the middle, what happened on the
/// right. It only connects: control → state → worker → trace → views.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(std::vector<LibraryGroup> library, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Opens a scenario file, or a saved training; what is wrong with it is told in the window, and
  /// what was shown stays.
  void openFile(const std::filesystem::path& file);
  /// Writes the scenario to `file`; what goes wrong is told in the window.
  bool saveFile(const std::filesystem::path& file);
  void setThemeKind(ThemeKind kind);
  void setLanguage(const QString& language);

  AppState& state() { return m_state; }
  /// The newest trace that is drawn; none before the first.
  std::shared_ptr<const Trace> trace() const { return m_trace; }

 signals:
  /// All views show `trace()`.
  void traceShown();

 protected:
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void makeActions();
  void makeMenus();
  void makeToolBar();
  void makeViews();
  void retranslate();
  void fillScenarioMenu();
  void updateTitle();
  void openTraining(const std::filesystem::path& file);
  void showExportBar();
  void chooseFileToOpen();
  void chooseFileToSave();
  void requestTrace();
  void refreshCompareCells();
  void showTrace(std::shared_ptr<const Trace> trace);
  void showComparison();
  void showProblems(const std::vector<FieldProblem>& problems);

  std::vector<LibraryGroup> m_library;
  AppState m_state;
  TraceWorker m_worker;
  QTimer m_busyDelay;
  std::shared_ptr<const Trace> m_trace;
  bool m_runFailed = false; ///< the message shown is about the newest run

  QMenu* m_fileMenu = nullptr;
  QMenu* m_editMenu = nullptr;
  QMenu* m_viewMenu = nullptr;
  QMenu* m_scenarioMenu = nullptr;
  QToolButton* m_scenarioButton = nullptr;
  QAction* m_open = nullptr;
  QAction* m_save = nullptr;
  QAction* m_export = nullptr;
  QAction* m_copy = nullptr;
  QAction* m_quit = nullptr;
  QAction* m_undo = nullptr;
  QAction* m_redo = nullptr;
  QAction* m_reset = nullptr;
  QAction* m_compareCells = nullptr;
  QAction* m_dark = nullptr;
  QAction* m_english = nullptr;
  QAction* m_portuguese = nullptr;
  QLabel* m_busy = nullptr;
  CompareRow* m_compare = nullptr; ///< with its actions
  MessageBar* m_message = nullptr;
  ExportBar* m_exportBar = nullptr;
  ControlPanel* m_controls = nullptr;
  EventPanel* m_events = nullptr;
  TimeBar* m_timeBar = nullptr;
  NormPlot* m_flow = nullptr;
  QToolButton* m_showFlow = nullptr; ///< where the flow is hidden: brings it back
  LowerViews* m_lower = nullptr;
};

} // namespace backflow
