// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/step_by_hand.h"
#include "ui/state/app_state.h"

#include <QWidget>

#include <array>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace backflow {

class CellChoice;
class EquationLabel;
class FlowLayout;
class LabelledControl;
class NumberField;
class NumberGrid;
class SumBlock;

/// One step of a GRU or an LSTM by hand, with every vector in between. It begins with exercise 10.
class StepCalculator : public QWidget {
  Q_OBJECT

 public:
  explicit StepCalculator(QWidget* parent = nullptr);

  const HandStep& step() const { return m_step; }
  /// The vectors that the table shows, in the order of computation.
  const std::vector<HandVector>& vectors() const { return m_vectors; }

 signals:
  /// The user wants to go on with these numbers in the laboratory.
  void scenarioWished(const backflow::Document& document);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct WholeField {
    NumberField* field;
    LabelledControl* labelled;
  };
  /// x, c_0, a_0: a column of numbers.
  struct VectorGrid {
    QWidget* block;
    NumberGrid* grid;
    Eigen::VectorXd HandStep::*values;
  };

  WholeField wholeField(const char* name, int most);
  void refit(const NetworkSpec& network, int inputs);
  void begin(const HandStep& step);
  void rebuild();
  void addVector(const char* name, const QString& markup, Eigen::VectorXd HandStep::*values);
  void addSum(const StepProgram& program, std::size_t operation);
  void work();
  void fillTable();
  void fitTable();
  void showLines();
  void wishScenario();
  void setProblem(const QString& problem);
  void retranslate();
  void fitColors();

  HandStep m_step;
  std::vector<HandVector> m_vectors;
  int m_horizon = 20;
  CellChoice* m_cell;
  LabelledControl* m_labelledCell;
  std::array<WholeField, 3> m_sizes; ///< H, D, T of the scenario
  QPushButton* m_reset;
  QPushButton* m_load;
  QLabel* m_problem;
  QLabel* m_hint;
  QWidget* m_blocks;
  FlowLayout* m_blockFlow;
  std::vector<SumBlock*> m_sums;
  std::vector<VectorGrid> m_vectorGrids;
  QTableWidget* m_table;
  EquationLabel* m_lines;
};

} // namespace backflow
