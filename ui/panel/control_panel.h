// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/csv_table.h"
#include "core/scenario/field_problem.h"

#include <QList>
#include <QWidget>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <vector>

class QScrollArea;

namespace backflow {

class AppState;
class ControlRow;
class InputSection;
class MainSliders;
class Section;
struct Trace;

/// All controls of the scenario: the three main sliders always in sight, the rest to scroll. It is
/// bound to the state both ways.
class ControlPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ControlPanel(AppState& state, QWidget* parent = nullptr);

  /// Scrolls to the settings of training.
  void bringTrainingForward();
  /// Shows what a run measured beside the controls, and forgets the problems of the run before.
  void showTrace(std::shared_ptr<const Trace> trace);
  /// Shows what a run found wrong, each beside the control of its field.
  void showProblems(const std::vector<FieldProblem>& problems);

  /// Shows beside its control what is left out of a table that was read.
  void showTable(const std::filesystem::path& file, const std::vector<ColumnContent>& columns,
                 std::size_t rows);

  /// Gives the three main sliders away to stand somewhere else, and takes them back.
  MainSliders* lendMainSliders();
  void takeMainSlidersBack();

  QSize sizeHint() const override;

 signals:
  /// A CSV file is to become the input.
  void dataChosen(const QString& file);
  void textChosen(const QString& file);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  void retranslate();
  void alignLabels();
  void findRows();
  void connectPutBack();
  void markChanges();
  void putBack(ControlRow& row);

  AppState& m_state;
  MainSliders* m_main;
  InputSection* m_input;
  std::vector<Section*> m_sections;
  QList<ControlRow*> m_rows; ///< of all sections
  QScrollArea* m_scroll;
  std::shared_ptr<const Trace> m_trace;
};

} // namespace backflow
