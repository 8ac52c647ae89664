// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace backflow {

/// What a gate does in a cell.
enum class GateRole {
  WriteNew,         ///< lets the candidate into the state
  KeepOld,          ///< keeps the old state
  HideForCandidate, ///< hides the old state from the candidate
  Output            ///< shows the cell outside
};

/// A piece of an equation that is set in one way.
struct EquationRun {
  QString text;
  bool isLowered = false;
  std::optional<GateRole> role;

  bool operator==(const EquationRun&) const = default;
};

/// The pieces of an equation: "_x" and "_{t−1}" are lowered, "⟦k1 − Γ_u⟧" plays a role, whose
/// letter is w, k, h or o as in the order above.
std::vector<EquationRun> equationRuns(const QString& markup);

/// The equation as one line of plain text, for those who have it read to them: "1 − Γu".
QString plainEquation(const QString& markup);

} // namespace backflow
