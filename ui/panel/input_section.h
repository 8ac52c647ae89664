// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/csv_table.h"
#include "ui/panel/section.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

class QStackedWidget;
class QToolButton;

namespace backflow {

class ChoiceBox;
class ColumnChoice;
class SeedRow;

/// What the network reads: the kind of input, and the controls of that kind only.
class InputSection : public Section {
  Q_OBJECT

 public:
  explicit InputSection(AppState& state, QWidget* parent = nullptr);

  void refresh() override;
  void retranslate() override;
  /// What was found in a table when it was read: what is left out of it stands beside its columns.
  void noteTable(const std::filesystem::path& file, const std::vector<ColumnContent>& columns,
                 std::size_t rows);

 signals:
  /// A CSV file is to be read.
  void dataChosen(const QString& file);
  void textChosen(const QString& file);

 private:
  /// Two rows for a kind of input, in the place that all kinds share.
  void addPage(InputKind kind, ControlRow* first, ControlRow* second = nullptr);
  void addPages();
  NumberRow* amplitudeRow(const QString& name);
  void connectControls();
  void connectData();
  void chooseKind(InputKind kind);
  void chooseData();
  void chooseText();
  void noteColumns();

  ControlRow* m_kindRow;
  ChoiceBox* m_kind;
  NumberRow* m_size;
  QStackedWidget* m_pages;
  NumberRow* m_std;
  SeedRow* m_seed;
  /// One for each of impulse, constant and sine.
  std::vector<NumberRow*> m_amplitudes;
  NumberRow* m_step;
  NumberRow* m_period;
  ControlRow* m_fileRow;
  ControlRow* m_columnsRow;
  ControlRow* m_valuesRow;
  ControlRow* m_textRow;
  ReadOnlyText* m_file;
  ReadOnlyText* m_columns;
  ReadOnlyText* m_values;
  ReadOnlyText* m_text;
  QToolButton* m_chooseText;
  QToolButton* m_chooseData;
  ColumnChoice* m_chooseColumns;
  struct Table {
    std::vector<ColumnContent> columns;
    std::size_t rows = 0;
  };
  std::map<std::string, Table> m_tables; ///< that were read, by their names in a scenario
};

} // namespace backflow
