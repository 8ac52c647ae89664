// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/training_pair.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QSplitter;

namespace backflow {

class PlotView;
class TrainingBar;
class TrainingPlot;
class TrainingProfilePlot;
class TrainingWords;

/// The page that trains the scenario: play, pause, step, stop and speed; a second training beside
/// the first that differs in one setting; and what became of them, in words and curves.
class TrainingLab : public QWidget {
  Q_OBJECT

 public:
  explicit TrainingLab(AppState& state, QWidget* parent = nullptr);

  PlotView* curves() const;
  PlotView* profile() const;
  Trainings trainings() const;

  /// Where there is little height, a line for each training, and the curves alone.
  void setBrief(bool brief);
  /// What is trained.
  TrainingPair& pair() { return m_pair; }
  /// Writes the updates of each training as CSV, or the whole state of the first.
  void saveCsv(const QString& file);
  void saveState(const QString& file);

 signals:
  /// trainings() has grown or changed.
  void trainingsChanged();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void connectControls();
  void forgetReading();
  void refresh();
  void showStanding();
  void showProgress();
  void pointAt(int update);
  void tell(const QString& text, bool isProblem = false);
  void retranslate();
  QString chosenFile(const QString& title, const QString& filter, const QString& suffix);

  AppState& m_state;
  TrainingPair m_pair;
  int m_update = 0; ///< pointed at
  bool m_isBrief = false;

  TrainingBar* m_bar;
  QProgressBar* m_progress;
  QLabel* m_reading;
  TrainingWords* m_standing;
  TrainingPlot* m_curves;
  TrainingProfilePlot* m_profile;
  QSplitter* m_right; ///< of the profile and the text
  QPlainTextEdit* m_text;
};

} // namespace backflow
