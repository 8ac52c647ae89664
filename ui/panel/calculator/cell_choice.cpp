// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/cell_choice.h"

#include "ui/text/enum_text.h"

#include <algorithm>
#include <array>

namespace backflow {

namespace {

struct Choice {
  CellKind cell;
  Variant variant;
};

/// By key. The plain cell has no variants.
constexpr std::array<Choice, 5> choices{{{CellKind::Rnn, Variant::Course},
                                         {CellKind::Gru, Variant::Course},
                                         {CellKind::Gru, Variant::PyTorch},
                                         {CellKind::Lstm, Variant::Course},
                                         {CellKind::Lstm, Variant::PyTorch}}};

} // namespace

CellChoice::CellChoice(const QString& name, Offer offer, QWidget* parent)
    : ChoiceBox(name, parent) {
  for (std::size_t k = offer == Offer::GatedCells ? 1 : 0; k < choices.size(); ++k) {
    setChoice(static_cast<int>(k), QString());
  }
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  retranslate();
}

void CellChoice::setNetwork(const NetworkSpec& network) {
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) {
    return choice.cell == network.cell &&
           (choice.cell == CellKind::Rnn || choice.variant == network.variant);
  });
  setCurrent(static_cast<int>(found - choices.begin()));
}

NetworkSpec CellChoice::chosenFor(NetworkSpec network) const {
  const Choice& choice = choices[static_cast<std::size_t>(currentData().toInt())];
  network.cell = choice.cell;
  network.variant = choice.variant;
  return network;
}

void CellChoice::retranslate() {
  qsizetype longest = 0;
  for (int index = 0; index < count(); ++index) {
    const Choice& choice = choices[static_cast<std::size_t>(itemData(index).toInt())];
    const QString cell = displayText(choice.cell);
    const QString text = choice.cell == CellKind::Rnn
                             ? cell
                             : cell + QStringLiteral(", ") + displayText(choice.variant);
    setItemText(index, text);
    longest = std::max(longest, text.size());
  }
  setMinimumContentsLength(static_cast<int>(longest));
}

} // namespace backflow
