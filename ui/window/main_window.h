// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "core/scenario/library.h"
#include "ui/plot/plot_view.h"
#include "ui/plot/theme.h"
#include "ui/run/script_worker.h"
#include "ui/run/trace_worker.h"
#include "ui/state/app_state.h"
#include "ui/state/preferences.h"

#include <QMainWindow>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <vector>

class QAction;
class QLabel;
class QActionGroup;
class QMenu;
class QSplitter;
class QToolBar;
class QTabWidget;
class QToolButton;

namespace backflow {

class CheckPanel;
class CompareRow;
class ControlPanel;
class DataReading;
class EventPanel;
class ExercisePanel;
class ExportBar;
class GlossaryPage;
class HappeningsPanel;
class Hints;
class KeyList;
class LowerViews;
class MessageBar;
class NormPlot;
class PlotColumn;
class ProjectorView;
class RecentFilesMenu;
class SessionKeeper;
class SystemAppearance;
struct Session;
class TimeBar;
class TimeZoomMenu;
class TrainingKeeper;

/// The window: controls on the left, plots over one time axis in the middle, what happened on the
/// right. It only connects: control → state → worker → trace → views.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(std::vector<LibraryGroup> library, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// What a start of the program does: opens the file, or else a scenario that already shows the
  /// effect; offers what an earlier window left behind unsaved; gives the hints of a first start.
  void begin(const std::filesystem::path& file = {});
  /// Opens a scenario file or a saved training, or makes a data file the input; what is wrong with
  /// it is told in the window, and what was shown stays.
  void openFile(const std::filesystem::path& file);
  /// Writes the scenario to `file`; what goes wrong is told in the window.
  bool saveFile(const std::filesystem::path& file);
  void setThemeKind(ThemeKind kind);
  void setThemeChoice(ThemeChoice choice);
  void setLanguage(const QString& language);
  void setProjector(bool on);

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
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  void makeActions();
  void makeMenus();
  void makeToolBar();
  void holdSwitches();
  void nameByArrow(QAction& action, const QString& name, const QString& arrow);
  void makeViews();
  void makeRightTabs();
  void retranslate();
  void fillScenarioMenu();
  void connectFiles();
  void connectAppearance();
  void connectScripts();
  void makeOverlays();
  void liftMessages();
  void updateTitle();
  void applyTheme();
  void setProjectorType(double scale);
  void fitProjectorType();
  void fitLineOfKeys();
  void takeFocus();
  bool closeWhatIsOpen();
  void toggleHappenings();
  void foldInspector(bool folded);
  bool isShipped(const std::filesystem::path& file) const;
  void openScenario(const std::filesystem::path& file);
  void stepScenario(int steps);
  QString whatWasSetAside();
  QString whatWasLeft(const Session& session) const;
  void offerLeftBehind();
  void offer(const Session& session, const QString& text);
  void offerInPlaceOf(const Session& session, const QString& text,
                      const std::filesystem::path& other);
  void askBeforeDiscarding(const Session& session, const QString& offered);
  void goOnWith(const Session& session);
  bool bringTrainingBack(const Session& session);
  void bringViewBack(const Session& session);
  void noteView();
  void save();
  void openTraining(const std::filesystem::path& file);
  void showExportBar();
  void offerPlotInSight();
  void followTabForExport();
  void showExperiment(const QString& scenario, ViewKind view, bool startTraining);
  void chooseFileToOpen();
  void chooseFileToSave();
  void requestTrace();
  void refreshCompareCells();
  void showTrace(std::shared_ptr<const Trace> trace, std::shared_ptr<const NormPictures> pictures);
  void showComparison();
  void showProblems(const std::vector<FieldProblem>& problems);

  std::vector<LibraryGroup> m_library;
  AppState m_state;
  TraceWorker m_worker;
  ScriptWorker m_scripts;
  std::unique_ptr<SessionKeeper> m_session;
  TrainingKeeper* m_trainingKeeper = nullptr;
  SystemAppearance* m_appearance;
  ThemeChoice m_themeChoice = ThemeChoice::Light;
  std::filesystem::path m_shippedFile; ///< of the scenario chosen last from the program's own
  std::shared_ptr<const Trace> m_trace;
  bool m_runFailed = false; ///< the message shown is about the newest run

  QMenu* m_fileMenu = nullptr;
  QMenu* m_editMenu = nullptr;
  QMenu* m_viewMenu = nullptr;
  QMenu* m_themeMenu = nullptr;
  QMenu* m_helpMenu = nullptr;
  RecentFilesMenu* m_recentMenu = nullptr;
  QMenu* m_scenarioMenu = nullptr;
  QToolButton* m_scenarioButton = nullptr;
  QAction* m_open = nullptr;
  QAction* m_save = nullptr;
  QAction* m_saveAs = nullptr;
  QAction* m_export = nullptr;
  QAction* m_copy = nullptr;
  QAction* m_copyScript = nullptr;
  QAction* m_quit = nullptr;
  QAction* m_undo = nullptr;
  QAction* m_redo = nullptr;
  QAction* m_reset = nullptr;
  QAction* m_compareCells = nullptr;
  QAction* m_projector = nullptr;
  QAction* m_showExercises = nullptr;
  QAction* m_dark = nullptr;
  QAction* m_themeSystem = nullptr;
  QAction* m_themeLight = nullptr;
  QAction* m_themeDark = nullptr;
  QAction* m_showGlossary = nullptr;
  QAction* m_keys = nullptr;
  QAction* m_showHints = nullptr;
  QAction* m_check = nullptr;
  QAction* m_about = nullptr;
  QActionGroup* m_languages = nullptr;
  CompareRow* m_compare = nullptr; ///< with its actions
  MessageBar* m_message = nullptr;
  DataReading* m_data = nullptr;
  ExportBar* m_exportBar = nullptr;
  ControlPanel* m_controls = nullptr;
  QTabWidget* m_rightTabs = nullptr;
  HappeningsPanel* m_happenings = nullptr;
  EventPanel* m_events = nullptr;
  ExercisePanel* m_exercises = nullptr;
  TimeBar* m_timeBar = nullptr;
  TimeZoomMenu* m_timeZoom = nullptr;
  NormPlot* m_flow = nullptr;
  QToolBar* m_toolBar = nullptr;
  QToolBar* m_switches = nullptr; ///< the part of it that is always in sight
  QSplitter* m_columns = nullptr;
  PlotColumn* m_plots = nullptr; ///< has the flow, the lower views and the time bar
  /// What the projector view found: how wide the columns were, how high the plots, and the tab.
  QByteArray m_columnsBefore;
  QByteArray m_plotsBefore;
  int m_rightTabBefore = 0;
  bool m_inspectorWasFolded = false;
  double m_typeScale = 1; ///< of the projector view
  KeyList* m_keyList = nullptr;
  GlossaryPage* m_glossary = nullptr;
  CheckPanel* m_checkPanel = nullptr;
  Hints* m_hints = nullptr;
  ProjectorView* m_projectorView = nullptr;
  LowerViews* m_lower = nullptr;
};

} // namespace backflow
