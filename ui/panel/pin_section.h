// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

#include <vector>

class QPushButton;
class QToolButton;

namespace backflow {

class ChoiceBox;
class NumberField;

/// Gates held at a constant over a range of steps. Only for cells that have gates.
class PinSection : public Section {
  Q_OBJECT

 public:
  explicit PinSection(AppState& state, QWidget* parent = nullptr);

  void refresh() override;
  void retranslate() override;

 private:
  /// The controls of one pin, on two lines.
  struct PinRows {
    ControlRow* what;
    ChoiceBox* gate;
    NumberField* value;
    ControlRow* when;
    NumberField* from;
    NumberField* to;
    QToolButton* remove;
  };

  void addPinRows(std::size_t index);
  void connectNumber(NumberField* field, ControlRow* row, const QString& name,
                     const NumberChange& change);

  std::vector<PinRows> m_rows;
  ControlRow* m_addRow;
  QPushButton* m_add;
};

} // namespace backflow
