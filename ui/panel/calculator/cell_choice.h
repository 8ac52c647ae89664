// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/panel/choice_box.h"

namespace backflow {

/// A choice among cells and their variants: "LSTM, as in the course".
class CellChoice : public ChoiceBox {
  Q_OBJECT

 public:
  enum class Offer { AllCells, GatedCells };

  CellChoice(const QString& name, Offer offer, QWidget* parent = nullptr);

  void setNetwork(const NetworkSpec& network);
  /// `network` with the cell and the variant that are chosen.
  NetworkSpec chosenFor(NetworkSpec network) const;
  void retranslate();
};

} // namespace backflow
