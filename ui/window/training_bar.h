// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace backflow {

class AppState;
class ChoiceBox;
class TrainingPair;

/// What begins, halts and ends trainings, how fast they go, and what a second one differs in.
class TrainingBar : public QWidget {
  Q_OBJECT

 public:
  /// Both have to outlive this widget.
  TrainingBar(AppState& state, TrainingPair& pair, QWidget* parent = nullptr);

  /// Fits what the controls say and allow to the trainings.
  void refresh();
  /// The way out for a training that died is offered.
  void offerRescue(bool offered);

 signals:
  void saveCsvWished();
  void saveStateWished();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void arrange();
  void connectControls();
  void showVariants();
  void retranslate();

  AppState& m_state;
  TrainingPair& m_pair;
  QPushButton* m_play;
  QPushButton* m_step;
  QPushButton* m_stop;
  QLabel* m_speedLabel;
  ChoiceBox* m_speed;
  QLabel* m_besideLabel;
  ChoiceBox* m_beside;
  QPushButton* m_rescue;
  QToolButton* m_save;
  QAction* m_saveCsv;
  QAction* m_saveState;
};

} // namespace backflow
