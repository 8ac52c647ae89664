// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/step_by_hand.h"

#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;

namespace backflow {

class NumberField;
class NumberGrid;

/// The weights of one sum of a step, a row for each unit, with the columns of the state, of the
/// input and of the biases. A gate that the sum belongs to may be given in its place.
class SumBlock : public QWidget {
  Q_OBJECT

 public:
  /// `operation` counts those of programOf() and is a linear one.
  SumBlock(const NetworkSpec& network, const StepProgram& program, std::size_t operation,
           QWidget* parent = nullptr);

  void showStep(const HandStep& step);
  void retranslate();
  /// The sum's name in a program: "a_u".
  const std::string& name() const { return m_name; }

 signals:
  void weightEntered(const QString& parameter, int row, int column, double value);
  /// Nothing: the gate is computed from its weights.
  void gateGiven(backflow::Gate gate, std::optional<double> value);
  void problemChanged(const QString& problem);

 private:
  /// Where the numbers of one column of the grid stand in the parameters.
  struct Column {
    std::string parameter;
    int row;
    int column;
    QString header;
  };
  void addColumns(const NetworkSpec& network, const StepProgram& program, const StepOperation& sum);
  /// The controls of the gate that is computed from register `sum`, if there is one.
  void addGate(const NetworkSpec& network, const StepProgram& program, int sum);

  std::string m_name;
  std::vector<Column> m_columns;
  std::optional<Gate> m_gate;
  QString m_gateName;
  NumberGrid* m_grid;
  QCheckBox* m_given = nullptr;
  NumberField* m_value = nullptr;
};

} // namespace backflow
