// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/cell_traits.h"

#include <algorithm>

namespace backflow {

std::vector<Gate> gatesOf(CellKind cell) {
  switch (cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
    return {Gate::Update, Gate::Reset};
  case CellKind::Lstm:
    return {Gate::Update, Gate::Forget, Gate::Output};
  }
  return {};
}

bool hasGate(CellKind cell, Gate gate) {
  const std::vector<Gate> gates = gatesOf(cell);
  return std::ranges::find(gates, gate) != gates.end();
}

bool hasGates(CellKind cell) {
  return !gatesOf(cell).empty();
}

bool hasVariants(CellKind cell) {
  switch (cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
  case CellKind::Lstm:
    return true;
  }
  return false;
}

bool hasCellState(CellKind cell) {
  switch (cell) {
  case CellKind::Rnn:
  case CellKind::Gru:
    break;
  case CellKind::Lstm:
    return true;
  }
  return false;
}

} // namespace backflow
