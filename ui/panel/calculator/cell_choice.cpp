// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/cell_choice.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "ui/text/enum_text.h"

#include <algorithm>
#include <vector>

namespace backflow {

namespace {

struct Choice {
  CellKind cell;
  Variant variant;
};

/// By key: every cell, in each of its forms.
const std::vector<Choice>& choices() {
  static const std::vector<Choice> all = [] {
    std::vector<Choice> made;
    for (const CellKind cell : enumValues<CellKind>()) {
      made.push_back({cell, Variant::Course});
      if (hasVariants(cell)) {
        made.push_back({cell, Variant::PyTorch});
      }
    }
    return made;
  }();
  return all;
}

} // namespace

CellChoice::CellChoice(const QString& name, Offer offer, QWidget* parent)
    : ChoiceBox(name, parent) {
  for (std::size_t k = 0; k < choices().size(); ++k) {
    if (offer != Offer::GatedCells || hasGates(choices()[k].cell)) {
      setChoice(static_cast<int>(k), QString());
    }
  }
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  retranslate();
}

void CellChoice::setNetwork(const NetworkSpec& network) {
  const auto found = std::ranges::find_if(choices(), [&](const Choice& choice) {
    return choice.cell == network.cell &&
           (!hasVariants(choice.cell) || choice.variant == network.variant);
  });
  setCurrent(static_cast<int>(found - choices().begin()));
}

NetworkSpec CellChoice::chosenFor(NetworkSpec network) const {
  const Choice& choice = choices()[static_cast<std::size_t>(currentData().toInt())];
  network.cell = choice.cell;
  network.variant = choice.variant;
  return network;
}

void CellChoice::retranslate() {
  qsizetype longest = 0;
  for (int index = 0; index < count(); ++index) {
    const Choice& choice = choices()[static_cast<std::size_t>(itemData(index).toInt())];
    const QString cell = displayText(choice.cell);
    const QString text =
        hasVariants(choice.cell) ? cell + QStringLiteral(", ") + displayText(choice.variant) : cell;
    setItemText(index, text);
    longest = std::max(longest, text.size());
  }
  setMinimumContentsLength(static_cast<int>(longest));
}

} // namespace backflow
