// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/section.h"

namespace backflow {

class ChoiceBox;

/// How an update follows from a gradient: a part of the training, without a heading of its own. It
/// is not shown where there is no training.
class OptimiserSection : public Section {
  Q_OBJECT

 public:
  explicit OptimiserSection(AppState& state, QWidget* parent = nullptr);

  void refresh() override;
  void retranslate() override;

 private:
  void bindNumber(NumberRow* row, const QString& field, double OptimiserSpec::*member);

  ControlRow* m_kindRow;
  ChoiceBox* m_kind;
  SliderRow* m_rate;
  NumberRow* m_momentum;
  NumberRow* m_decay;
  NumberRow* m_beta1;
  NumberRow* m_beta2;
  NumberRow* m_epsilon;
};

} // namespace backflow
