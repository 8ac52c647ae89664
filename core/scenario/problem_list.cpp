// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/problem_list.h"

#include "core/scenario/field_rules.h"
#include "core/scenario/value_text.h"

#include <iterator>
#include <utility>

namespace backflow {

void ProblemList::add(FieldProblem problem) {
  m_problems.push_back(std::move(problem));
}

void ProblemList::add(std::optional<FieldProblem> problem) {
  if (problem) {
    m_problems.push_back(std::move(*problem));
  }
}

void ProblemList::add(std::vector<FieldProblem> problems) {
  m_problems.insert(m_problems.end(), std::make_move_iterator(problems.begin()),
                    std::make_move_iterator(problems.end()));
}

void ProblemList::sentence(std::string field, std::string value, std::string complaint,
                           std::string instruction) {
  m_problems.push_back(sentenceProblem(std::move(field), std::move(value), std::move(complaint),
                                       std::move(instruction)));
}

bool ProblemList::number(const std::string& field, double value, const NumberRule& rule) {
  if (!rule.allows(value)) {
    m_problems.push_back(rule.violation(field, shortestText(value), value));
  }
  return rule.allows(value);
}

std::vector<FieldProblem> ProblemList::take() {
  return std::exchange(m_problems, {});
}

} // namespace backflow
