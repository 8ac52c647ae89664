// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"

#include <optional>
#include <string>
#include <vector>

namespace backflow {

struct NumberRule;

/// The wrong fields that checks come upon, in the order in which they do.
class ProblemList {
 public:
  void add(FieldProblem problem);
  /// Nothing, if there is none.
  void add(std::optional<FieldProblem> problem);
  void add(std::vector<FieldProblem> problems);
  /// A problem whose remedy is a sentence of its own.
  void sentence(std::string field, std::string value, std::string complaint,
                std::string instruction);
  /// Whether the rule allows the number; if not, that is a problem.
  bool number(const std::string& field, double value, const NumberRule& rule);

  /// Leaves the list empty.
  std::vector<FieldProblem> take();

 private:
  std::vector<FieldProblem> m_problems;
};

} // namespace backflow
