// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <cstddef>
#include <optional>
#include <string>

namespace backflow {

/// The number of rows or of numbers that a table should have.
struct TableSize {
  std::size_t rows;
  std::size_t least; ///< numbers in a row
  std::size_t most;
};

/// What is wrong with the shape of a table, if anything: too few or too many rows first, then the
/// first row of a wrong length, "weights.parameters.W_h[2]". `reason` says what the rows belong to,
/// "4 hidden units".
std::optional<FieldProblem> checkTable(const std::string& field, const Rows& rows, TableSize wanted,
                                       const std::string& reason);

/// What is wrong with the length of a list of numbers, if anything.
std::optional<FieldProblem> checkList(const std::string& field, std::size_t count,
                                      std::size_t wanted, const std::string& reason);

/// A number of rows or of numbers; 0 for a negative one, which a check of its own tells.
std::size_t asSize(int number);

} // namespace backflow
