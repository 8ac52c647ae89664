// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/parameter_count.h"

#include <QWidget>

#include <array>
#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace backflow {

class CellChoice;
class EquationLabel;
class LabelledControl;
class NumberField;

/// How many numbers the parameters of a network have, and each vector of its equations. It begins
/// with exercise 6: an LSTM of 100 units over a vocabulary of 10,000.
class ParameterCalculator : public QWidget {
  Q_OBJECT

 public:
  explicit ParameterCalculator(QWidget* parent = nullptr);

  /// Nothing where the sum is beyond 64 bits.
  const std::optional<ParameterCount>& counted() const { return m_count; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct SizeField {
    NumberField* field;
    LabelledControl* labelled;
    QString problem;
  };

  SizeField sizeField(const char* name, int most);
  void connectField(SizeField& size, int& target);
  void reset();
  void count();
  void showNumbers();
  void fillTable();
  void fitTable();
  void showProblem();
  void retranslate();
  void fitColors();

  NetworkSpec m_network;
  int m_inputs = 0;
  std::optional<ParameterCount> m_count;
  CellChoice* m_cell;
  LabelledControl* m_labelledCell;
  std::array<SizeField, 3> m_sizes; ///< inputs, hidden, layers
  QCheckBox* m_bidirectional;
  QPushButton* m_reset;
  QLabel* m_problem;
  EquationLabel* m_vectors;
  QLabel* m_formula;
  QTableWidget* m_table;
};

} // namespace backflow
