// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

#include <optional>

class QToolButton;

namespace backflow {

class ChoiceBox;
class OptimiserSection;
class SeedRow;

/// What the network learns, and how. Without a task only the choice of one is shown.
class TrainingSection : public Section {
  Q_OBJECT

 public:
  explicit TrainingSection(AppState& state, QWidget* parent = nullptr);

  void refresh() override;
  void retranslate() override;

 private:
  void addRows(AppState& state);
  void connectControls();
  void connectNumbers();
  void chooseTask(std::optional<TaskKind> task);
  void chooseFile();
  void refreshTask(const TaskSpec& task);

  ControlRow* m_taskRow;
  ChoiceBox* m_task;
  ControlRow* m_fileRow;
  ReadOnlyText* m_file;
  QToolButton* m_chooseFile;
  NumberRow* m_ahead;
  OptimiserSection* m_optimiser = nullptr;
  NumberRow* m_batch;
  NumberRow* m_updates;
  SeedRow* m_seed;
  ControlRow* m_precisionRow;
  ChoiceBox* m_precision;
  NumberRow* m_regulariser;
  NumberRow* m_evaluateEvery;
  /// What every training has.
  std::vector<ControlRow*> m_always;
  TrainingSpec m_last; ///< comes back when a task is chosen after none; without its file
};

} // namespace backflow
