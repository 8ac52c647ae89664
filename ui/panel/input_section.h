// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

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
};

} // namespace backflow
