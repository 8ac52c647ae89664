// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

class QLabel;

namespace backflow {

class ChoiceBox;
class NumberRow;
class SeedRow;

/// Activation, size and initial weights.
class NetworkSection : public Section {
  Q_OBJECT

 public:
  explicit NetworkSection(AppState& state, QWidget* parent = nullptr);

  void refresh() override;
  void retranslate() override;

 private:
  void connectChoices();
  void retranslateCell();

  ChoiceBox* m_cell;
  ChoiceBox* m_variant;
  ChoiceBox* m_activation;
  ChoiceBox* m_reading;
  ChoiceBox* m_readout;
  ChoiceBox* m_init;
  ControlRow* m_cellRow;
  ControlRow* m_variantRow;
  ControlRow* m_activationRow;
  QLabel* m_equations;
  NumberRow* m_layers;
  ControlRow* m_readingRow;
  ControlRow* m_readoutRow;
  ControlRow* m_initRow;
  NumberRow* m_inputGain;
  SliderRow* m_hidden;
  NumberRow* m_forgetBias;
  NumberRow* m_updateBias;
  SliderRow* m_chrono;
  SeedRow* m_seed;
  double m_lastChrono = 100; ///< comes back when chrono is switched on again
};

} // namespace backflow
