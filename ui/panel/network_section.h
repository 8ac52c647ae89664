// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

namespace backflow {

class ChoiceBox;
class SeedRow;

/// Activation, size and initial weights.
class NetworkSection : public Section {
  Q_OBJECT

 public:
  explicit NetworkSection(AppState& state, QWidget* parent = nullptr);

  void refresh() override;
  void retranslate() override;

 private:
  ChoiceBox* m_activation;
  ChoiceBox* m_init;
  ControlRow* m_activationRow;
  ControlRow* m_initRow;
  SliderRow* m_hidden;
  SeedRow* m_seed;
};

} // namespace backflow
