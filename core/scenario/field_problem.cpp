// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/field_problem.h"

#include "core/scenario/value_text.h"

#include <limits>
#include <utility>

namespace backflow {

namespace {

std::string range(const FieldProblem& problem, const std::string& noun) {
  if (problem.least == problem.most) {
    return "give " + shortestText(problem.least);
  }
  if (problem.most >= std::numeric_limits<double>::max()) {
    return "give " + noun + " of at least " + shortestText(problem.least);
  }
  return "give " + noun + " from " + shortestText(problem.least) + " to " +
         shortestText(problem.most);
}

std::string alternatives(const std::vector<std::string>& choices) {
  std::string list;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) {
      list += i + 1 == choices.size() ? " or " : ", ";
    }
    list += '"' + choices[i] + '"';
  }
  return list;
}

} // namespace

FieldProblem sentenceProblem(std::string field, std::string value, std::string complaint,
                             std::string instruction) {
  FieldProblem problem;
  problem.field = std::move(field);
  problem.value = std::move(value);
  problem.complaint = std::move(complaint);
  problem.instruction = std::move(instruction);
  return problem;
}

std::string instructionOf(const FieldProblem& problem) {
  switch (problem.remedy) {
  case Remedy::WholeNumber:
    return range(problem, "a whole number");
  case Remedy::Number:
    return range(problem, "a number");
  case Remedy::Choice:
    return "give " + alternatives(problem.choices);
  case Remedy::KnownKey:
    return problem.choices.empty() ? "remove it"
                                   : "write " + alternatives(problem.choices) + " instead";
  case Remedy::Sentence:
    break;
  }
  return problem.instruction;
}

std::string describe(const FieldProblem& problem) {
  std::string sentence = problem.field.empty() ? "" : problem.field + ": ";
  if (!problem.value.empty()) {
    sentence += problem.value + " ";
  }
  sentence += problem.complaint;
  const std::string instruction = instructionOf(problem);
  return instruction.empty() ? sentence : sentence + "; " + instruction;
}

std::string describe(const std::vector<FieldProblem>& problems) {
  if (problems.empty()) {
    return {};
  }
  std::string line = describe(problems.front());
  for (std::size_t i = 1; i < problems.size(); ++i) {
    line += (i == 1 ? " (also wrong: " : ", ") + problems[i].field;
  }
  return problems.size() > 1 ? line + ")" : line;
}

} // namespace backflow
