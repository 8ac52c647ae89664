// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/training_picture.h"
#include "ui/run/training_run.h"
#include "ui/state/training_variant.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace backflow {

class ChoiceBox;
class PlotView;
class TrainingPlot;
class TrainingProfilePlot;

/// The page that trains the scenario: play, pause, step, stop and speed; a second training beside
/// the first that differs in one setting; and what became of them, in words and curves.
class TrainingLab : public QWidget {
  Q_OBJECT

 public:
  explicit TrainingLab(AppState& state, QWidget* parent = nullptr);
  ~TrainingLab() override;

  PlotView* curves() const;
  PlotView* profile() const;
  Trainings trainings() const;

  /// Begins the scenario's training, or goes on with it.
  void play();
  void pause();
  /// Goes on from a saved state, standing. Its scenario becomes the window's.
  void resume(const std::string& state, const Document& document);
  /// Writes the updates of each training as CSV, or the whole state of the first.
  void saveCsv(const QString& file);
  void saveState(const QString& file);

 signals:
  /// trainings() has grown or changed.
  void trainingsChanged();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QLayout* makeBar();
  void connectControls();
  void takeScenario();
  void begin();
  /// The scenario that a second training begins with but for its variant: the first one's as it
  /// began, or the window's where there is none.
  Scenario ground() const;
  /// True if there is a second training now.
  bool beginSecond();
  /// Everything about trainings of another scenario but the first itself.
  void forget();
  void forgetReading();
  void steerInFlight();
  bool isPlaying() const;
  bool canGoOn() const;
  void stepBoth();
  void stopBoth();
  void chooseVariant(TrainingVariant variant);
  void showVariants();
  void refresh();
  void showStanding();
  void showProgress();
  void pointAt(int update);
  void tell(const QString& text, bool isProblem = false);
  void retranslate();
  QString chosenFile(const QString& title, const QString& filter, const QString& suffix);

  AppState& m_state;
  Document m_begun;  ///< that the trainings began with, but for what was changed in flight
  Scenario m_opened; ///< another one means that another file was opened
  bool m_isStale = false;
  TrainingVariant m_variant = TrainingVariant::None;       ///< as chosen
  TrainingVariant m_secondVariant = TrainingVariant::None; ///< of the second training
  int m_update = 0;                                        ///< pointed at
  QString m_problem;
  TrainingRun m_first;
  TrainingRun m_second;

  QPushButton* m_play;
  QPushButton* m_step;
  QPushButton* m_stop;
  QLabel* m_speedLabel;
  ChoiceBox* m_speed;
  QLabel* m_besideLabel;
  ChoiceBox* m_beside;
  QToolButton* m_save;
  QAction* m_saveCsv;
  QAction* m_saveState;
  QProgressBar* m_progress;
  QLabel* m_reading;
  QLabel* m_standing;
  QPushButton* m_rescue;
  TrainingPlot* m_curves;
  TrainingProfilePlot* m_profile;
  QPlainTextEdit* m_text;
};

} // namespace backflow
