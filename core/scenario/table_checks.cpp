// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/table_checks.h"

#include "core/scenario/value_text.h"

#include <algorithm>

namespace backflow {

namespace {

FieldProblem misfit(const std::string& field, std::size_t count, const std::string& noun,
                    const std::string& reason, std::string instruction) {
  FieldProblem problem;
  problem.field = field;
  problem.value = counted(count, noun);
  problem.complaint = (count == 1 ? "does not fit " : "do not fit ") + reason;
  problem.instruction = std::move(instruction);
  return problem;
}

} // namespace

std::optional<FieldProblem> checkTable(const std::string& field, const Rows& rows, TableSize wanted,
                                       const std::string& reason) {
  if (rows.size() != wanted.rows) {
    std::string instruction = "give " + counted(wanted.rows, "row");
    if (wanted.least == wanted.most) {
      instruction += " of " + counted(wanted.most, "number");
    }
    return misfit(field, rows.size(), "row", reason, instruction);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t count = rows[i].size();
    if (count >= wanted.least && count <= wanted.most) {
      // The first row says how long the others are.
      wanted.least = wanted.most = count;
      continue;
    }
    FieldProblem problem;
    problem.field = field + "[" + std::to_string(i + 1) + "]";
    problem.value = "row " + std::to_string(i + 1);
    problem.complaint = "has " + counted(count, "number");
    problem.instruction = "give " + std::to_string(wanted.least) +
                          (wanted.least == wanted.most ? "" : " to " + std::to_string(wanted.most));
    return problem;
  }
  return std::nullopt;
}

std::optional<FieldProblem> checkList(const std::string& field, std::size_t count,
                                      std::size_t wanted, const std::string& reason) {
  if (count == wanted) {
    return std::nullopt;
  }
  return misfit(field, count, "number", reason, "give " + counted(wanted, "number"));
}

std::size_t asSize(int number) {
  return static_cast<std::size_t>(std::max(number, 0));
}

} // namespace backflow
