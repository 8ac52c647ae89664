// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

namespace backflow {

class ChoiceBox;
class SeedRow;

/// The number of steps and the state before the first.
class UnrollSection : public Section {
  Q_OBJECT

 public:
  explicit UnrollSection(AppState& state, QWidget* parent = nullptr);

  void refresh() override;
  void retranslate() override;

 private:
  SliderRow* m_horizon;
  ControlRow* m_initialRow;
  ChoiceBox* m_initial;
  NumberRow* m_std;
  SeedRow* m_seed;
};

} // namespace backflow
