// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_view.h"
#include "ui/run/phase_run.h"
#include "ui/state/phase_study.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <utility>

class QLabel;
class QLayout;
class QProgressBar;
class QPushButton;

namespace backflow {

class ChoiceBox;
class NumberField;
class PhasePlot;

/// The page that maps what becomes of the gradient: gain to the right, a second parameter upwards.
/// It computes the window's scenario as it was when Run was pressed; what the window shows later
/// changes nothing of it, and it says so.
class PhaseLab : public QWidget {
  Q_OBJECT

 public:
  explicit PhaseLab(AppState& state, QWidget* parent = nullptr);
  ~PhaseLab() override;

  PlotView* plot() const;
  /// The diagram as far as it has come; none before the first run.
  std::shared_ptr<const PhaseStudy> study() const { return m_run.study(); }
  bool isRunning() const { return m_run.isRunning(); }
  const PhaseSettings& settings() const { return m_settings; }

  /// Begins the diagram of the window's scenario.
  void run();
  void stop();

 signals:
  /// study() has grown or is another one.
  void studyChanged();
  /// The user clicked on a cell: this is its scenario.
  void scenarioWished(const backflow::Document& document);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Control {
    NumberField* field;
    double PhaseSettings::*value;
    QString problem;
  };

  QLayout* makeControls();
  void connectControls();
  Control control(const char* name, double PhaseSettings::*value);
  void enter(Control& control, double value);
  void chooseParameter(PhaseParameter parameter);
  void takeScenario();
  void chooseCell(int column, int row);
  void pointAt(int column, int row);
  QString reading() const;
  void refresh();
  void showParameters();
  void showProgress();
  void showWordsOfState();
  void drawStudy();
  void retranslate();

  AppState& m_state;
  PhaseSettings m_settings;
  QLabel* m_gainLabel;
  QLabel* m_gainDash;
  QLabel* m_parameterLabel;
  ChoiceBox* m_parameter;
  QLabel* m_parameterDash;
  QLabel* m_cellsLabel;
  ChoiceBox* m_cells;
  QLabel* m_seedsLabel;
  ChoiceBox* m_seeds;
  QPushButton* m_play;
  QProgressBar* m_progress;
  QLabel* m_words;
  PhasePlot* m_plot;
  std::array<Control, 4> m_controls{};
  QString m_problem;                            ///< of the last run
  std::optional<std::pair<int, int>> m_pointed; ///< column and row of the cell under the mouse
  PhaseRun m_run;                               ///< last, so that it ends before what it tells
};

} // namespace backflow
