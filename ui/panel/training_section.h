// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

#include <optional>

class QToolButton;

namespace backflow {

class ChoiceBox;
class SeedRow;

/// What the network learns, and how. Without a task only the choice of one is shown.
class TrainingSection : public Section {
  Q_OBJECT

 public:
  explicit TrainingSection(AppState& state, QWidget* parent = nullptr);

  void refresh() override;
  void retranslate() override;

 private:
  void addRows();
  void connectControls();
  void connectNumbers();
  void bindNumber(NumberRow* row, const QString& field,
                  const std::function<void(TrainingSpec&, double)>& change);
  /// Changes the training of a scenario that has one.
  void editTraining(ControlRow* row, const QString& field,
                    const std::function<void(TrainingSpec&)>& change);
  void chooseTask(std::optional<TaskKind> task);
  void chooseFile();
  void refreshTask(const TaskSpec& task);
  void refreshOptimiser(const OptimiserSpec& optimiser);
  void retranslateOptimiser();

  ControlRow* m_taskRow;
  ChoiceBox* m_task;
  ControlRow* m_fileRow;
  ReadOnlyText* m_file;
  QToolButton* m_chooseFile;
  NumberRow* m_ahead;
  ControlRow* m_optimiserRow;
  ChoiceBox* m_optimiser;
  SliderRow* m_rate;
  NumberRow* m_momentum;
  NumberRow* m_decay;
  NumberRow* m_beta1;
  NumberRow* m_beta2;
  NumberRow* m_epsilon;
  NumberRow* m_batch;
  NumberRow* m_updates;
  SeedRow* m_seed;
  ControlRow* m_precisionRow;
  ChoiceBox* m_precision;
  NumberRow* m_regulariser;
  NumberRow* m_evaluateEvery;
  /// All but the task's: shown where there is a task.
  std::vector<ControlRow*> m_always;
  TrainingSpec m_last; ///< comes back when a task is chosen after none; without its file
};

} // namespace backflow
