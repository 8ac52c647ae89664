// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/cell_choice.h"

#include "core/scenario/cell_traits.h"
#include "core/scenario/enum_names.h"
#include "core/scenario/value_text.h"

namespace backflow {

std::string cellsThat(const std::function<bool(CellKind)>& has) {
  std::string names;
  for (const CellKind cell : enumValues<CellKind>()) {
    if (has(cell)) {
      names += (names.empty() ? "" : " or ") + inQuotes(enumName(cell));
    }
  }
  return names;
}

std::string cellsWith(Gate gate) {
  return cellsThat([gate](CellKind cell) { return hasGate(cell, gate); });
}

} // namespace backflow
